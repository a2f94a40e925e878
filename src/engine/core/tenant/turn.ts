/**
 * What one step works with: the state to look at, the instant, and the one way to change anything.
 */
import type { DecisionRecord } from '../explain/decision.ts';
import type { Effect } from './effects.ts';
import type { Fact } from './facts.ts';
import { asId, type EffectId } from './ids.ts';
import type { TenantState } from './state.ts';

export interface Turn {
  readonly state: Readonly<TenantState>;
  /** The instant of the input; never before the last one. */
  readonly at: number;
  /** Applies the fact at once, so that what is decided next already sees it. */
  readonly emit: (fact: Fact) => void;
  readonly observe: ((record: DecisionRecord) => void) | null;
}

/** Asks the world for something; returns the id under which the answer will come. */
export function requestEffect(turn: Turn, effect: Effect): EffectId {
  const effectId = asId<EffectId>(`effect-${turn.state.nextEffect}`);
  turn.emit({ type: 'EffectRequested', at: turn.at, effectId, effect });
  return effectId;
}
