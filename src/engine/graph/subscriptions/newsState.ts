/** Whether a source that is subscribed to also tells something (AHB-60..66, DEC-16). */

/** News that is exactly so old still counts (DEC-16). */
const RECENT_MS = 5 * 60_000;

/**
 * - `online`: subscribed, and news came in the last five minutes.
 * - `connected`: subscribed, but no news for longer; usual while nobody's presence changes.
 * - `offline`: not subscribed.
 */
export type NewsState = 'online' | 'connected' | 'offline';

/** The state of one source; `lastNewsAt` is null before its first news. */
export function newsState(
  isSubscribed: boolean,
  lastNewsAt: number | null,
  nowAt: number,
): NewsState {
  if (!isSubscribed) return 'offline';
  const isRecent = lastNewsAt !== null && nowAt - lastNewsAt <= RECENT_MS;
  return isRecent ? 'online' : 'connected';
}

/**
 * The state of all together: each that is subscribed covers people of its own, so that one without
 * news is enough to leave `online` (AHB-66). One that stands by covers nobody and does not count.
 */
export function jointNewsState(states: readonly NewsState[]): NewsState {
  const subscribed = states.filter((state) => state !== 'offline');
  if (subscribed.length === 0) return 'offline';
  return subscribed.every((state) => state === 'online') ? 'online' : 'connected';
}
