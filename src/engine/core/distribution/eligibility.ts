/**
 * May this agent be offered a call of this service now? The first reason why not, in a fixed order:
 * duty, then what we know of our own calls, then presence (NIM-01, NIM-28, NIM-42, DEC-4).
 */
import type { ServiceSettings } from '../config/document.ts';
import type { Reason } from '../explain/reasons.ts';
import { effectivePresence } from '../presence/fusion.ts';
import { presenceReason } from '../presence/rule.ts';
import type { PersonId } from '../tenant/ids.ts';
import type { AgentState, TenantState } from '../tenant/state.ts';

/** Null: the agent may be offered the call. `callerId` is null when no particular call is meant. */
export function firstReason(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  settings: ServiceSettings,
  callerId: PersonId | null,
  at: number,
): Reason | null {
  return (
    ownReason(state, agent, at) ??
    (agent.id === callerId ? { code: 'is-the-caller' } : null) ??
    presenceReason(effectivePresence(state, agent, at), settings.presence)
  );
}

/** What the engine itself knows, whatever presence says. */
export function ownReason(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  at: number,
): Reason | null {
  if (!agent.onDuty) return { code: 'off-duty', sinceAt: agent.dutySinceAt };
  if (agent.offerId !== null) {
    return { code: 'ringing', sinceAt: state.offers.get(agent.offerId)?.offeredAt ?? at };
  }
  if (agent.taskId !== null) return { code: 'in-our-call', sinceAt: agent.connectedAt ?? at };
  if (agent.afterCallWorkUntilAt !== null) {
    return { code: 'after-call-work', untilAt: agent.afterCallWorkUntilAt };
  }
  return agent.pause === null ? null : { code: 'paused', ...agent.pause };
}
