import type { setUpWords as english } from '../en/setUp.ts';
import type { Texts } from '../texts.ts';

/** German words of Set-up: services, and the rule of one. */
export const setUpWords: Texts<typeof english> = {
  setUp: {
    heading: 'Einrichtung',
    servicesHeading: 'Services',
    choose: 'Wählen Sie einen Service, oder was für alle gilt.',
    empty: 'Es gibt noch keinen Service einzurichten',
    emptyMend:
      'Legen Sie hier den ersten an, oder setzen Sie über die API eine Konfigurationsdatei in ' +
      'Kraft.',
    forAllHeading: 'Für alle Services',
    people: 'Fähigkeiten, Profile und wer wo teilnimmt',
    announcements: 'Was man am Telefon hört: hochladen, ersetzen, löschen',
    organisation: 'Pausengründe, Profile, Alterung, Zeitzone, Administration',
    accounts: 'Durch sie meldet Teams einen neuen Status sofort',
    readiness: 'Was ausserhalb von Rufwerk stimmen muss, und wie man es behebt',
    agents_one: '{{count}} Person',
    agents_other: '{{count}} Personen',
    draft: 'nicht gespeicherte Änderungen',
  },
  newService: {
    add: 'Service hinzufügen',
    heading: 'Neuer Service',
    intro:
      'Sobald er gespeichert ist, werden Anrufe auf sein Ressourcenkonto angenommen. Alles ' +
      'Weitere beginnt mit den üblichen Werten und hat eigene Seiten.',
    idHint:
      'So nennen ihn andere Einstellungen und die API. Er wird aus dem Namen vorgeschlagen und ' +
      'bleibt, wenn der Name später ändert.',
    done: '{{name}} ist hinzugefügt und gilt.',
    goOn:
      'Anrufe auf sein Ressourcenkonto werden jetzt angenommen. Alles Weitere hat die üblichen ' +
      'Werte.',
  },
  removal: {
    sure: '{{name}} entfernen?',
    means:
      'Anrufe auf sein Ressourcenkonto werden abgewiesen, und seine Einstellungen sind endgültig ' +
      'weg.',
    idle: 'Im Augenblick wartet dort kein Anruf, und niemand ist im Gespräch.',
    waiting_one: '{{count}} Person wartet: sie hört, dass geschlossen ist, und der Anruf endet.',
    waiting_other:
      '{{count}} Personen warten: sie hören, dass geschlossen ist, und ihre Anrufe enden.',
    callBacks_one:
      '{{count}} Person soll zurückgerufen werden: niemand ruft an, und niemand sagt es ihr.',
    callBacks_other:
      '{{count}} Personen sollen zurückgerufen werden: niemand ruft an, und niemand sagt es ihnen.',
    served_one: '{{count}} Gespräch geht zu Ende, ohne Nachbearbeitung.',
    served_other: '{{count}} Gespräche gehen zu Ende, ohne Nachbearbeitung.',
    mend:
      'Damit niemand abgewiesen wird, schliessen Sie den Service zuerst über seine ' +
      'Öffnungszeiten, und lassen Sie ihn leer laufen.',
    notYet: 'Er kann noch nicht entfernt werden',
    overflows: 'Von hier gehen Anrufe an {{name}}.',
    overflowsMend: 'Wählen Sie dort zuerst eine andere Aktion oder einen anderen Service.',
    remove: 'Entfernen',
    removing: 'Wird entfernt',
    done: '{{name}} ist entfernt.',
    keep: 'Behalten',
  },
  rule: {
    heading: 'Wem {{service}} zustellt',
    intro:
      'Ein Anruf wird nur zugestellt, wenn der Teams-Status es erlaubt. Die Vorschau zeigt, ' +
      'was die Regel für die Menschen von heute bedeutet.',
    matrixHeading: 'Nach Teams-Status',
    category: 'Teams-Status',
    distributed: 'Wird zugestellt?',
    always: 'Immer',
    never: 'Nie',
    why: 'Bedeutung',
    available: 'Wer verfügbar ist, nimmt Anrufe an; dafür ist man angemeldet.',
    busy: 'Von Hand oder durch den Kalender beschäftigt. Nie jemand im Gespräch.',
    away: 'Abwesend oder bin gleich zurück.',
    'do-not-disturb': 'Teams gäbe den Anruf an die Sprachbox.',
    offline: 'Kein Gerät würde klingeln.',
    ring: 'Zustellen bei {{category}}',
    degraded: 'Auch wenn nicht zu sehen ist, ob jemand Beschäftigtes im Gespräch ist',
    degradedHint:
      'Manchmal ist nur «Beschäftigt» bekannt. Damit kann jemand einen zweiten Anruf erhalten.',
    degradedOff: 'Dazu muss bei «Beschäftigt» zugestellt werden.',
    activitiesHeading: 'Tätigkeiten, die immer sperren',
    'in-a-call': 'Anrufe',
    'in-a-callHint':
      'In einem Anruf, in einer Telefonkonferenz, präsentiert. Ein Termin im Kalender sperrt ' +
      'nicht.',
    'in-a-conversation': 'Anrufe und Besprechungen',
    'in-a-conversationHint': 'Dasselbe, und in einer Besprechung laut Kalender.',
    ageHeading: 'Wie alt ein Status sein darf',
    age: 'Sekunden',
    ageHint:
      'Ein Status, der länger nicht bestätigt wurde, ist alt. Von {{minimum}} bis {{maximum}} ' +
      'Sekunden.',
    whenOlder: {
      label: 'Was ein alter Status wert ist',
      'not-offered': 'Keine Zustellung',
      'others-first': 'Zustellung nach allen anderen',
      confirm: 'Zustellung, wenn Teams nochmals gefragt wurde',
    },
    whenOlderHint: {
      'not-offered': 'Niemand wird auf alte Nachricht hin gestört; Anrufe warten eher länger.',
      'others-first': 'Es klingelt auf jeden Fall, vielleicht bei jemand Beschäftigtem.',
      confirm:
        'Höchstens eine Frage an Microsoft vor dem Klingeln; der Anruf wartet die Antwort ab.',
    },
    trusted: 'Wie lange zählt, ob jemand Beschäftigtes im Gespräch ist',
    trustedHint: 'Danach gilt es als nicht zu sehen. Von {{minimum}} bis {{maximum}} Sekunden.',
    ageRule: 'Es braucht eine ganze Zahl von {{minimum}} bis {{maximum}}.',
    ageMend: 'Zum Beispiel {{example}}.',
    previewHeading: 'Vorschau über die Menschen von heute',
    previewHint: 'Allein nach dem Teams-Status, gerade jetzt.',
    previewEmpty: 'Diesem Service ist niemand zugeteilt',
    previewEmptyMend:
      'Teilen Sie ihm in der Konfiguration Personen zu; die Vorschau zeigt sie dann.',
    previewSum: '{{then}} von {{agents}} würden Anrufe erhalten',
    previewSumChanged: '{{then}} von {{agents}} würden Anrufe erhalten, jetzt {{now}}',
    agent: 'Agent/in',
    then: 'Mit dieser Regel',
    offered: 'Wird zugestellt',
    changed: 'ändert sich',
    saved: 'Gespeichert. Die Regel gilt.',
    problems: 'Der Server hat die Regel nicht angenommen',
    conflict: 'Jemand anders hat diese Regel inzwischen geändert',
    setting: {
      busy: 'Beschäftigt',
      away: 'Abwesend',
      busyWhileDegraded: 'Beschäftigt ohne Sicht auf Gespräche',
      blockingActivities: 'Tätigkeiten, die sperren',
      notOlderThanSeconds: 'Ältester Status',
      whenOlder: 'Wert eines alten Status',
      activityTrustedForSeconds: 'Vertrauen in die Sicht auf Gespräche',
    },
    yes: 'wird zugestellt',
    no: 'wird nicht zugestellt',
    seconds: '{{seconds}} Sekunden',
  },
};
