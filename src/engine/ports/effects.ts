/** What the runtime needs of the world to drive effects. */
import type { Effect, EffectId, EffectOf, EffectOutcome } from '@rufwerk/engine/core';

export interface EffectRequest<Kind extends Effect['kind'] = Effect['kind']> {
  readonly effectId: EffectId;
  readonly effect: EffectOf<Kind>;
  /**
   * True when the effect was open at a restart: it may have happened before. A performer that
   * cannot repeat safely answers `unknown`, and the engine reads before it acts.
   */
  readonly mayHaveHappened: boolean;
}

/** Performs effects of some kinds. Never rejects for what the world can do: that is an outcome. */
export interface EffectPerformer<Kind extends Effect['kind'] = Effect['kind']> {
  readonly kinds: readonly Kind[];
  perform(request: EffectRequest<Kind>): Promise<EffectOutcome>;
}

/**
 * A performer of whatever kinds it names. Who drives it hands over only effects of these kinds,
 * which the type cannot say: hence `never`.
 */
export interface AnyEffectPerformer {
  readonly kinds: readonly Effect['kind'][];
  perform(request: never): Promise<EffectOutcome>;
}
