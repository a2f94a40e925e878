/**
 * What one step works with: the state to look at, the instant, the one way to change anything, and
 * whom the changes have woken.
 */
import { wakeAfter } from './wake.ts';
import type { DecisionRecord } from '../explain/decision.ts';
import type { Effect } from './effects.ts';
import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import { asId, type EffectId } from '../ids.ts';
import type { AgentState, TaskState, TenantState } from './state.ts';

export class Turn {
  readonly state: TenantState;
  /** The instant of the input; never before the last one. */
  readonly at: number;
  readonly facts: Fact[] = [];
  readonly observe: ((record: DecisionRecord) => void) | null;
  /** Agents who may be offered a call because of what happened, and calls that may be offered. */
  readonly wokenAgents: AgentState[] = [];
  readonly wokenTasks: TaskState[] = [];
  /** Calls that were decided in this step: none is decided twice. */
  readonly decidedTasks: TaskState[] = [];
  /** Something changed for so many that every waiting call is looked at. */
  wakesEverything = false;

  constructor(state: TenantState, at: number, observe: ((record: DecisionRecord) => void) | null) {
    this.state = state;
    this.at = at;
    this.observe = observe;
  }

  /** Applies the fact at once, so that what is decided next already sees it. */
  emit(fact: Fact): void {
    wakeAfter(this, fact);
    evolve(this.state, fact);
    this.facts.push(fact);
  }
}

/** Asks the world for something; returns the id under which the answer will come. */
export function requestEffect(turn: Turn, effect: Effect): EffectId {
  const effectId = asId<EffectId>(`effect-${turn.state.nextEffect}`);
  turn.emit({ type: 'EffectRequested', at: turn.at, effectId, effect });
  return effectId;
}
