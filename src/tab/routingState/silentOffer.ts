import type { RoutingState } from '@rufwerk/engine/api';
import type { Reason } from '@rufwerk/engine/core';

/**
 * An offer of which nothing is heard yet, where it is what speaks against another call: the core's
 * reason for every live offer is `ringing`, and only the state tells them apart. Null otherwise.
 */
export function silentOffer(reason: Reason, state: RoutingState): 'confirming' | 'held' | null {
  if (reason.code !== 'ringing') return null;
  return state === 'confirming' || state === 'held' ? state : null;
}
