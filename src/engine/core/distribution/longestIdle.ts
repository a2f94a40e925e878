/**
 * The order "longest idle": fewer offers of this very call first, so that nobody is rung again
 * before the others; then the one idle longest; equal ones by a hash of seed, task and agent; and
 * should that be equal too, by id. So no two agents ever compare equal.
 */
import type { Candidate } from '../explain/decision.ts';

export function byLongestIdle(left: Candidate, right: Candidate): number {
  return (
    left.offersOfThisTask - right.offersOfThisTask ||
    left.idleSinceAt - right.idleSinceAt ||
    left.tieBreak - right.tieBreak ||
    (left.agentId < right.agentId ? -1 : 1)
  );
}
