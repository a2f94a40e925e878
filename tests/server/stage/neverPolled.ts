import type { PresenceHealth } from '@rufwerk/engine/graph';

const neverAsked = {
  lastSuccessAt: null,
  lastError: null,
  isFailing: false,
  latency: { count: 0, sumMs: 0, buckets: [] },
};

/** What polling says of itself before its first request. */
export const neverPolled: PresenceHealth = {
  ...neverAsked,
  ...{ people: 0, blocks: 0, notRefreshed: 0, underWay: 0 },
  sources: { poll: neverAsked, read: neverAsked, write: neverAsked },
  readsAs: 'application',
  applicationTrouble: null,
  pausedUntilAt: null,
  clockDifferenceMs: null,
  isClockOff: false,
};
