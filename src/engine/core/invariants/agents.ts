/** What must hold of one agent. */
import type { AgentState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from '../tenant/breach.ts';

export function checkAgent(state: Readonly<TenantState>, agent: Readonly<AgentState>): Breach[] {
  const { id, offerId, taskId } = agent;
  const offer = offerId === null ? undefined : state.offers.get(offerId);
  const task = taskId === null ? undefined : state.tasks.get(taskId);
  const isIdle = offerId === null && taskId === null && agent.emergencyId === null;
  return [
    ...breachIf(offerId !== null && offer?.agentId !== id, 'offers-agree', `${id}: ${offerId}`),
    ...breachIf(taskId !== null && task?.agentId !== id, 'served-once', `${id}: ${taskId}`),
    ...breachIf(
      offerId !== null && taskId !== null,
      'never-in-a-call',
      `${offerId} is live at ${id}, who is in ${taskId}`,
    ),
    ...breachIf(
      offerId !== null && agent.afterCallWork !== null,
      'work-not-skipped',
      `${offerId} is live at ${id}, who is in after-call work`,
    ),
    ...breachIf(
      agent.connectedAt !== null && agent.afterCallWork !== null,
      'talk-is-left-alone',
      `${id} talks and is in after-call work`,
    ),
    ...breachIf(!agent.serves && isIdle, 'ended-is-forgotten', `${id} serves nothing`),
  ];
}
