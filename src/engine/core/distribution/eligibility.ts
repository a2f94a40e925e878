/**
 * May this agent be offered a call of this service now? The first reason why not, in a fixed order:
 * the agent's own state, then responsibility, then presence (NIM-01, NIM-17, NIM-28, NIM-42,
 * DEC-4). Decisions ask `scan.ts`, which says the same over dense columns; screens and explanations
 * ask here.
 */
import type { Reason } from '../explain/reasons.ts';
import { effectivePresence } from '../tenant/effectivePresence.ts';
import { presenceReason } from '../presence/rule.ts';
import { LEVEL } from '../tenant/indexes/lineup.ts';
import type { AgentState, ServiceState, TaskState, TenantState } from '../tenant/state.ts';

/** Null: the agent may be offered the call. `task` is null when no particular call is meant. */
export function firstReason(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState> | null,
  at: number,
): Reason | null {
  return reasonsAgainst(state, agent, service, task, at)[0] ?? null;
}

/** Every reason that holds, in the order in which they are asked; of presence only the first. */
export function reasonsAgainst(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState> | null,
  at: number,
): Reason[] {
  const presence = presenceReason(effectivePresence(state, agent, at), service.settings.presence);
  return [
    ...ownReasons(state, agent, at),
    ...responsibilityReasons(agent, service, task),
    ...(presence === null ? [] : [presence]),
  ];
}

/** What the engine itself knows, whatever presence says. */
function ownReasons(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  at: number,
): Reason[] {
  const { afterCallWork, pause, emergencyId } = agent;
  const reasons: Reason[] = [];
  const emergency = emergencyId === null ? undefined : state.emergencies.get(emergencyId);
  if (emergency !== undefined) {
    const { startedAt: sinceAt, untilAt } = emergency;
    reasons.push({ code: 'in-an-emergency', sinceAt, untilAt });
  }
  if (!agent.onDuty) {
    const { dutySinceAt: sinceAt, dutyReasonCode: reasonCode, missesInARow: misses } = agent;
    reasons.push({ code: 'off-duty', sinceAt, reasonCode, misses });
  }
  if (agent.break !== null) {
    const { reasonCode, sinceAt } = agent.break;
    reasons.push({ code: 'on-break', reasonCode, sinceAt });
  }
  if (agent.offerId !== null) {
    const sinceAt = state.offers.get(agent.offerId)?.offeredAt ?? at;
    reasons.push({ code: 'ringing', sinceAt });
  }
  if (agent.taskId !== null) {
    reasons.push({ code: 'in-our-call', sinceAt: agent.connectedAt ?? at });
  } else if (agent.otherCall !== null) {
    reasons.push({ code: 'in-our-call', sinceAt: agent.otherCall.sinceAt });
  }
  if (afterCallWork !== null) {
    reasons.push({ code: 'after-call-work', untilAt: afterCallWork.untilAt });
  }
  if (pause !== null) reasons.push({ code: 'paused', ...pause });
  return reasons;
}

/** What the service and this very call ask for (NIMx-03, NIMx-04). */
function responsibilityReasons(
  agent: Readonly<AgentState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState> | null,
): Reason[] {
  const place = service.lineup.placeOf(agent.index);
  const level = place === -1 ? LEVEL.PROFILE_WITHOUT_SKILL : (service.lineup.level[place] ?? 0);
  const reasons: Reason[] = [];
  if (level === LEVEL.SWITCHED_OFF) reasons.push({ code: 'service-switched-off' });
  else if (level === LEVEL.NOT_YET_SWITCHED_ON) reasons.push({ code: 'not-yet-switched-on' });
  else if (level === LEVEL.PROFILE_WITHOUT_SKILL) reasons.push({ code: 'profile-without-skill' });
  else if (task !== null && level > task.level) {
    const afterSeconds = service.settings.responsibility.levels[level - 1]?.afterSeconds;
    const fromAt = afterSeconds === undefined ? null : task.queuedAt + afterSeconds * 1000;
    reasons.push({ code: 'level-not-reached', level, fromAt });
  }
  if (task === null) return reasons;
  if (task.first !== null && !task.first.agentIds.includes(agent.id)) {
    const { cause, untilAt } = task.first;
    reasons.push({ code: 'others-first', cause, untilAt });
  }
  if (agent.id === task.callerId) reasons.push({ code: 'is-the-caller' });
  return reasons;
}
