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

/** What is compared, in this order; the first difference decides. */
export type Comparison = 'offers' | 'presence' | 'value' | 'idle' | 'lot';

type Compared = Pick<Candidate, 'offersOfThisTask' | 'isLate' | 'value' | 'idleSinceAt'>;

/** Which comparison decided between two candidates. */
export function decidedBy(left: Compared, right: Compared): Comparison {
  if (left.offersOfThisTask !== right.offersOfThisTask) return 'offers';
  if (left.isLate !== right.isLate) return 'presence';
  if (left.value !== right.value) return 'value';
  return left.idleSinceAt === right.idleSinceAt ? 'lot' : 'idle';
}
