/** Whether push tells anything, in words (AHB-63..65). */
import type { PresencePushHealth } from '@rufwerk/engine/graph';
import type { Texts } from '../readiness/check.ts';
import { spanOf } from '../readiness/span.ts';

type AccountHealth = PresencePushHealth['accounts'][number];

/** After as long, no news are "none for more than 5 minutes" (DEC-16). */
const KNOWN_AFTER_MS = 5 * 60_000;

const NEWS: Readonly<Record<PresencePushHealth['newsState'], Texts>> = {
  online: { en: 'online', de: 'online' },
  connected: {
    en: 'connected, no news for more than 5 minutes',
    de: 'verbunden, seit über 5 Minuten keine Meldung',
  },
  offline: { en: 'offline', de: 'offline' },
};

/** It is well, and has nobody to cover. */
const STANDS_BY: Texts = { en: 'stands by', de: 'hält sich bereit' };

export function newsOfAll({ newsState, accounts }: PresencePushHealth, nowAt: number): Texts {
  const connected = accounts.filter((account) => account.newsState === 'connected');
  const listening = connected.map((account) => listeningMs(account, nowAt));
  const areAllNew = listening.every((ms) => ms !== null && ms <= KNOWN_AFTER_MS);
  if (newsState !== 'connected' || !areAllNew) return NEWS[newsState];
  return notYetKnown(Math.min(...listening.filter((ms) => ms !== null)));
}

export function newsOfAccount(account: AccountHealth | undefined, nowAt: number): Texts {
  if (account?.state === 'resting') return STANDS_BY;
  if (account?.newsState !== 'connected') return NEWS[account?.newsState ?? 'offline'];
  const ms = listeningMs(account, nowAt);
  return ms === null || ms > KNOWN_AFTER_MS ? NEWS.connected : notYetKnown(ms);
}

/** Since the start, or since it was subscribed after that; null once it has told something. */
function listeningMs(account: AccountHealth, nowAt: number): number | null {
  const { lastNotificationAt, watchedSinceAt, madeAt } = account;
  return lastNotificationAt === null ? nowAt - Math.max(watchedSinceAt, madeAt ?? 0) : null;
}

function notYetKnown(listeningForMs: number): Texts {
  const span = spanOf(listeningForMs);
  return {
    en: `connected, listening for ${span}, no news yet`,
    de: `verbunden, hört seit ${span} zu, noch keine Meldung`,
  };
}
