/** How Graph answered what we asked of somebody's presence. */
import type { EffectOutcome, PresenceEffect } from '../tenant/effects.ts';
import type { Turn } from '../tenant/turn.ts';
import { observed } from './observe.ts';

export function presenceSettled(turn: Turn, effect: PresenceEffect, outcome: EffectOutcome): void {
  if (effect.kind !== 'read-presence' || outcome.kind !== 'presence-read') return;
  for (const reading of outcome.readings) observed(turn, reading, 'graph-read');
}
