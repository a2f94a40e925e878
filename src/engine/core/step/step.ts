/**
 * One step of a tenant: what an input means, applied fact by fact, so that a second offer sees the
 * first. Pure but for the state it is given: no clock, no randomness, no I/O.
 */
import { breached } from '../distribution/breach.ts';
import type { DecisionRecord } from '../explain/decision.ts';
import { checkTouched } from '../invariants/touched.ts';
import { decide } from './decide.ts';
import type { Fact } from '../tenant/facts.ts';
import type { Input } from '../tenant/inputs.ts';
import type { TenantState } from '../tenant/state.ts';
import { Turn } from '../tenant/turn.ts';

/**
 * Told of every decision in full, as it was made before its fact was applied. Without an observer
 * the full record is never made: its fact keeps the summary, and `explain` makes the record again
 * when asked.
 */
export type DecisionObserver = (record: DecisionRecord) => void;

/**
 * Decides `input` under today's rules and applies what it means to `state`, in place. Returns the
 * facts, in order. Inputs about unknown things are facts too (`InputIgnored`); it throws only for a
 * bug.
 */
export function step(state: TenantState, input: Input, observe?: DecisionObserver): Fact[] {
  const turn = new Turn(state, Math.max(input.at, state.lastAt), observe ?? null);
  decide(turn, input);
  for (const { invariant, detail } of checkTouched(state, turn.facts)) {
    breached(turn, invariant, detail);
  }
  return turn.facts;
}
