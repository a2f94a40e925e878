/**
 * Plays a recorded day into a state and counts; only `step` runs while the clock does. The day is
 * kept as text and becomes inputs a portion at a time, so that an input is as new as one that has
 * just come in, and the measured heap is the engine's and not the record's.
 */
import process from 'node:process';
import { type Input, step, type TenantState } from '@rufwerk/engine/core';

export interface Played {
  readonly seconds: number;
  /** What the processor worked for it; on a busy machine less than the seconds that went by. */
  readonly processorSeconds: number;
  readonly inputs: number;
  readonly facts: number;
  /** Offers made and "nobody" told: each with its compact record. */
  readonly decisions: number;
}

export function play(state: TenantState, day: readonly string[]): Played {
  let facts = 0;
  let decisions = 0;
  let ms = 0;
  let processorMicroseconds = 0;
  for (const inputs of portions(day)) {
    const startedMs = performance.now();
    const before = process.cpuUsage();
    for (const input of inputs) {
      for (const fact of step(state, input)) {
        facts += 1;
        if (fact.type === 'CallOffered' || fact.type === 'NobodyEligible') decisions += 1;
      }
    }
    ms += performance.now() - startedMs;
    const { user, system } = process.cpuUsage(before);
    processorMicroseconds += user + system;
  }
  const processorSeconds = processorMicroseconds / 1e6;
  return { seconds: ms / 1000, processorSeconds, inputs: day.length, facts, decisions };
}

/** Enough that reading the clock costs nothing, few enough to stay in the processor's cache. */
const PORTION = 1_000;

export function* portions(day: readonly string[]): Generator<Input[]> {
  for (let first = 0; first < day.length; first += PORTION) {
    yield day.slice(first, first + PORTION).map((line) => JSON.parse(line) as Input);
  }
}

/** Inputs per second of a journal in text: every input parsed, then decided. */
export function decideAgain(state: TenantState, day: readonly string[]): number {
  const startedMs = performance.now();
  for (const line of day) step(state, JSON.parse(line) as Input);
  return Math.round(day.length / ((performance.now() - startedMs) / 1000));
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
export function timeDecisions(state: TenantState, day: readonly string[]): Durations {
  const clockNs = clockCostNs();
  const taken: number[] = [];
  for (const inputs of portions(day)) {
    for (const input of inputs) {
      const before = process.hrtime.bigint();
      const facts = step(state, input);
      const ns = Number(process.hrtime.bigint() - before) - clockNs;
      const isDecision = facts.some(
        (fact) => fact.type === 'CallOffered' || fact.type === 'NobodyEligible',
      );
      if (isDecision) taken.push(ns);
    }
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
