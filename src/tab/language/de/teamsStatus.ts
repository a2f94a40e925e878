import type { teamsStatusWords as english } from '../en/teamsStatus.ts';
import type { Texts } from '../texts.ts';

/** German words of a person's own status in Teams, and who made it so. */
export const teamsStatusWords: Texts<typeof english> = {
  teamsStatus: {
    heading: 'Teams-Status',
    intro:
      'Ihr eigener Status in Teams, wie Sie ihn dort setzen würden. Er ist nicht die Anmeldung: ' +
      'Ob Sie Anrufe annehmen, sagt der Schalter oben.',
    seen: 'Teams zeigt',
    shown: 'Rufwerk zeigt',
    shownNothing: 'Nichts. Rufwerk lässt den Status, wie er ist.',
    shownUntil:
      '{{value}}, Grund: {{because}}; bis {{until}} Uhr, wird verlängert, solange der Grund ' +
      'besteht.',
    shownStill: '{{value}}; es endet jetzt, spätestens um {{until}} Uhr.',
    shownSoon: 'Gleich {{value}}, Grund: {{because}}.',
    own: 'Von Hand gewählt',
    ownNothing: 'Nichts in Rufwerk. Teams bestimmt den Status selbst.',
    ownUntil:
      '{{value}}, seit {{since}} bis {{until}} Uhr, wenn es nicht vorher zurückgesetzt wird. Das ' +
      'geht dem vor, was Rufwerk zeigt.',
    ownNotSeenYet:
      '{{value}}, seit {{since}} bis {{until}} Uhr, wenn es nicht vorher zurückgesetzt wird. ' +
      'Teams zeigt es noch nicht; das kann einige Minuten dauern.',
    ownOtherSeen:
      '{{value}} um {{since}} Uhr, gedacht bis {{until}} Uhr. Teams zeigt etwas anderes: ' +
      'Vermutlich wurde der Status in Teams geändert oder zurückgesetzt, und die Wahl gilt nicht ' +
      'mehr.',
    choose: 'Meinen Status setzen auf',
    choice: {
      Available: 'Verfügbar',
      Busy: 'Beschäftigt',
      DoNotDisturb: 'Nicht stören',
      BeRightBack: 'Bin gleich zurück',
      Away: 'Abwesend',
      Offline: 'Als offline anzeigen',
    },
    duration: 'Wie lange',
    for: {
      '30': '30 Minuten',
      '60': '1 Stunde',
      '240': '4 Stunden',
      oneDay: 'Bis ich zurücksetze, höchstens 1 Tag',
      sevenDays: 'Bis ich zurücksetze, höchstens 7 Tage',
    },
    set: 'In Teams setzen',
    setting: 'Wird Teams gemeldet',
    reset: 'Zurücksetzen',
    wasSet: 'Teams hat es übernommen. Andere sehen es vielleicht erst nach einigen Minuten.',
    wasReset: 'Zurückgesetzt. Teams bestimmt Ihren Status wieder selbst.',
    ledger: 'Wer den Status gesetzt hat, und wann',
    ledgerEmpty: 'Weder Rufwerk noch die Person durch Rufwerk hat ihn gesetzt.',
    ledgerScope:
      'Bekannt ist nur, was durch Rufwerk geschah. Was in Teams selbst oder durch einen Kalender ' +
      'gesetzt wurde, steht unter «Teams zeigt».',
  },
};
