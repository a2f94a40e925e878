/** What must hold of one agent. */
import type { TaskId } from '../ids.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import { partyOf } from '../tenant/parties.ts';
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
    ...breachIf(
      offer?.phase === 'ringing' && isElsewhere(state, agent, offer.taskId),
      'never-in-a-call',
      `${offerId} rings at ${id}, who is in another call of ours`,
    ),
    ...breachIf(!agent.serves && isIdle, 'ended-is-forgotten', `${id} serves nothing`),
  ];
}

/** Asked of the calls themselves. What rings for a call that is not answered cannot be recalled. */
function isElsewhere(
  { tasks, flags }: Readonly<TenantState>,
  { id }: Readonly<AgentState>,
  rungFor: TaskId,
): boolean {
  if (!flags.includes(RULE_FLAGS.OTHER_CALLS) || tasks.get(rungFor)?.phase === 'arriving') {
    return false;
  }
  return [...tasks.values()].some((task) => partyOf(task, id) !== null);
}
