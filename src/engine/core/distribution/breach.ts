/**
 * An invariant does not hold: recorded, and told to the people who can act (docs/invariants.md).
 * What is stopped is stopped every time; the record and the alert are limited, because what is
 * wrong shows at every step that touches it.
 */
import { BREACH_KNOWN_MS, breachKey } from '../tenant/evolve/breaches.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';

/** Breaches of the same invariant are told at most this often, whatever they are about. */
const TELL_EVERY_MS = 10 * 60_000;

export function breached(turn: Turn, invariant: string, detail: string): void {
  const { state, at } = turn;
  const recordedAt = state.breachRecordedAt.get(breachKey(invariant, detail));
  if (recordedAt !== undefined && at - recordedAt < BREACH_KNOWN_MS) return;
  const toldAt = state.breachToldAt.get(invariant);
  const recipientIds = state.configuration?.administrators ?? [];
  const isTold = recipientIds.length > 0 && (toldAt === undefined || at - toldAt >= TELL_EVERY_MS);
  turn.emit({ type: 'InvariantBreached', at, invariant, detail, isTold });
  if (!isTold) return;
  const alert = { kind: 'invariant-breached', invariant, detail } as const;
  requestEffect(turn, { kind: 'raise-alert', alert, recipientIds });
}
