/**
 * One step of a tenant: what an input means, applied fact by fact, so that a second offer sees the
 * first. Pure but for the state it is given: no clock, no randomness, no I/O.
 */
import type { DecisionRecord } from '../explain/decision.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import type { Input } from './inputs.ts';
import type { TenantState } from './state.ts';

/** Told of every decision in full, before its fact is applied; the fact keeps the summary. */
export type DecisionObserver = (record: DecisionRecord) => void;

/**
 * Decides `input` under today's rules and applies what it means to `state`, in place. Returns the
 * facts, in order. Inputs about unknown things are facts too (`InputIgnored`); it throws only for a
 * bug.
 */
export function step(state: TenantState, input: Input, observe?: DecisionObserver): Fact[] {
  const facts: Fact[] = [];
  const emit = (fact: Fact): void => {
    evolve(state, fact);
    facts.push(fact);
  };
  decide({ state, at: Math.max(input.at, state.lastAt), emit, observe: observe ?? null }, input);
  return facts;
}
