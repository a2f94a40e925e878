/** One decision: every agent of the service is either a candidate or has a first reason. */
import type { Candidate, DecisionRecord, NotChosen, SeenPresence } from '../explain/decision.ts';
import { hash32 } from '../explain/digest.ts';
import { effectivePresence } from '../presence/fusion.ts';
import { ruleVersionOf } from '../tenant/flags.ts';
import { asId, type DecisionId } from '../tenant/ids.ts';
import type { AgentState, ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { firstReason } from './eligibility.ts';
import { byLongestIdle } from './longestIdle.ts';

/** Considers all agents of the service for the task; changes nothing. */
export function evaluate(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
  at: number,
): DecisionRecord {
  const candidates: Candidate[] = [];
  const notChosen: NotChosen[] = [];
  for (const agentId of service.settings.agents) {
    const agent = state.agents.get(agentId);
    if (agent === undefined) continue;
    const presence = seenPresence(state, agent, at);
    const reason = firstReason(state, agent, service.settings, task.callerId, at);
    if (reason !== null) notChosen.push({ agentId, reason, presence });
    else if (presence !== null) candidates.push(candidate(state, task, agent, presence));
  }
  return {
    decisionId: asId<DecisionId>(`decision-${state.nextDecision}`),
    at,
    taskId: task.id,
    serviceId: task.serviceId,
    order: service.settings.order,
    ruleVersion: ruleVersionOf(state.flags),
    candidates: candidates.sort(byLongestIdle),
    notChosen,
  };
}

/** The presence as explanations show it. */
export function seenPresence(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  at: number,
): SeenPresence | null {
  const presence = effectivePresence(state, agent, at);
  if (presence === null) return null;
  const { availability, activity, ageMs, source } = presence;
  return { availability, activity, ageMs, source };
}

function candidate(
  state: Readonly<TenantState>,
  task: Readonly<TaskState>,
  agent: Readonly<AgentState>,
  presence: SeenPresence,
): Candidate {
  return {
    agentId: agent.id,
    offersOfThisTask: task.offersByAgent.get(agent.id) ?? 0,
    idleSinceAt: agent.idleSinceAt,
    tieBreak: hash32(`${task.id}|${agent.id}`, state.seed),
    presence,
  };
}
