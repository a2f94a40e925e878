import type { outsideWords as english } from '../en/outside.ts';
import type { Texts } from '../texts.ts';

/** German words of what lies outside of Rufwerk: readiness, and presence accounts. */
export const outsideWords: Texts<typeof english> = {
  readiness: {
    heading: 'Bereitschaft',
    intro:
      'Alles ausserhalb von Rufwerk, was stimmen muss: was ein Fehler kostet, warum es ihn gibt ' +
      'und wie er zu beheben ist.',
    open: 'Bereitschaft öffnen',
    checkAgain: 'Nochmals prüfen',
    checking: 'Wird geprüft',
    checkedAt: 'Geprüft um {{time}}: {{faults}}, {{warnings}}.',
    faults_zero: 'kein Fehler',
    faults_one: '{{count}} Fehler',
    faults_other: '{{count}} Fehler',
    warnings_zero: 'keine Warnung',
    warnings_one: '{{count}} Warnung',
    warnings_other: '{{count}} Warnungen',
    atFault_one: 'Etwas ausserhalb von Rufwerk stimmt nicht:',
    atFault_other: '{{count}} Dinge ausserhalb von Rufwerk stimmen nicht:',
    noFault: 'Es gibt keinen Fehler',
    noFaultMend: 'Sie müssen jetzt nichts tun.',
    group: { fault: 'Fehler', warning: 'Warnungen', advice: 'Hinweise' },
    meaning: {
      fault: 'darum fallen Anrufe oder Präsenz aus',
      warning: 'etwas geht weniger gut oder fällt bald aus',
      advice: 'von hier nicht zu sehen: einen Blick wert',
    },
    effect: 'Was es kostet',
    cause: 'Warum',
    mend: 'Wie es zu beheben ist',
    good_one: '{{count}} Punkt stimmt',
    good_other: '{{count}} Punkte stimmen',
  },
};
