/**
 * What a decision takes by itself: everybody of a service considered, counted, ranked and written
 * into the digest, and the counts of the record made; without the facts that the rest of its step
 * folds. Asked of another service each time, so that its people are as far away in memory as those
 * of the next real decision.
 */
import process from 'node:process';
import { step, type TaskState, type TenantState } from '@rufwerk/engine/core';
import { countedCategories, scan } from '../../src/engine/core/distribution/scan.ts';
import { clockCostNs, type Durations, durationsOf, portions } from './play.ts';

/** So that one service follows another and all have their turn. */
const STRIDE = 7_919;

export interface DecisionAlone extends Durations {
  /** People considered by the middle one of the decisions, and by the largest. */
  readonly candidates: number;
  readonly candidatesMax: number;
}

/** Plays the day; wherever it takes a decision, one more is timed, which changes nothing. */
export function timeDecisionsAlone(state: TenantState, day: readonly string[]): DecisionAlone {
  const clockNs = clockCostNs();
  const services = [...state.services.values()];
  const taken: number[] = [];
  const sizes: number[] = [];
  for (const inputs of portions(day)) {
    for (const input of inputs) {
      const offered = step(state, input).find(({ type }) => type === 'CallOffered');
      if (offered?.type !== 'CallOffered') continue;
      const task = state.tasks.get(offered.taskId);
      const service = services[(taken.length * STRIDE) % services.length];
      if (task === undefined || service === undefined) continue;
      sizes.push(service.lineup.members.length);
      taken.push(decideNs(state, service, task, input.at) - clockNs);
    }
  }
  sizes.sort((left, right) => left - right);
  const candidates = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return { ...durationsOf(taken), candidates, candidatesMax: sizes[sizes.length - 1] ?? 0 };
}

type Service = Parameters<typeof scan>[1];

function decideNs(state: TenantState, service: Service, task: TaskState, at: number): number {
  const before = process.hrtime.bigint();
  const result = scan(state, service, task, at, 1);
  result.countedReasons();
  countedCategories(result);
  result.digest.toString();
  return Number(process.hrtime.bigint() - before);
}
