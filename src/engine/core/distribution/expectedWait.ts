/**
 * What a waiting caller has to expect, as an interval that holds in four of five cases. The
 * service's pace says how much agents' work one call took lately; the calls before this one, over
 * the agents who work now, give mean and variance of the wait, and the two tenths at its ends are
 * cut off as of a gamma distribution (Wilson and Hilferty's approximation).
 */
import { workingAgents } from '../tenant/evolve/waiting.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';

export interface ExpectedWait {
  /** From now, in ms: in four of five cases the wait ends between the two. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** Fewer calls than this say nothing about the next. */
const LEAST_SAMPLES = 8;
/** The 90 % point of the normal distribution. */
const NORMAL_90 = 1.2816;

/** Null while too little is known, or nobody works. */
export function expectedWait(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
): ExpectedWait | null {
  const { pace } = service;
  const agents = workingAgents(state, service);
  if (pace.samples < LEAST_SAMPLES || agents === 0 || !task.isInLine) return null;
  const before = service.waiting.tasks.indexOf(task);
  const mean = pace.mean / agents;
  const variance = Math.max(0, pace.meanSquare - pace.mean * pace.mean) / (agents * agents);
  return gammaMiddle((before + 1) * mean, (before + 1) * variance);
}

/** The middle eighty of a hundred of a gamma distribution. */
function gammaMiddle(mean: number, variance: number): ExpectedWait {
  if (mean <= 0 || variance <= 0) return { fromMs: mean, toMs: mean };
  const shape = (mean * mean) / variance;
  const at = (z: number): number => {
    const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    return root <= 0 ? 0 : Math.round(mean * root * root * root);
  };
  return { fromMs: at(-NORMAL_90), toMs: at(NORMAL_90) };
}
