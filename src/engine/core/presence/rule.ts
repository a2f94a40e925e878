/**
 * From what is known of a person's presence to "may be offered a call", or the first reason why
 * not. The truth table of NIM-19..29, NIM-41, NIM-44 and DEC-1..3 in one function.
 */
import type { PresenceRule } from '../config/offering.ts';
import type { Reason } from '../explain/reasons.ts';
import type { Fidelity } from './reading.ts';
import { activityKindOf, type Category, categoryOf, neverDistributed } from './values.ts';

/** The one presence that fusion made of all evidence. */
export interface EffectivePresence {
  readonly availability: string;
  readonly activity: string;
  readonly fidelity: Fidelity;
  readonly source: string;
  /**
   * False before rule flag 8: then an activity such as `Focusing` said nothing beside a weaker
   * availability.
   */
  readonly activityCounts?: boolean;
  /** Time since a source last confirmed it. */
  readonly ageMs: number;
}

/** Null when the rule lets the call through; otherwise the first reason against it. */
export function presenceReason(
  presence: EffectivePresence | null,
  rule: PresenceRule,
): Reason | null {
  if (presence === null) return { code: 'presence-not-known' };
  const { ageMs } = presence;
  const limitMs = rule.notOlderThanSeconds * 1000;
  const isTooOld = ageMs > limitMs && !isWorthAsking(rule);
  if (isTooOld) return { code: 'presence-too-old', ageMs, limitMs };
  const seen = asSeen(presence, rule);
  return activityReason(seen, rule) ?? categoryReason(seen, rule, presence.fidelity);
}

/** Whether an old presence is still worth an offer: after a direct read, or after all others. */
function isWorthAsking({ whenOlder }: PresenceRule): boolean {
  return whenOlder === 'confirm' || whenOlder === 'others-first';
}

/**
 * An activity that has grown too old is not known any more: what is left is what a stranger sees
 * (DEC-3). Not so where it will be read again before the offer.
 */
function asSeen(presence: EffectivePresence, rule: PresenceRule): EffectivePresence {
  const isRead = rule.whenOlder === 'confirm' && presence.ageMs > rule.notOlderThanSeconds * 1000;
  if (isRead || presence.ageMs <= rule.activityTrustedForSeconds * 1000) return presence;
  return { ...presence, fidelity: 'availability' };
}

/** Whether the rule sees only what a stranger sees of the person. */
export function isSeenAsStranger(presence: EffectivePresence, rule: PresenceRule): boolean {
  return asSeen(presence, rule).fidelity === 'availability';
}

/**
 * What a member sees: a call always blocks, a meeting where the service says so (NIM-28, NIM-44).
 */
function activityReason(presence: EffectivePresence, rule: PresenceRule): Reason | null {
  const { activity, availability, ageMs } = presence;
  // The newer documentation lists activities such as inACall under availability too; a stranger's
  // view has no activity worth reading.
  const shown = presence.fidelity === 'activity' ? [activity, availability] : [availability];
  const kinds = shown.map(activityKindOf);
  const unknown = shown[kinds.indexOf(null)];
  if (unknown !== undefined) return { code: 'presence-value-unknown', value: unknown };
  if (kinds.includes('call')) return { code: 'in-a-call', activity, ageMs };
  if (kinds.includes('meeting') && rule.blockingActivities === 'in-a-conversation') {
    return { code: 'in-a-meeting', activity, ageMs };
  }
  return null;
}

function categoryReason(
  presence: EffectivePresence,
  rule: PresenceRule,
  told: Fidelity,
): Reason | null {
  const { activity, availability, ageMs } = presence;
  const category = categoryOf(availability) && categoryShown(presence);
  if (category === null) return { code: 'presence-value-unknown', value: availability };
  if (!distributes(category, rule)) return { code: 'not-distributed', category, activity, ageMs };
  // With availability alone "Busy" may hide a call: a setting of its own decides (DEC-3).
  if (category === 'busy' && presence.fidelity === 'availability' && !rule.busyWhileDegraded) {
    const limitMs = told === 'activity' ? rule.activityTrustedForSeconds * 1000 : null;
    return { code: 'busy-while-degraded', ageMs, limitMs };
  }
  return null;
}

/** An activity that is never distributed counts more than its availability. */
function categoryShown(presence: EffectivePresence): Category | null {
  const { activity, availability, fidelity, activityCounts = true } = presence;
  const isRead = activityCounts && fidelity === 'activity';
  return (isRead ? neverDistributed(activity) : null) ?? categoryOf(availability);
}

/** Which categories a rule distributes (DEC-1): Available always, Busy and Away by switch. */
export function distributes(category: Category, rule: PresenceRule): boolean {
  switch (category) {
    case 'available':
      return true;
    case 'busy':
      return rule.busy;
    case 'away':
      return rule.away;
    case 'do-not-disturb':
    case 'offline':
    case 'unknown':
      return false;
  }
}
