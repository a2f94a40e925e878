import type { whyNotWords as english } from '../en/whyNot.ts';
import type { Texts } from '../texts.ts';

/** German words of "why not me?"; the sentences of the answer come from the server. */
export const whyNotWords: Texts<typeof english> = {
  whyNot: {
    heading: 'Warum erhalte ich keinen Anruf?',
    headingOf: 'Warum kein Anruf?',
    moment: 'Zeitpunkt (leer: jetzt)',
    service: 'Service',
    allServices: 'Alle Services',
    ask: 'Grund zeigen',
    asOf: 'Stand {{time}}',
    noService: 'Zu diesem Zeitpunkt gab es keine Services.',
    reasons: 'Was gegen einen Anruf spricht',
    calls: 'Wartende Anrufe:',
    call: '{{caller}}, Priorität {{priority}}: {{text}}',
    further_one: 'Und {{count}} weiterer Anruf.',
    further_other: 'Und {{count}} weitere Anrufe.',
    further_zero: 'Keine weiteren Anrufe.',
    lastDecision: 'Letzte Entscheidung, {{time}}: {{text}}',
    open: 'Entscheidung öffnen',
    openOf: 'Entscheidung von {{time}} öffnen',
  },
};
