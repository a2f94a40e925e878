/** The order of candidates, whatever it compares. Total: no two agents ever compare equal. */
import type { Candidate } from './decision.ts';

export function inOrder(left: Candidate, right: Candidate): number {
  return (
    left.offersOfThisTask - right.offersOfThisTask ||
    Number(left.isLate) - Number(right.isLate) ||
    left.value - right.value ||
    left.idleSinceAt - right.idleSinceAt ||
    left.tieBreak - right.tieBreak ||
    (left.agentId < right.agentId ? -1 : 1)
  );
}
