/**
 * Whom an emergency of each agent would concern: the engine's own answer, so that readiness counts
 * on the people whom it tells and rings (EMG-18, EMG-20, DEC-7).
 */
import { contactsOf, type PersonId, rungForCallback, type TenantState } from '@rufwerk/engine/core';

export interface EmergencyAgent {
  readonly agentId: PersonId;
  readonly path: 'own-number' | 'pool';
  /** Told in every way. */
  readonly contactIds: readonly PersonId[];
  /** Rung for a callback to a number of the pool, besides the agent. */
  readonly rungIds: readonly PersonId[];
}

/** Everybody who serves, in the order of the engine. */
export function emergencyAgents(state: Readonly<TenantState>): readonly EmergencyAgent[] {
  const agents: EmergencyAgent[] = [];
  for (const { id: agentId, services, settings } of state.agents.values()) {
    if (services.length === 0) continue;
    agents.push({
      agentId,
      path: settings?.emergency?.callback ?? 'own-number',
      contactIds: contactsOf(state, agentId),
      rungIds: rungForCallback(state, agentId),
    });
  }
  return agents;
}
