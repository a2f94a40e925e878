/** What must hold of emergencies of agents and of callbacks. */
import type { EmergencyState } from '../tenant/emergencyState.ts';
import type { TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from '../tenant/breach.ts';

export function checkEmergencies(state: Readonly<TenantState>): Breach[] {
  const standing = [...state.emergencies.values()].filter(({ endedAt }) => endedAt === null);
  const accounts = standing.flatMap(({ account }) => account ?? []);
  const callbacks = [...state.callbacks.values()];
  return [
    ...breachIf(new Set(accounts).size < accounts.length, 'numbers-not-shared', accounts.join(' ')),
    ...standing.flatMap((emergency) => checkStanding(state, emergency)),
    ...callbacks.flatMap(({ id, dueAt }) => breachIf(dueAt === null, 'emergencies-end', id)),
    ...callbacks.flatMap(({ id, platformCallId }) =>
      breachIf(state.callbackOfCall.get(platformCallId) !== id, 'indexes-agree', id),
    ),
  ];
}

/**
 * It is known by its agent, has what ends it, and shows Do not disturb only while its call stands.
 */
function checkStanding(
  state: Readonly<TenantState>,
  { id, agentId, call, dueAt }: Readonly<EmergencyState>,
): Breach[] {
  const leases = state.sessions.get(agentId)?.leases ?? [];
  const isShown = leases.some(({ owner }) => owner === 'emergency');
  return [
    ...breachIf(state.agents.get(agentId)?.emergencyId !== id, 'emergency-protects', id),
    ...breachIf(dueAt === null, 'emergencies-end', id),
    ...breachIf(isShown && call !== 'shown', 'emergencies-end', `${id} shows Do not disturb`),
  ];
}
