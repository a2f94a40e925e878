/** Plays recorded inputs into a state and counts; only `step` runs while the clock does. */
import { type Input, step, type TenantState } from '@rufwerk/engine/core';

export interface Played {
  readonly seconds: number;
  readonly inputs: number;
  readonly facts: number;
  /** Offers made and "nobody" told: each with its compact record. */
  readonly decisions: number;
}

export function play(state: TenantState, inputs: readonly Input[]): Played {
  let facts = 0;
  let decisions = 0;
  const startedMs = performance.now();
  for (const input of inputs) {
    for (const fact of step(state, input)) {
      facts += 1;
      if (fact.type === 'CallOffered' || fact.type === 'NobodyEligible') decisions += 1;
    }
  }
  const seconds = (performance.now() - startedMs) / 1000;
  return { seconds, inputs: inputs.length, facts, decisions };
}

export interface Durations {
  /** Whole steps that took a decision, in ns, the clock's own cost taken off. */
  readonly p50Ns: number;
  readonly p99Ns: number;
  readonly p999Ns: number;
  readonly maxNs: number;
  readonly measured: number;
}

/** A second playing, with the clock read around every step. */
export function timeDecisions(state: TenantState, inputs: readonly Input[]): Durations {
  const clockNs = clockCostNs();
  const taken: number[] = [];
  for (const input of inputs) {
    const before = process.hrtime.bigint();
    const facts = step(state, input);
    const ns = Number(process.hrtime.bigint() - before) - clockNs;
    const isDecision = facts.some(
      (fact) => fact.type === 'CallOffered' || fact.type === 'NobodyEligible',
    );
    if (isDecision) taken.push(ns);
  }
  return durationsOf(taken);
}

export function durationsOf(taken: readonly number[]): Durations {
  const sorted = [...taken].sort((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    p50Ns: at(0.5),
    p99Ns: at(0.99),
    p999Ns: at(0.999),
    maxNs: at(1),
    measured: sorted.length,
  };
}

export function clockCostNs(): number {
  const costs = Array.from({ length: 10_001 }, () => {
    const before = process.hrtime.bigint();
    return Number(process.hrtime.bigint() - before);
  });
  return costs.sort((left, right) => left - right)[5_000] ?? 0;
}
