/** How Graph answered what we asked of somebody's presence. */
import { offersRead } from '../distribution/confirming.ts';
import { emergenciesRead } from '../emergency/life.ts';
import { ringsRead } from '../emergency/ringing.ts';
import type { EffectOutcome, PresenceEffect } from '../tenant/effects.ts';
import type { EffectId } from '../ids.ts';
import type { Turn } from '../tenant/turn.ts';
import { sessionWritten } from '../leases/leases.ts';
import { observed } from '../observing/observe.ts';

export function presenceSettled(
  turn: Turn,
  effectId: EffectId,
  effect: PresenceEffect,
  outcome: EffectOutcome,
): void {
  switch (effect.kind) {
    case 'read-presence': {
      const readings = outcome.kind === 'presence-read' ? outcome.readings : [];
      const askedAt = outcome.kind === 'presence-read' ? outcome.askedAt : turn.at;
      for (const reading of readings) observed(turn, reading, 'graph-read', askedAt);
      if (effect.because === 'callback') return ringsRead(turn, effectId, outcome);
      if (effect.because === 'emergency') return emergenciesRead(turn, effect.agentIds);
      return offersRead(turn, effectId, effect, askedAt);
    }
    case 'write-presence':
    case 'clear-presence':
      return sessionWritten(turn, effect.agentId);
    case 'prefer-presence':
      return;
  }
}
