/**
 * An invariant does not hold: recorded, and told to the people who can act (docs/invariants.md).
 */
import { requestEffect, type Turn } from '../tenant/turn.ts';

/** The same breach is told at most this often; it is stopped every time. */
const TELL_EVERY_MS = 10 * 60_000;

export function breached(turn: Turn, invariant: string, detail: string): void {
  const { state, at } = turn;
  const toldAt = state.breachToldAt.get(invariant);
  if (toldAt !== undefined && at - toldAt < TELL_EVERY_MS) return;
  turn.emit({ type: 'InvariantBreached', at, invariant, detail });
  const recipientIds = state.configuration?.administrators ?? [];
  if (recipientIds.length === 0) return;
  const alert = { kind: 'invariant-breached', invariant, detail } as const;
  requestEffect(turn, { kind: 'raise-alert', alert, recipientIds });
}
