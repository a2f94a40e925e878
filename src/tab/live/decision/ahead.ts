/** By which comparison the winner came before the next (the order is total: there is one). */
import type { Decision } from '@rufwerk/engine/api';
import { type Comparison, decidedBy } from '@rufwerk/engine/core';

type Candidate = Decision['candidates'][number];

/** The first comparison in which two neighbours of the order differ. */
export function aheadBy(winner: Candidate, next: Candidate): Comparison {
  return decidedBy(compared(winner), compared(next));
}

function compared({ idleSince, ...candidate }: Candidate): Parameters<typeof decidedBy>[0] {
  return { ...candidate, idleSinceAt: Date.parse(idleSince) };
}
