/** What must hold of one agent. */
import type { AgentState, TenantState } from '../tenant/state.ts';
import { standingOf } from '../tenant/indexes/standings.ts';
import { presenceClassOf } from '../presence/presenceClass.ts';
import { type Breach, breachIf } from './breach.ts';

export function checkAgent(state: Readonly<TenantState>, agent: Readonly<AgentState>): Breach[] {
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  const task = agent.taskId === null ? undefined : state.tasks.get(agent.taskId);
  const { id } = agent;
  return [
    ...breachIf(agent.offerId !== null && offer?.agentId !== id, 'offers-agree', `${id}: offer`),
    ...breachIf(agent.taskId !== null && task?.agentId !== id, 'served-once', `${id}: call`),
    ...breachIf(
      offer !== undefined && agent.taskId !== null,
      'never-in-a-call',
      `${offer?.id ?? ''} is live at ${id}, who talks`,
    ),
    ...checkStanding(state, agent),
  ];
}

/** The agent's row in the standings says what the agent is. */
function checkStanding(state: Readonly<TenantState>, agent: Readonly<AgentState>): Breach[] {
  const { standings } = state;
  const { index } = agent;
  const agrees =
    standings.agents[index] === agent &&
    standings.standing(index) === standingOf(agent) &&
    standings.presenceClass(index) === presenceClassOf(agent.evidence) &&
    standings.idleSinceAt(index) === agent.idleSinceAt;
  return breachIf(!agrees, 'indexes-agree', `the standings of ${agent.id}`);
}
