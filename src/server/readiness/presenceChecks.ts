/** How presence is read and written: sources, age, throttling, clocks, degraded services. */
import type { PresenceHealth } from '@rufwerk/engine/graph';
import type { NewestToken } from './applicationToken.ts';
import { asSaid, type Found, type Texts } from './check.ts';

export interface DegradedNow {
  readonly name: string;
  readonly sinceAt: number;
}

/** What is known that is newer than a source's last answer. */
export interface NewestAnswers {
  readonly token: NewestToken;
  readonly nowAt: number;
  /** When somebody last said that something was mended. */
  readonly checkedAgainAt: number;
}

type Source = keyof PresenceHealth['sources'];

export function presenceChecks(
  health: PresenceHealth,
  degraded: readonly DegradedNow[],
  newest: NewestAnswers,
): Found[] {
  const sources: readonly Source[] = ['poll', 'read', 'write'];
  return [
    ...sources.map((source) => sourceCheck(source, health, newest)),
    ageCheck(health),
    throttlingCheck(health),
    clockCheck(health),
    degradedCheck(degraded),
  ];
}

const SOURCE_WORDS: Readonly<Record<Source, { readonly title: Texts; readonly effect: Texts }>> = {
  poll: {
    title: { en: 'Reading presence', de: 'Präsenz lesen' },
    effect: {
      en: 'What is known of people grows old; the services’ rules about age decide.',
      de: 'Das Wissen über Personen veraltet; die Altersregeln der Services entscheiden.',
    },
  },
  read: {
    title: { en: 'Reading single people', de: 'Einzelne Personen lesen' },
    effect: {
      en: 'Services that confirm a presence before they ring try the next agent instead.',
      de: 'Services, die vor dem Zustellen nachfragen, versuchen es bei der nächsten Person.',
    },
  },
  write: {
    title: { en: 'Showing presence', de: 'Präsenz zeigen' },
    effect: {
      en:
        'What Rufwerk wants to show in Teams is not shown, and what it shows ends by itself ' +
        'within ten minutes (AHB-102).',
      de:
        'Was Rufwerk in Teams zeigen will, ist nicht zu sehen; was es zeigt, endet spätestens ' +
        'nach zehn Minuten von selbst (AHB-102).',
    },
  },
};

function sourceCheck(source: Source, { sources }: PresenceHealth, newest: NewestAnswers): Found {
  const { lastError, lastSuccessAt } = sources[source];
  const { title, effect } = SOURCE_WORDS[source];
  const isTried = lastSuccessAt !== null || lastError !== null;
  const isFailing = isStillFailing(source, sources, newest);
  const state = !isFailing ? 'good' : source === 'poll' ? 'fault' : 'warning';
  return {
    id: `presence.${source}`,
    area: 'presence',
    state,
    words: {
      title: isTried ? title : notTried(title),
      effect,
      cause: asSaid(lastError?.cause ?? ''),
      mend: lastError?.mend == null ? PASSES : asSaid(lastError.mend),
    },
  };
}

/** Nothing is wrong with it, as far as is known since the start. */
function notTried({ en, de }: Texts): Texts {
  return { en: `${en}: not tried since the start`, de: `${de}: seit dem Start nicht versucht` };
}

/** What we show ends within ten minutes: a write that failed longer ago has no effect any more. */
const WRITE_TOLD_FOR_MS = 10 * 60_000;

/**
 * Polling asks all the time. Single reads and writes are asked for now and then only: what is newer
 * than their last answer tells whether they would work again.
 */
function isStillFailing(
  source: Source,
  sources: PresenceHealth['sources'],
  { token, nowAt, checkedAgainAt }: NewestAnswers,
): boolean {
  const { isFailing, lastError } = sources[source];
  if (!isFailing || lastError === null || source === 'poll') return isFailing;
  const { at, lacks } = lastError;
  if (lacks !== undefined) return (token.askedAt ?? 0) <= at || !permits(token, lacks);
  if (source === 'read') return (sources.poll.lastSuccessAt ?? 0) <= at;
  return at > checkedAgainAt && nowAt - at < WRITE_TOLD_FOR_MS;
}

/** The permission to write includes reading. */
function permits({ granted }: NewestToken, permission: string): boolean {
  const is = (name: string): boolean => granted?.includes(name) === true;
  return is(permission) || (permission === 'Presence.Read.All' && is('Presence.ReadWrite.All'));
}

const PASSES: Texts = {
  en: 'It is tried again by itself; if this lasts, look at the service health of Microsoft 365.',
  de: 'Es wird von selbst wieder versucht; hält es an, hilft die Dienststatusseite von Microsoft 365.',
};

function ageCheck({ people, notRefreshed, lastSuccessAt }: PresenceHealth): Found {
  const isOld = people > 0 && (notRefreshed > 0 || lastSuccessAt === null);
  return {
    id: 'presence.age',
    area: 'presence',
    state: !isOld ? 'good' : notRefreshed * 2 > people ? 'fault' : 'warning',
    words: {
      title: { en: 'Age of what is known', de: 'Alter des Wissens' },
      effect: {
        en: `Of ${notRefreshed} of ${people} people the presence is older than it should be.`,
        de: `Von ${notRefreshed} der ${people} Personen ist die Präsenz älter, als sie sein sollte.`,
      },
      cause: {
        en: 'Reading fails, is throttled, or has only just begun.',
        de: 'Das Lesen misslingt, wird gebremst oder hat eben erst begonnen.',
      },
      mend: {
        en: 'See the checks "Reading presence", "Throttling" and "Presence by push".',
        de: 'Siehe «Präsenz lesen», «Drosselung» und «Präsenz durch Push».',
      },
    },
  };
}

function throttlingCheck({ pausedUntilAt }: PresenceHealth): Found {
  return {
    id: 'presence.throttling',
    area: 'presence',
    state: pausedUntilAt === null ? 'good' : 'warning',
    words: {
      title: { en: 'Throttling', de: 'Drosselung' },
      effect: {
        en: 'Microsoft Graph has asked us to wait: presence is read later than planned.',
        de: 'Microsoft Graph verlangt eine Pause: die Präsenz wird später gelesen als geplant.',
      },
      cause: {
        en: 'This application sends more requests about presence than the tenant allows.',
        de: 'Diese Anwendung sendet mehr Präsenzanfragen, als der Mandant erlaubt.',
      },
      mend: {
        en: 'Look for another program that uses the same application id; otherwise it passes.',
        de: 'Nach einem anderen Programm mit derselben Anwendungs-ID suchen; sonst vergeht es.',
      },
    },
  };
}

function clockCheck({ clockDifferenceMs, isClockOff }: PresenceHealth): Found {
  const seconds = Math.round(Math.abs(clockDifferenceMs ?? 0) / 1000);
  const isAhead = (clockDifferenceMs ?? 0) < 0;
  return {
    id: 'clock',
    area: 'sign-in',
    state: isClockOff ? 'fault' : 'good',
    words: {
      title: { en: 'This machine’s clock', de: 'Uhr dieses Rechners' },
      effect: {
        en: 'Tokens may be refused, and ages and waiting times come out wrong.',
        de: 'Tokens können abgelehnt werden, Alter und Wartezeiten stimmen nicht.',
      },
      cause: {
        en: `The clock is ${seconds} seconds ${isAhead ? 'ahead of' : 'behind'} Microsoft’s.`,
        de: `Die Uhr geht gegenüber Microsoft ${seconds} Sekunden ${isAhead ? 'vor' : 'nach'}.`,
      },
      mend: {
        en: 'Let the machine take its time from a time server (NTP).',
        de: 'Die Zeit des Rechners von einem Zeitserver beziehen (NTP).',
      },
    },
  };
}

function degradedCheck(degraded: readonly DegradedNow[]): Found {
  const names = degraded.map(({ name }) => name).join(', ');
  return {
    id: 'presence.degraded',
    area: 'presence',
    state: degraded.length === 0 ? 'good' : 'fault',
    words: {
      title: { en: 'View of the agents', de: 'Sicht auf die Agenten' },
      effect: {
        en: `${names}: of most agents it is not known whether they are in a call.`,
        de: `${names}: von den meisten Agenten ist nicht bekannt, ob sie im Gespräch sind.`,
      },
      cause: {
        en: 'Only availability is told of them, or what was known has grown too old (DEC-3).',
        de: 'Nur die Verfügbarkeit wird gemeldet, oder das Wissen ist veraltet (DEC-3).',
      },
      mend: {
        en: 'Mend the sources above; "Busy while degraded" of each service decides meanwhile.',
        de:
          'Die Quellen oben in Ordnung bringen; bis dahin entscheidet je Service ' +
          '«Beschäftigt bei eingeschränkter Sicht».',
      },
    },
  };
}
