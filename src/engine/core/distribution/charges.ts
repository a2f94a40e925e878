/** What the end of an offer costs the agent: a pause, a miss, nothing (NIMx-01, NIMx-02). */
import type { OfferSettings } from '../config/offering.ts';
import type { FactOf, OfferOutcome } from '../tenant/facts.ts';
import type { OfferState } from '../tenant/state.ts';

/** A broadcast that nobody took, or somebody else, is nobody's miss unless the service says so. */
export function charges(
  offer: OfferState,
  outcome: OfferOutcome,
  settings: OfferSettings,
): boolean {
  switch (outcome) {
    case 'declined':
    case 'unreachable':
      return true;
    case 'missed':
      return isOwnMiss(offer) && (!offer.isBroadcast || settings.pauseAfterMissedBroadcast);
    case 'taken-by-another':
      return offer.isBroadcast && settings.pauseAfterMissedBroadcast;
    default:
      return false;
  }
}

/**
 * Neither a gap nor a recall for another reason is the agent's miss, whatever the platform says.
 */
function isOwnMiss({ excused, recallCause }: OfferState): boolean {
  return !excused && (recallCause === null || recallCause === 'ring-time');
}

export function pauseAfter(
  at: number,
  outcome: OfferOutcome,
  settings: OfferSettings,
): FactOf<'OfferEnded'>['pause'] {
  const cause = outcome === 'declined' || outcome === 'unreachable' ? outcome : 'missed';
  const seconds = {
    missed: settings.pauseAfterMissedSeconds,
    declined: settings.pauseAfterDeclinedSeconds,
    unreachable: settings.pauseAfterUnreachableSeconds,
  }[cause];
  return seconds === 0 ? null : { cause, untilAt: at + seconds * 1000 };
}

/** Asked and did not come, for whatever reason of their own. */
export function isRefusal(outcome: OfferOutcome): boolean {
  return outcome === 'declined' || outcome === 'missed' || outcome === 'unreachable';
}

/**
 * What a failed invitation means, from the platform's SIP-like code: 603 and other 6xx are the
 * person's no; 408, 480 and 487 are no answer; anything else means that no client could ring.
 */
export function outcomeOfFailure(code: number | null): 'declined' | 'missed' | 'unreachable' {
  if (code === 408 || code === 480 || code === 487) return 'missed';
  return code !== null && code > 600 && code < 700 ? 'declined' : 'unreachable';
}
