/** Presence accounts and their subscriptions, as readiness tells them (DEC-17, AHB-31, NIM-35). */
import type { PresenceAccount, PresencePush, PresencePushHealth } from '@rufwerk/engine/graph';
import { asSaid, type Texts } from '../readiness/check.ts';
import type { Found } from '../readiness/index.ts';

/** One check for each account, and one for all: whether anything is told by push at all. */
export function pushChecks({
  accounts,
  health,
}: Pick<PresencePush, 'accounts' | 'health'>): Found[] {
  const kept = accounts.list();
  const told = health();
  if (kept.length === 0) return [noAccount];
  return [pushCheck(told), ...kept.map((account) => accountCheck(account, told))];
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

function pushCheck({ accounts }: PresencePushHealth): Found {
  const isLive = accounts.some(({ state }) => state === 'live');
  const silent = accounts.some(({ silentSinceAt }) => silentSinceAt !== null);
  return {
    id: 'push',
    area: 'notifications',
    state: isLive && !silent ? 'good' : 'warning',
    words: {
      title: { en: 'Presence by push', de: 'Präsenz durch Push' },
      effect: LATER,
      cause: silent
        ? {
            en: 'A subscription told nothing of a change that reading in turn had found.',
            de: 'Ein Abonnement hat einen Wechsel verschwiegen, den das Lesen gefunden hat.',
          }
        : { en: 'No subscription is in force.', de: 'Kein Abonnement ist in Kraft.' },
      mend: {
        en: 'It is made anew by itself; see the checks of the presence accounts.',
        de: 'Es wird von selbst erneuert; siehe die Prüfungen der Präsenzkonten.',
      },
    },
  };
}

function accountCheck(account: PresenceAccount, { accounts }: PresencePushHealth): Found {
  const health = accounts.find(({ accountId }) => accountId === account.id);
  const isTroubled = health?.state === 'barred' || health?.state === 'waiting';
  const error = health?.lastError ?? null;
  const name = account.userPrincipalName;
  return {
    id: `presence-account.${account.id}`,
    area: 'notifications',
    state: isTroubled ? 'warning' : 'good',
    words: {
      title: { en: `Presence account ${name}`, de: `Präsenzkonto ${name}` },
      effect: {
        en: 'It cannot subscribe; the other account does its work, where there is one.',
        de: 'Es kann nichts abonnieren; das andere Konto übernimmt, wo es eines gibt.',
      },
      cause: asSaid(error === null ? '' : `${error.field}: ${error.cause}`),
      mend: asSaid(error?.mend ?? ''),
    },
  };
}
