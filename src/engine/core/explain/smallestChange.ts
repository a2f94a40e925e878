/**
 * The smallest single change that would have changed the result: one value or one reason of one
 * agent, everything else as it was. A change of the next in the order comes first; then the reason
 * of somebody whom nothing else spoke against, what passes by itself before what a person must
 * decide.
 */
import type { Order } from '../config/offering.ts';
import type { Candidate, SmallestChange } from './decision.ts';
import { decidedBy, inOrder } from './inOrder.ts';
import { valueUnit } from './orders.ts';
import type { Reason, ReasonCode } from './reasons.ts';

/** Somebody who lost for one reason only, with what would have been compared without it. */
export interface Almost {
  readonly candidate: Candidate;
  readonly reason: Reason;
}

interface Outcome {
  readonly order: Order;
  /** No agent can have a smaller value: nobody has taken fewer calls than none. */
  readonly leastValue: number;
  /** In the order. */
  readonly candidates: readonly Candidate[];
  readonly almost: readonly Almost[];
  /** How many were rung, and how many would have been had there been enough. */
  readonly offered: number;
  readonly wanted: number;
}

/** Null when no single change of one agent would have changed who was rung. */
export function smallestChange(outcome: Outcome): SmallestChange | null {
  const { candidates, offered } = outcome;
  const last = candidates[offered - 1];
  if (last === undefined) return nearestReason(outcome);
  for (let place = offered; place < candidates.length; place += 1) {
    const next = candidates[place];
    const change = next === undefined ? null : changeOf(outcome, next, last);
    if (change !== null) return change;
  }
  return nearestReason(outcome);
}

/** What would have put `next` before the last who was rung; null when one change is not enough. */
function changeOf(outcome: Outcome, next: Candidate, last: Candidate): SmallestChange | null {
  const { agentId } = next;
  switch (decidedBy(last, next)) {
    case 'offers': {
      const offers = enough(next, last, 'offersOfThisTask');
      return offers < 0 ? null : { kind: 'offers', agentId, by: next.offersOfThisTask - offers };
    }
    case 'presence': {
      const { ageMs } = next.presence;
      const isFirst = inOrder({ ...next, isLate: false }, last) < 0;
      return isFirst ? { kind: 'presence', agentId, ageMs } : null;
    }
    case 'value':
      return changeOfValue(outcome, next, last);
    case 'idle':
      return changeOfIdle(next, last);
    case 'lot':
      return { kind: 'lot', agentId };
  }
}

function changeOfValue(
  { order, leastValue }: Outcome,
  next: Candidate,
  last: Candidate,
): SmallestChange | null {
  const { agentId } = next;
  const unit = valueUnit(order);
  if (unit === 'instant') return changeOfIdle(next, last);
  if (unit === 'lot') return { kind: 'lot', agentId };
  // Whoever is moved to a place moves the one who stood there down.
  const to = unit === 'place' ? last.value : enough(next, last, 'value');
  return to < leastValue ? null : { kind: 'value', agentId, by: next.value - to, to };
}

function changeOfIdle(next: Candidate, last: Candidate): SmallestChange {
  // Where idle time is what the order compares, both change together.
  const equal = { ...next, value: last.value, idleSinceAt: last.idleSinceAt };
  const byMs = next.idleSinceAt - last.idleSinceAt + (inOrder(equal, last) < 0 ? 0 : 1);
  return { kind: 'idle', agentId: next.agentId, byMs };
}

/** As small as the other's where the tie goes to `next`, one less where it does not. */
function enough(next: Candidate, last: Candidate, compared: 'offersOfThisTask' | 'value'): number {
  const equal = { ...next, [compared]: last[compared] };
  return inOrder(equal, last) < 0 ? last[compared] : last[compared] - 1;
}

function nearestReason({ candidates, almost, offered, wanted }: Outcome): SmallestChange | null {
  const last = offered === wanted ? candidates[offered - 1] : undefined;
  let nearest: Almost | null = null;
  for (const one of almost) {
    if (last !== undefined && inOrder(last, one.candidate) < 0) continue;
    if (nearest === null || isNearer(one, nearest)) nearest = one;
  }
  if (nearest === null) return null;
  return { kind: 'reason', agentId: nearest.candidate.agentId, reason: nearest.reason };
}

function isNearer(left: Almost, right: Almost): boolean {
  const byKind = STEP[left.reason.code] - STEP[right.reason.code] || endOf(left) - endOf(right);
  return byKind === 0 ? inOrder(left.candidate, right.candidate) < 0 : byKind < 0;
}

function endOf({ reason }: Almost): number {
  return 'untilAt' in reason ? reason.untilAt : 0;
}

/** Small for what passes by itself, large for what a person must decide. */
const STEP: Readonly<Record<ReasonCode, number>> = {
  paused: 1,
  'after-call-work': 2,
  'others-first': 3,
  'level-not-reached': 4,
  'presence-too-old': 5,
  'presence-not-known': 6,
  ringing: 7,
  'in-our-call': 8,
  'on-break': 9,
  'in-a-call': 10,
  'in-a-meeting': 11,
  'not-distributed': 12,
  'busy-while-degraded': 13,
  'presence-value-unknown': 14,
  'service-switched-off': 15,
  'not-yet-switched-on': 15,
  'profile-without-skill': 16,
  'off-duty': 17,
  'in-an-emergency': 18,
  'is-the-caller': 19,
};
