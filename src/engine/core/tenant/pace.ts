/**
 * How fast a service's line moves: the time between two calls that left it one after another while
 * a third stood in it, times the agents who were able then. From it follows what a caller has to
 * expect (`expectedWait.ts`). State; changed by facts only.
 */
export interface Pace {
  /** Since when calls have stood in line without a break, or one last left; null: none does. */
  sinceAt: number | null;
  /** Observations that count, up to the memory's length. */
  samples: number;
  /** Mean of agent-milliseconds per call, and the mean of their squares. */
  mean: number;
  meanSquare: number;
}

/** After this many calls an old one has lost most of its weight. */
export const MEMORY = 40;

export function emptyPace(): Pace {
  return { sinceAt: null, samples: 0, mean: 0, meanSquare: 0 };
}

/** A call left the queue after `intervalMs`, while `agents` were able. */
export function observePace(pace: Pace, intervalMs: number, agents: number): void {
  const work = intervalMs * Math.max(1, agents);
  pace.samples = Math.min(MEMORY, pace.samples + 1);
  const weight = 1 / pace.samples;
  pace.mean += (work - pace.mean) * weight;
  pace.meanSquare += (work * work - pace.meanSquare) * weight;
}
