/** When it is worth asking whether an emergency call still goes on. */
import type { EmergencyShown } from '@rufwerk/engine/api';

/** Before that there is nothing to renew, and whoever calls for help has other things to do. */
const ASKED_BEFORE_MS = 3 * 60_000;

/**
 * Whether "the call goes on" changes anything now: the Do not disturb that we show ends soon, or
 * has ended, so that only Teams' own presence tells of the call.
 */
export function mayRenew({ call, shownUntil }: EmergencyShown, now: number): boolean {
  if (call === 'shown') return Date.parse(shownUntil) - now <= ASKED_BEFORE_MS;
  return call === 'watched';
}
