/** What is wrong with single people's presence, and what cannot be seen of them from here. */
import type { Found, Texts } from './check.ts';
import { spanOf } from './span.ts';

/** People by name, for a sentence. */
export interface PeopleNow {
  readonly at: number;
  /** Since when the course of events is watched. */
  readonly sinceAt: number;
  readonly overwritten: readonly string[];
  readonly overwrittenAt: number | null;
  readonly staying: readonly string[];
  readonly rungInACall: readonly string[];
  readonly rungInACallAt: number | null;
  readonly stuckInDoNotDisturb: readonly string[];
  readonly notShown: readonly string[];
}

export function peopleChecks(people: PeopleNow): Found[] {
  return [
    overwrittenCheck(people),
    stayingCheck(people.staying),
    notShownCheck(people.notShown),
    stuckCheck(people.stuckInDoNotDisturb),
    busyOnBusyCheck(people),
    voicemailAdvice,
    nativeQueueAdvice,
  ];
}

const NAMED_MOST = 5;

function named(names: readonly string[]): Texts {
  const some = names.slice(0, NAMED_MOST).join(', ');
  const rest = names.length - NAMED_MOST;
  if (rest <= 0) return { en: some, de: some };
  return { en: `${some} and ${rest} more`, de: `${some} und ${rest} weitere` };
}

/** Findings of the last day say when it happened last; none is only worth as much as its watch. */
const WATCHED_FOR_MS = 24 * 60 * 60_000;

function overwrittenCheck({ at, sinceAt, overwritten: names, overwrittenAt }: PeopleNow): Found {
  const who = named(names);
  const last = spanOf(at - (overwrittenAt ?? at));
  const isNew = names.length === 0 && at - sinceAt < WATCHED_FOR_MS;
  const span = spanOf(at - sinceAt);
  return {
    id: 'presence.competing-writer',
    area: 'presence',
    state: names.length === 0 ? 'good' : 'warning',
    words: {
      title: {
        en: `Other programs that write presence${isNew ? `: watched for ${span}` : ''}`,
        de: `Andere Programme, die Präsenz setzen${isNew ? `: seit ${span} beobachtet` : ''}`,
      },
      effect: {
        en: `What Rufwerk showed of ${who.en} was replaced right after, more than once; last ${last} ago.`,
        de: `Was Rufwerk von ${who.de} zeigte, wurde mehrmals gleich danach ersetzt, zuletzt vor ${last}.`,
      },
      cause: {
        en:
          'Another system writes the presence of the same people, such as the presence ' +
          'synchronisation of a telephone system (AHB-105); or they chose a status by hand.',
        de:
          'Ein anderes System setzt die Präsenz derselben Personen, etwa der Präsenzabgleich ' +
          'einer Telefonanlage (AHB-105); oder sie haben einen Status von Hand gewählt.',
      },
      mend: {
        en: 'Turn off the presence synchronisation of one of the two, then check again.',
        de: 'Den Präsenzabgleich eines der beiden ausschalten, dann erneut prüfen.',
      },
    },
  };
}

function stayingCheck(names: readonly string[]): Found {
  const who = named(names);
  return {
    id: 'presence.stays',
    area: 'presence',
    state: names.length === 0 ? 'good' : 'warning',
    words: {
      title: { en: 'Presence after a call', de: 'Präsenz nach einem Gespräch' },
      effect: {
        en: `Teams goes on showing of ${who.en} what Rufwerk ended long ago: they are not rung.`,
        de: `Teams zeigt von ${who.de} weiter, was Rufwerk längst beendet hat: kein Zustellen.`,
      },
      cause: {
        en:
          'Another system saved the presence that Rufwerk showed and wrote it back after the ' +
          'call, such as the presence synchronisation of a telephone system (AHB-105).',
        de:
          'Ein anderes System hat sich gemerkt, was Rufwerk zeigte, und es nach dem Gespräch ' +
          'wieder gesetzt, etwa der Präsenzabgleich einer Telefonanlage (AHB-105).',
      },
      mend: {
        en: 'Turn off the presence synchronisation of one of the two; the person resets the status.',
        de: 'Den Präsenzabgleich eines der beiden ausschalten; die Person setzt den Status zurück.',
      },
    },
  };
}

function notShownCheck(names: readonly string[]): Found {
  const who = named(names);
  return {
    id: 'presence.not-shown',
    area: 'presence',
    state: names.length === 0 ? 'good' : 'warning',
    words: {
      title: { en: 'What Rufwerk shows in Teams', de: 'Was Rufwerk in Teams zeigt' },
      effect: {
        en: `Teams shows something else of ${who.en} than Rufwerk wrote.`,
        de: `Teams zeigt von ${who.de} etwas anderes, als Rufwerk geschrieben hat.`,
      },
      cause: {
        en: 'A presence chosen by hand stands above every application’s (AHB-102, AHB-103).',
        de: 'Ein von Hand gewählter Status steht über jedem einer Anwendung (AHB-102, AHB-103).',
      },
      mend: {
        en: 'The person chooses "Reset status" in Teams, or resets the own presence in My work.',
        de: 'Die Person wählt in Teams «Status zurücksetzen», oder setzt ihn in Meine Arbeit zurück.',
      },
    },
  };
}

function stuckCheck(names: readonly string[]): Found {
  const who = named(names);
  return {
    id: 'presence.stuck-do-not-disturb',
    area: 'presence',
    state: names.length === 0 ? 'good' : 'warning',
    words: {
      title: { en: 'People stuck in Do not disturb', de: 'Wer in «Nicht stören» hängt' },
      effect: {
        en: `${who.en}: on duty, but in Do not disturb for more than four hours, so never rung.`,
        de: `${who.de}: angemeldet, aber seit über vier Stunden auf «Nicht stören», also nie angerufen.`,
      },
      cause: {
        en:
          'It was chosen by hand and forgotten, or another system left it behind, such as the ' +
          'calendar synchronisation of a telephone system (AHB-106). It is none of Rufwerk’s.',
        de:
          'Von Hand gewählt und vergessen, oder von einem anderen System hinterlassen, etwa dem ' +
          'Kalenderabgleich einer Telefonanlage (AHB-106). Von Rufwerk ist es nicht.',
      },
      mend: {
        en: 'The person resets the status; if it comes back, turn that synchronisation off.',
        de: 'Die Person setzt den Status zurück; kehrt er wieder, jenen Abgleich ausschalten.',
      },
    },
  };
}

function busyOnBusyCheck({ at, rungInACall: names, rungInACallAt }: PeopleNow): Found {
  const who = named(names);
  const last = spanOf(at - (rungInACallAt ?? at));
  return {
    id: 'calls.busy-on-busy',
    area: 'calls',
    state: names.length === 0 ? 'advice' : 'warning',
    words: {
      title: { en: 'Busy on busy', de: 'Besetzt bei Besetzt' },
      effect:
        names.length === 0
          ? {
              en: 'Rufwerk cannot see this setting. Without it a second call rings during a call.',
              de: 'Rufwerk sieht diese Einstellung nicht. Ohne sie klingelt ein zweiter Anruf im Gespräch.',
            }
          : {
              en: `A call rang at ${who.en} while Teams showed a call of theirs; last ${last} ago.`,
              de: `Es klingelte bei ${who.de}, während Teams ein Gespräch zeigte; zuletzt vor ${last}.`,
            },
      cause: {
        en: 'Busy on busy is off by default, and presence tells a new call late (AHB-101).',
        de: '«Besetzt bei Besetzt» ist von Haus aus aus, und die Präsenz meldet ein neues Gespräch spät (AHB-101).',
      },
      mend: {
        en: 'Teams admin centre > Voice > Calling policies: set Busy on busy to on for the agents (DEC-23).',
        de: 'Teams Admin Center > Sprache > Anrufrichtlinien: «Besetzt bei Besetzt» für die Agenten einschalten (DEC-23).',
      },
    },
  };
}

const voicemailAdvice: Found = {
  id: 'calls.voicemail',
  area: 'calls',
  state: 'advice',
  words: {
    title: { en: 'Personal voicemail', de: 'Persönlicher Anrufbeantworter' },
    effect: {
      en: 'A caller may land in an agent’s own voicemail instead of the queue.',
      de: 'Wer anruft, kann auf dem persönlichen Anrufbeantworter landen statt in der Warteschlange.',
    },
    cause: {
      en: 'After 20 seconds of ringing, or in Do not disturb, Teams answers with voicemail; Rufwerk cannot see the setting.',
      de: 'Nach 20 Sekunden Klingeln, oder auf «Nicht stören», nimmt der Anrufbeantworter an; Rufwerk sieht die Einstellung nicht.',
    },
    mend: {
      en: 'Keep the ring time below 20 seconds, or turn voicemail off for agents (AllowVoicemail).',
      de: 'Die Klingeldauer unter 20 Sekunden halten, oder für Agenten ausschalten (AllowVoicemail).',
    },
  },
};

const nativeQueueAdvice: Found = {
  id: 'calls.native-queue',
  area: 'calls',
  state: 'advice',
  words: {
    title: { en: 'A queue for when Rufwerk is down', de: 'Eine Warteschlange für den Ausfall' },
    effect: {
      en: 'While Rufwerk is down an incoming call rings nowhere for 15 seconds and is lost.',
      de: 'Steht Rufwerk still, klingelt ein Anruf 15 Sekunden lang nirgends und geht verloren.',
    },
    cause: {
      en: 'Teams waits for an answer of the application and has nowhere else to go (DEC-24).',
      de: 'Teams wartet auf eine Antwort der Anwendung und hat sonst kein Ziel (DEC-24).',
    },
    mend: {
      en: 'Set up a native Teams call queue behind each resource account.',
      de: 'Hinter jedem Ressourcenkonto eine Anrufwarteschlange von Teams einrichten.',
    },
  },
};
