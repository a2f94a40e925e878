import type { myWorkWords as english } from '../en/myWork.ts';
import type { Texts } from '../texts.ts';

/** German words of My work. */
export const myWorkWords: Texts<typeof english> = {
  myWork: {
    heading: 'Meine Arbeit',
    stateHeading: 'Ihr Zustand',
    since: 'seit {{time}}',
    remaining: 'noch {{time}}',
    cause: {
      emergency: 'Bis {{time}} sind Sie geschützt: Es werden Ihnen keine Anrufe zugestellt.',
      offDuty: 'Sie sind abgemeldet. Melden Sie sich an, damit Ihnen Anrufe zugestellt werden.',
      offDutyBecause:
        'Sie sind nicht angemeldet: {{reason}}. Melden Sie sich an, damit Ihnen Anrufe ' +
        'zugestellt werden.',
      ready: 'Anrufe von {{services}} können Ihnen zugestellt werden.',
      readyLater: 'Sie sind bereit, aber noch kommt kein Anruf zu Ihnen. {{reasons}}.',
      onBreak: 'Sie sind in der Pause; bis zu ihrem Ende werden keine Anrufe zugestellt.',
      notOffered: 'Ihnen werden keine Anrufe zugestellt: {{reason}}.',
      notOfferedAnywhere: 'Ihnen werden keine Anrufe zugestellt.',
      confirming:
        'Der nächste Anruf ist für Sie. Teams wird noch gefragt, ob Sie frei sind; noch ' +
        'klingelt nichts.',
      held: 'Jemand wird zurückgerufen, und Sie sind dafür reserviert. Noch klingelt nichts.',
      ringing: 'Ihr Teams klingelt. Nehmen Sie dort an.',
      inACall: 'Sie sind im Gespräch, darum wird Ihnen kein weiterer Anruf zugestellt.',
      afterCallWork:
        'Sie schliessen den letzten Anruf ab. Um {{time}} Uhr können Ihnen wieder Anrufe ' +
        'zugestellt werden.',
      missed: 'Sie haben einen Anruf nicht angenommen und bleiben bis {{time}} Uhr ungestört.',
      declined: 'Sie haben einen Anruf abgelehnt und bleiben bis {{time}} Uhr ungestört.',
      unreachable:
        'Keines Ihrer Teams-Geräte konnte klingeln; bis {{time}} Uhr wird Ihnen kein Anruf ' +
        'zugestellt.',
      paused: 'Bis {{time}} Uhr wird Ihnen kein Anruf zugestellt.',
    },
    offer: {
      heading: '{{service}} klingelt',
      answer: 'Nehmen Sie in Teams an oder lehnen Sie dort ab.',
      secondsLeft_one: 'noch {{count}} Sekunde',
      secondsLeft_other: 'noch {{count}} Sekunden',
      announced: '{{service}} klingelt. Anruf von {{caller}}. Nehmen Sie in Teams an.',
    },
    held: {
      heading: 'Rückruf von {{service}}',
      text: 'Die Person wird zurückgerufen. Sobald sie am Apparat ist, klingelt Ihr Teams.',
      secondsLeft_one: 'Nimmt sie innert {{count}} Sekunde nicht ab, sind Sie wieder frei.',
      secondsLeft_other: 'Nimmt sie innert {{count}} Sekunden nicht ab, sind Sie wieder frei.',
    },
    call: {
      heading: 'Anruf von {{service}}',
      inferred:
        'Dass der Anruf andauert, ist aus Ihrem Teams-Status geschlossen: Dieser Service ' +
        'übergibt Anrufe und sieht deren Ende nicht.',
    },
    afterCallWork: {
      heading: 'Nachbearbeitung',
      text:
        'Zeit, um Ihre Notizen abzuschliessen. Danach können Ihnen wieder Anrufe zugestellt ' +
        'werden.',
      done: 'Fertig',
      extend: 'Verlängern',
    },
    paused: {
      heading: 'Sperrzeit',
      backToReady: 'Wieder bereit',
    },
    choices: {
      heading: 'Auswahl',
      break: 'Pause',
      noBreak: 'Keine Pause',
      next: 'Nach diesem Anruf',
      nextReady: 'Wieder bereit',
      profiles: 'Zuständigkeitsprofile',
      profilesHint: 'Mehrere gelten zusammen; keines heisst alle Fähigkeiten.',
    },
    takePart: 'Anrufe annehmen',
    takePartIn: 'Anrufe von {{service}} annehmen',
    servicesHeading: 'Meine Services',
    servicesEmpty: 'Sie sind noch keinem Service zugeteilt',
    servicesEmptyMend:
      'Bitten Sie Ihre Administration, Sie einem Service zuzuteilen. Er erscheint dann von ' +
      'selbst hier.',
    able: 'Anrufe können Ihnen zugestellt werden',
    offering: {
      confirming: 'Teams wird gefragt, ob Sie für einen Anruf frei sind',
      held: 'Sie sind für jemanden reserviert, der zurückgerufen wird',
    },
    waiting_one: '{{count}} Anruf wartet',
    waiting_other: '{{count}} Anrufe warten',
    waiting_zero: 'Niemand wartet',
    longestWait: 'längste Wartezeit {{time}}',
    colleagues_one: '{{count}} weitere Person kann Anrufe annehmen',
    colleagues_other: '{{count}} weitere Personen können Anrufe annehmen',
    colleagues_zero: 'sonst kann niemand Anrufe annehmen',
    todayHeading: 'Heute',
    open: {
      confirming: 'Präsenz wird bestätigt',
      held: 'Rückruf läuft',
      ringing: 'wird zugestellt',
    },
    todayEmpty: 'Heute wurde Ihnen noch kein Anruf zugestellt',
    todayEmptyMend:
      'Bleiben Sie angemeldet: Der nächste Anruf, den Sie annehmen können, erscheint hier.',
    offeredAt: 'Zugestellt um',
    service: 'Service',
    outcome: 'Ergebnis',
    explanation: 'Erklärung',
    why: 'Warum ich?',
    whyOf: 'Warum ich? {{service}} um {{time}} Uhr',
    announcedState: 'Ihr Zustand: {{state}}. {{cause}}',
  },
};
