/**
 * The smallest single change that would have changed the result: one value or one reason of one
 * agent, everything else as it was. A value of the next in the order comes first; then the reason
 * of somebody whom nothing else spoke against, what passes by itself before what a person must
 * decide.
 */
import type { Candidate, SmallestChange } from './decision.ts';
import { inOrder } from './inOrder.ts';
import type { Reason, ReasonCode } from './reasons.ts';

/** Somebody who lost for one reason only, with what would have been compared without it. */
export interface Almost {
  readonly candidate: Candidate;
  readonly reason: Reason;
}

interface Outcome {
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
  const next = candidates[offered];
  const last = candidates[offered - 1];
  const isByValue =
    last !== undefined &&
    next?.offersOfThisTask === last.offersOfThisTask &&
    next.isLate === last.isLate;
  if (isByValue) {
    return { kind: 'value', agentId: next.agentId, by: next.value - last.value };
  }
  return nearestReason(outcome);
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
  'profile-without-skill': 16,
  'off-duty': 17,
  'is-the-caller': 18,
};
