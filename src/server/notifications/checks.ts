/** Presence accounts and their subscriptions, as readiness tells them (DEC-17, AHB-31, NIM-35). */
import type { PresenceAccount, PresencePush, PresencePushHealth } from '@rufwerk/engine/graph';

type AccountSubscriptionHealth = PresencePushHealth['accounts'][number];
import type { Texts } from '../readiness/check.ts';
import type { Found } from '../readiness/index.ts';
import { spanOf } from '../readiness/span.ts';
import { newsOfAccount, newsOfAll } from './newsWords.ts';
import { refusedEmergencyCheck, refusedPresenceCheck } from './refusedChecks.ts';

/**
 * One check for each account, and some for all: whether anything is told by push at all, and what
 * was refused since somebody last said that it was mended.
 */
export function pushChecks(
  { accounts, health }: Pick<PresencePush, 'accounts' | 'health'>,
  nowAt: number,
  checkedAgainAt: number,
): Found[] {
  const kept = accounts.list();
  const told = health();
  const refusedEmergencies = refusedEmergencyCheck(told.notifications, checkedAgainAt);
  if (kept.length === 0) return [noAccount, refusedEmergencies];
  return [
    pushCheck(told, nowAt),
    silenceCheck(told, nowAt),
    refusedPresenceCheck(told.notifications, checkedAgainAt),
    refusedEmergencies,
    ...kept.map((account) => accountCheck(account, told, nowAt)),
  ];
}

const LATER: Texts = {
  en: 'Changes of presence are learnt by reading in turn, some seconds later than by push.',
  de: 'Präsenzwechsel werden durch reihum Lesen erkannt, einige Sekunden später als durch Push.',
};

const noAccount: Found = {
  id: 'push',
  area: 'notifications',
  state: 'advice',
  words: {
    title: { en: 'Presence by push', de: 'Präsenz durch Push' },
    effect: LATER,
    cause: { en: 'There is no presence account.', de: 'Es gibt kein Präsenzkonto.' },
    mend: {
      en: 'Sign a presence account in under Set-up, best two of them.',
      de: 'Unter «Einrichtung» ein Präsenzkonto anmelden, am besten zwei.',
    },
  },
};

/** Said of a good one as well: whether it has told anything of late. */
function pushCheck(health: PresencePushHealth, nowAt: number): Found {
  const isLive = health.accounts.some(({ state }) => state === 'live');
  const news = newsOfAll(health, nowAt);
  return {
    id: 'push',
    area: 'notifications',
    state: isLive ? 'good' : 'warning',
    words: {
      title: { en: `Presence by push: ${news.en}`, de: `Präsenz durch Push: ${news.de}` },
      effect: LATER,
      cause: { en: 'No subscription is in force.', de: 'Kein Abonnement ist in Kraft.' },
      mend: {
        en: 'It is made anew by itself; see the checks of the presence accounts.',
        de: 'Es wird von selbst erneuert; siehe die Prüfungen der Präsenzkonten.',
      },
    },
  };
}

/** A silence is over within minutes, mostly before anybody looks: it is told for a while after. */
const SILENCE_TOLD_FOR_MS = 15 * 60_000;

/** A subscription that told nothing of a change that polling had found (DEC-15). */
function silenceCheck({ accounts }: PresencePushHealth, nowAt: number): Found {
  const silences = accounts.flatMap(({ lastSilence }) => lastSilence ?? []);
  const told = silences.find(
    ({ overAt }) => overAt === null || nowAt - overAt < SILENCE_TOLD_FOR_MS,
  );
  // What was before the start is not known.
  const watchedMs = nowAt - Math.max(...accounts.map(({ watchedSinceAt }) => watchedSinceAt));
  const isNew = told === undefined && watchedMs < SILENCE_TOLD_FOR_MS;
  const span = spanOf(watchedMs);
  return {
    id: 'push.silence',
    area: 'notifications',
    state: told === undefined ? 'good' : 'warning',
    words: {
      title: {
        en: `Silence of a subscription${isNew ? `: watched for ${span}` : ''}`,
        de: `Stille eines Abonnements${isNew ? `: seit ${span} beobachtet` : ''}`,
      },
      effect: LATER,
      ...(told === undefined ? {} : silenceWords(told, nowAt)),
    },
  };
}

function silenceWords(
  { sinceAt, replacedAt, overAt }: NonNullable<AccountSubscriptionHealth['lastSilence']>,
  nowAt: number,
): { readonly cause: Texts; readonly mend: Texts } {
  const minutes = (at: number): number => Math.max(0, Math.round((nowAt - at) / 60_000));
  const replaced =
    replacedAt === null
      ? { en: 'It is made anew by itself.', de: 'Es wird von selbst neu gemacht.' }
      : {
          en: `Another one was made in its place ${minutes(replacedAt)} min ago.`,
          de: `Vor ${minutes(replacedAt)} min wurde ein anderes an seiner Stelle gemacht.`,
        };
  const over =
    overAt === null
      ? {
          en: 'No news has come since: polling tells meanwhile. If this lasts, look at the way in.',
          de: 'Seither kam keine Meldung: bis dahin hilft das Lesen. Hält es an, den Zugang prüfen.',
        }
      : {
          en: `News came again ${minutes(overAt)} min ago: nothing is left to do.`,
          de: `Vor ${minutes(overAt)} min kam wieder eine Meldung: es ist nichts mehr zu tun.`,
        };
  return {
    cause: {
      en: `${minutes(sinceAt)} min ago a subscription told nothing of a change that reading in turn had found.`,
      de: `Vor ${minutes(sinceAt)} min hat ein Abonnement einen Wechsel verschwiegen, den das Lesen gefunden hat.`,
    },
    mend: { en: `${replaced.en} ${over.en}`, de: `${replaced.de} ${over.de}` },
  };
}

function accountCheck(
  account: PresenceAccount,
  { accounts }: PresencePushHealth,
  nowAt: number,
): Found {
  const health = accounts.find(({ accountId }) => accountId === account.id);
  const isTroubled = health?.state === 'barred' || health?.state === 'waiting';
  const error = health?.lastError ?? null;
  const name = account.userPrincipalName;
  const news = newsOfAccount(health, nowAt);
  const age = health === undefined ? { en: '', de: '' } : ageOf(health, nowAt);
  return {
    id: `presence-account.${account.id}`,
    area: 'notifications',
    state: isTroubled ? 'warning' : 'good',
    words: {
      title: {
        en: `Presence account ${name}: ${news.en}${age.en}`,
        de: `Präsenzkonto ${name}: ${news.de}${age.de}`,
      },
      effect: {
        en: 'It cannot subscribe; the other account does its work, where there is one.',
        de: 'Es kann nichts abonnieren; das andere Konto übernimmt, wo es eines gibt.',
      },
      ...(error === null ? {} : { cause: causeOf(error), mend: error.mend }),
    },
  };
}

function causeOf({ field, cause }: NonNullable<AccountSubscriptionHealth['lastError']>): Texts {
  return { en: `${field.en}: ${cause.en}`, de: `${field.de}: ${cause.de}` };
}

/** How old the account's subscription is, and when it ends unless it is renewed. */
function ageOf({ madeAt, expiresAt }: AccountSubscriptionHealth, nowAt: number): Texts {
  if (madeAt === null || expiresAt === null) return { en: '', de: '' };
  const minutes = (ms: number): number => Math.max(0, Math.round(ms / 60_000));
  const [age, rest] = [minutes(nowAt - madeAt), minutes(expiresAt - nowAt)];
  return {
    en: `; subscription ${age} min old, ends in ${rest} min unless renewed`,
    de: `; Abonnement ${age} min alt, endet ohne Erneuerung in ${rest} min`,
  };
}
