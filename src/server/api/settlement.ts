/** Waits for how an effect ended, for the few operations whose answer depends on it. */
import type { EffectOutcome } from '@rufwerk/engine/core';
import type { ApiParts } from './parts.ts';

/** An effect has its own time-out; this is for a runtime that stops meanwhile. */
const LONGEST_WAIT_MS = 25_000;
const NOT_TOLD: EffectOutcome = { kind: 'unknown', cause: 'Rufwerk was stopped meanwhile' };

interface Settlement {
  /** How the effect ended. */
  of(effectId: string | null): Promise<EffectOutcome>;
  stop(): void;
}

/** Listens from now on, so that an effect requested next cannot end unheard. */
export function settlementOf(runtime: Pick<ApiParts['runtime'], 'onCommitted'>): Settlement {
  const ended = new Map<string, EffectOutcome>();
  let tell: (() => void) | null = null;
  const stop = runtime.onCommitted(({ entries }) => {
    for (const { input } of entries) {
      if (input.type === 'EffectReported') ended.set(input.effectId, input.outcome);
    }
    tell?.();
  });
  return {
    stop,
    of: (effectId) =>
      new Promise((resolve) => {
        const giveUp = setTimeout(() => resolve(NOT_TOLD), LONGEST_WAIT_MS);
        tell = () => {
          const outcome = ended.get(effectId ?? '');
          if (outcome === undefined) return;
          clearTimeout(giveUp);
          resolve(outcome);
        };
        tell();
      }),
  };
}
