import type { EmergencyWords } from './words.ts';

export const emergencyDe: EmergencyWords = {
  title: (agent) => `Notruf: ${agent}`,
  protectedTitle: 'Ihr Notruf: Sie sind geschützt',
  drill: (title) => `ÜBUNG – ${title}`,
  drillNote: 'Dies ist eine Übung: Niemand hat einen Notruf gewählt.',
  protectedNote: 'Ihnen werden keine Anrufe zugestellt, und wer es wissen muss, erfährt es.',
  sayOver:
    'Drücken Sie «Der Anruf ist beendet», sobald es so ist: Solange «Nicht stören» gezeigt wird, ' +
    'geht ein Rückruf vielleicht an die Sprachbox.',

  states: {
    shown: 'Der Anruf läuft',
    watched: 'Der Anruf läuft vielleicht noch',
    over: 'Der Anruf ist beendet',
    ended: 'Vorbei',
  },
  shownDetail: (since, until) =>
    `seit ${since}. «Nicht stören» wird bis ${until} gezeigt, länger, wenn jemand sagt, dass der` +
    ' Anruf andauert.',
  watchedDetail: (since) =>
    `seit ${since}. Unser «Nicht stören» ist zu Ende; das Ende des Anrufs zeigt die Präsenz ` +
    'von Teams selbst.',
  overDetail: (until) =>
    `Die Notrufzentrale ruft vielleicht zurück: Bis ${until} werden keine Anrufe zugestellt.`,
  endedDetail: (from, to) => `Von ${from} bis ${to}.`,
  dialled: (when) => `Gewählt ${when}`,
  dialledAgain: (first, last) => `Gewählt ${first} · erneut ${last}`,

  shownInstead: (status) =>
    `Teams zeigt «${status}» statt «Nicht stören»: Von Hand Gesetztes geht vor. Anrufe werden ` +
    'trotzdem keine zugestellt.',
  where: (place) => `Wo, laut Teams: ${place}`,
  whereUnknown: 'Wo: Teams hat es nicht gemeldet.',
  callbackOwnNumber: (agent) =>
    `Ein Rückruf geht an die eigene Nummer und klingelt in Teams bei: ${agent}.`,
  callbackNone: (agent) =>
    `Keine Rückrufnummer war frei: Die Notrufzentrale kann ${agent} vielleicht nicht zurückrufen.`,
  callbackPool: (agent) => `Ein Rückruf geht an eine Nummer des Pools und klingelt bei: ${agent}.`,
  callbackPoolThen: (agent, others) =>
    `Ein Rückruf geht an eine Nummer des Pools und klingelt bei: ${agent}, dann auch ${others}.`,
  ownDoNotDisturb: (agent) =>
    `Teams zeigt ein eigenes «Nicht stören» bei: ${agent}. Ein Rückruf an die eigene Nummer ` +
    'ginge an die Sprachbox.',
  you: 'Ihnen',

  told: 'Benachrichtigt',
  neverTold: 'Auf keinem Weg erreicht: Bitte sagen Sie es ihnen',
  nobodyToTell: 'Es gibt keine Kontakte; ein Administrator fügt sie in der Einrichtung hinzu.',
  channels: { mail: 'E-Mail', activity: 'Teams-Aktivität', card: 'Karte' },
  notices: {
    sending: 'wird gesendet',
    sent: 'gesendet',
    waiting: 'wird bald wieder versucht',
    'given-up': 'aufgegeben',
  },
  triedAgain: (when) => `wird um ${when} wieder versucht`,
  noWay: {
    outside: 'unmöglich: ausserhalb Ihres Teams',
    'no-app': 'unmöglich: Rufwerk ist dort in Teams nicht installiert oder blockiert',
    'no-mail': 'unmöglich: keine Adresse oder kein Postfach zum Senden',
    'no-feed': 'unmöglich: Der Aktivitätsfeed ist nicht eingerichtet',
  },
  moreContacts: (count) => `und ${count} weitere; der Tab zeigt alle.`,
  moreEmergencies: (count) => `und ${count} weitere; der Tab zeigt alle.`,

  saidOver: (who, when) => `${who} hat um ${when} gesagt, dass der Anruf beendet ist.`,
  saidGoesOn: (who, when) => `${who} hat um ${when} gesagt, dass der Anruf andauert.`,
  saidReady: (who, when) => `${who} ist seit ${when} wieder bereit.`,
  causes: {
    pressed: 'Jemand hat gesagt, dass der Anruf beendet ist.',
    event: 'Teams hat das Ende des Anrufs gemeldet.',
    callback: 'Die Notrufzentrale hat zurückgerufen.',
    unseen: 'Niemand hat gesagt, dass der Anruf andauert.',
    presence: 'Laut der Präsenz von Teams ist der Anruf beendet.',
    'not-known': 'Das Ende des Anrufs wurde nicht gesehen.',
    'window-over': 'Die Zeit für den Rückruf ist abgelaufen.',
    ready: 'Die Zeit für den Rückruf wurde vorzeitig beendet.',
  },

  buttonOver: 'Der Anruf ist beendet',
  buttonGoesOn: 'Der Anruf dauert an',
  buttonReady: 'Ich bin bereit',

  youSaidOver:
    'Sie haben gesagt, dass der Anruf beendet ist. Solange ein Rückruf kommen kann, ' +
    'werden keine Anrufe zugestellt.',
  youSaidGoesOn: 'Sie haben gesagt, dass der Anruf andauert. «Nicht stören» wird weiter gezeigt.',
  youSaidReady: 'Sie sind bereit: Anrufe werden wieder zugestellt.',
  overAlready: 'Dass der Anruf beendet ist, ist schon bekannt.',
  tooLateToGoOn: 'Der Anruf ist schon beendet. Wer erneut wählt, ist erneut geschützt.',
  tooEarlyForReady: 'Der Anruf läuft noch. Sagen Sie zuerst, dass er beendet ist: «Anruf beendet».',
  endedAlready: 'Dieser Notfall ist vorbei; es ist nichts weiter zu tun.',
  readyIsTheirs: 'Das kann nur sagen, wer den Notruf gewählt hat.',
  overOrNotYours: 'Dieser Notfall ist vorbei, oder Sie können darüber nicht entscheiden.',
  noneOfYours: 'Von Ihnen läuft kein Notruf.',
  none: 'In Ihren Services läuft kein Notruf.',
  severalTitle: 'Notrufe jetzt',
  whichOne: 'Es laufen mehrere. Drücken Sie die Schaltfläche auf der Karte dessen, den Sie meinen.',
};
