import type { drillStepWords as english } from '../en/drillStep.ts';
import type { Texts } from '../texts.ts';

/** German words of the steps of a drill. */
export const drillStepWords: Texts<typeof english> = {
  drillStep: {
    asked: 'Begonnen',
    'asked-by': 'Begonnen von {{name}}',
    blocked: 'Ab hier wurden {{name}} keine Anrufe zugestellt',
    'lease-taken': 'Teams nahm «Nicht stören» an',
    'lease-refused': 'Teams lehnte «Nicht stören» ab',
    'number-taken': 'Eine Rückrufnummer des Vorrats wurde belegt',
    'no-number-left': 'Keine Rückrufnummer war frei',
    'card-shown': 'Die Karte erschien in den Chats des Bots',
    'card-failed': 'Die Karte konnte nicht gezeigt werden',
    card: {
      done: 'Karte an {{name}}: im Chat des Bots gezeigt',
      failed: 'Karte an {{name}}: fehlgeschlagen. Ist Rufwerk dort in Teams installiert?',
      'not-needed': 'Karte an {{name}}: kein solcher Weg, weil dieser Kontakt ausserhalb ist',
    },
    mail: {
      done: 'E-Mail an {{name}}: gesendet',
      failed: 'E-Mail an {{name}}: fehlgeschlagen',
      'not-needed':
        'E-Mail an {{name}}: diesen Weg gibt es hier nicht, weil eine Adresse für den Empfang ' +
        'oder ein Postfach für den Versand fehlt; die Karte sagt es.',
    },
    activity: {
      done: 'Teams-Aktivität an {{name}}: gesendet',
      failed: 'Teams-Aktivität an {{name}}: fehlgeschlagen',
      'not-needed':
        'Teams-Aktivität an {{name}}: hier nicht nötig, weil dieser Kontakt ausserhalb Ihres ' +
        'Teams ist oder Rufwerk dort nicht hat; die E-Mail sagt es.',
    },
    'goes-on': 'Der Anruf dauert an',
    'goes-on-by': '{{name}} sagte, dass der Anruf andauert',
    'callback-arrived': 'Ein Rückruf kam an',
    'callback-joined': '{{name}} nahm den Rückruf an',
    'callback-over': 'Der Rückruf endete',
    'lease-released': '«Nicht stören» wurde wieder weggenommen',
    'lease-not-released': 'Teams nahm «Nicht stören» noch nicht weg',
    'call-over': 'Der Anruf endete',
    'call-over-by': '{{name}} sagte, dass der Anruf beendet ist',
    'window-ended': 'Die Zeit für den Rückruf endete',
    'window-ended-by': '{{name}} beendete die Zeit für den Rückruf',
    overtaken: 'Ein echter Notfall trat an die Stelle der Übung: Mehr davon bleibt hier nicht',
  },
};
