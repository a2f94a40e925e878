/** What facts about agents change. */
import type { FactOf } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import type { AgentState, TenantState } from '../state.ts';

type AgentFact = FactOf<
  | 'BlockFormed'
  | 'DutyChanged'
  | 'PresenceChanged'
  | 'AfterCallWorkStarted'
  | 'AfterCallWorkEnded'
  | 'PauseEnded'
>;

export function agentFact(state: TenantState, fact: AgentFact): void {
  if (fact.type === 'BlockFormed') return blockFormed(state, fact);
  const agent = agentOf(state, fact.agentId);
  switch (fact.type) {
    case 'DutyChanged':
      agent.onDuty = fact.onDuty;
      agent.dutySinceAt = fact.at;
      agent.pause = null;
      if (fact.onDuty) agent.idleSinceAt = fact.at;
      return;
    case 'PresenceChanged':
      return presenceChanged(agent, fact);
    case 'AfterCallWorkStarted':
      agent.afterCallWorkUntilAt = fact.untilAt;
      state.deadlines.push({ at: fact.untilAt, kind: 'after-call-work', id: agent.id });
      return;
    case 'AfterCallWorkEnded':
      agent.afterCallWorkUntilAt = null;
      agent.idleSinceAt = fact.at;
      return;
    case 'PauseEnded':
      agent.pause = null;
      return;
  }
}

/** The agent a fact speaks of; that it exists was decided before. */
export function agentOf(state: TenantState, agentId: PersonId): AgentState {
  const agent = state.agents.get(agentId);
  if (agent === undefined) throw new Error(`A fact names agent ${agentId}, whom the state lacks.`);
  return agent;
}

/** Someone who neither serves nor is in a call of ours any more is forgotten. */
export function forgetIfDone(state: TenantState, agent: AgentState): void {
  if (agent.serves || agent.offerId !== null || agent.taskId !== null) return;
  state.agents.delete(agent.id);
}

function presenceChanged(agent: AgentState, fact: FactOf<'PresenceChanged'>): void {
  agent.evidence = {
    source: fact.source,
    fidelity: fact.fidelity,
    availability: fact.availability,
    activity: fact.activity,
    outOfOffice: fact.outOfOffice,
    sequenceNumber: fact.sequenceNumber,
    changedAt: fact.at,
  };
}

function blockFormed(state: TenantState, fact: FactOf<'BlockFormed'>): void {
  state.blockConfirmedAt.delete(fact.blockId);
  for (const agent of state.agents.values()) {
    if (agent.blockId === fact.blockId) agent.blockId = null;
  }
  for (const agentId of fact.agentIds) {
    const agent = state.agents.get(agentId);
    if (agent !== undefined) agent.blockId = fact.blockId;
  }
}
