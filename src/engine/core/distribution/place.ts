/**
 * The place of a call: a whole ageing time of waiting counts like one step of priority. So a call is
 * overtaken only by calls that came at most that long after it per step, and never by more
 * (NIMx-06: nobody starves).
 */
import type { ServiceSettings } from '../config/document.ts';
import type { FactOf } from '../tenant/facts.ts';
import type { PersonId } from '../tenant/ids.ts';
import { LEVEL } from '../tenant/indexes/lineup.ts';
import type { ServiceState, TenantState } from '../tenant/state.ts';

export function placeOf(
  state: Readonly<TenantState>,
  settings: ServiceSettings,
  queuedAt: number,
): { readonly priority: number; readonly rankAt: number } {
  const { priority } = settings.queue;
  const ageingMs = (state.configuration?.ageingSeconds ?? 0) * 1000;
  return { priority, rankAt: queuedAt + (priority - 1) * ageingMs };
}

/** Who is rung before all others: the agent of the caller's last call, or the preferred people. */
export function rungFirst(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  callerId: PersonId,
  at: number,
): FactOf<'CallQueued'>['first'] {
  const { lastAgentFirstSeconds, preferredFirstSeconds, preferred } =
    service.settings.responsibility;
  const lastAgent = lastAgentFirstSeconds > 0 ? state.lastAgentOf.get(callerId) : undefined;
  if (lastAgent !== undefined && isOnDuty(state, service, lastAgent)) {
    const untilAt = at + lastAgentFirstSeconds * 1000;
    return { agentIds: [lastAgent], cause: 'last-agent', untilAt };
  }
  if (preferredFirstSeconds === 0) return null;
  const agentIds = preferred.filter((id) => isOnDuty(state, service, id));
  const untilAt = at + preferredFirstSeconds * 1000;
  return agentIds.length === 0 ? null : { agentIds, cause: 'preferred', untilAt };
}

/** Waiting for somebody who is not at work, or not of the service, would help nobody. */
function isOnDuty(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  id: PersonId,
): boolean {
  const agent = state.agents.get(id);
  if (agent === undefined || !agent.onDuty || agent.break !== null) return false;
  const place = service.lineup.placeOf(agent.index);
  return place !== -1 && (service.lineup.level[place] ?? 0) < LEVEL.PROFILE_WITHOUT_SKILL;
}
