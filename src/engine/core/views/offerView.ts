/** What screens are told of a live offer: not every offer rings already, or rings at all. */
import type { OfferState, TenantState } from '../tenant/state.ts';

/**
 * `confirming`: Teams is asked once more about the agent, for a moment. `held`: the caller is being
 * called back, and the agent is kept for them. `ringing`: the agent's Teams client rings, also
 * while that is being stopped.
 */
export type ShownPhase = 'confirming' | 'held' | 'ringing';

export function shownPhaseOf({ phase }: Readonly<OfferState>): ShownPhase {
  switch (phase) {
    case 'confirming':
    case 'held':
      return phase;
    case 'ringing':
    case 'checking':
    case 'recalling':
      return 'ringing';
  }
}

/**
 * Since when the phase lasts: who was held or confirmed first does not ring since the offer. The
 * ring time may have been changed meanwhile, but nothing begins in the future.
 */
export function shownPhaseSinceAt(
  state: Readonly<TenantState>,
  offer: Readonly<OfferState>,
): number {
  const { phase, offeredAt, dueAt, taskId } = offer;
  if (phase !== 'ringing') return offeredAt;
  const task = state.tasks.get(taskId);
  const service = task && state.services.get(task.serviceId);
  const ringMs = (service?.settings.offers.ringTimeoutSeconds ?? 0) * 1000;
  return Math.min(Math.max(offeredAt, dueAt - ringMs), state.lastAt);
}
