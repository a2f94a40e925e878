/**
 * What a waiting caller has to expect, as an interval that holds in four of five cases. The
 * service's pace says how much agents' work one call took lately; the calls before this one, over
 * the agents who are able now, give mean and variance of the wait, and the two tenths at its ends
 * are cut off as of a gamma distribution (Wilson and Hilferty's approximation). Before the line has
 * moved often enough, the day's calls of these agents stand for the pace.
 */
import { STANDING } from '../tenant/indexes/standings.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { countAble } from '../tenant/able.ts';
import { MEMORY } from '../tenant/pace.ts';

export interface ExpectedWait {
  /** From now, in ms: in four of five cases the wait ends between the two. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** Agents' work per call, in ms. */
interface Work {
  readonly mean: number;
  readonly variance: number;
  /** From how many calls both are known. */
  readonly samples: number;
}

/** Fewer calls than this say nothing about the next. */
const LEAST_SAMPLES = 8;
/** The 90 % point of the normal distribution. */
const NORMAL_90 = 1.2816;

/** Null while too little is known, or nobody is able. */
export function expectedWait(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
): ExpectedWait | null {
  if (!task.isInLine) return null;
  const agents = countAble(state, service, state.lastAt);
  const work = agents === 0 ? null : workPerCall(state, service);
  if (work === null) return null;
  const calls = service.waiting.tasks.indexOf(task) + 1;
  // The mean itself is known only from so many calls: all the calls before share its error.
  const spread = calls + (calls * calls) / work.samples;
  return gammaMiddle((calls * work.mean) / agents, (spread * work.variance) / (agents * agents));
}

function workPerCall(state: Readonly<TenantState>, service: Readonly<ServiceState>): Work | null {
  const { samples, mean, meanSquare } = service.pace;
  if (samples < LEAST_SAMPLES) return workOfTheDay(state, service);
  return { mean, variance: Math.max(0, meanSquare - mean * mean), samples };
}

/** Talk and after-call work of a call today, spread as talk times are: about as widely as long. */
function workOfTheDay(
  { standings }: Readonly<TenantState>,
  { lineup }: Readonly<ServiceState>,
): Work | null {
  let [calls, busyMs] = [0, 0];
  for (const row of lineup.members) {
    // A call that goes on counts when it is over.
    const isTalking = standings.standing(row) === STANDING.IN_OUR_CALL;
    calls += standings.callsToday(row) - (isTalking ? 1 : 0);
    busyMs += Math.max(0, standings.busyMsToday(row));
  }
  if (calls < LEAST_SAMPLES) return null;
  const mean = busyMs / calls;
  return { mean, variance: mean * mean, samples: Math.min(calls, MEMORY) };
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
