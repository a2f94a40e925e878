/**
 * By which value of the order the winner came before the next (the order is total: there is one).
 */
import type { Decision } from '@rufwerk/engine/api';

type Candidate = Decision['candidates'][number];

export type Ahead = 'offers' | 'value' | 'idle' | 'tieBreak';

/** The first value in which two neighbours of the order differ. */
export function aheadBy(winner: Candidate, next: Candidate): Ahead {
  if (winner.offersOfThisTask !== next.offersOfThisTask) return 'offers';
  if (winner.value !== next.value) return 'value';
  if (Date.parse(winner.idleSince) !== Date.parse(next.idleSince)) return 'idle';
  return 'tieBreak';
}
