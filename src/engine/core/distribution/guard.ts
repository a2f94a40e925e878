/**
 * The last look before an agent is rung, at the agents themselves and not at any index: what must
 * never happen is stopped here, recorded and told, should the rest be wrong (docs/invariants.md).
 */
import { effectivePresence } from '../tenant/effectivePresence.ts';
import type { Invariant } from '../tenant/breach.ts';
import { isSeenAsStranger } from '../presence/rule.ts';
import { activityKindOf } from '../presence/values.ts';
import type { AgentState, TaskState, TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { breached } from './breach.ts';

/** False when ringing the agent would break an invariant; that is recorded then. */
export function mayBeOffered(turn: Turn, task: TaskState, agent: AgentState): boolean {
  const invariant = brokenByOffer(turn.state, task, agent, turn.at);
  if (invariant === null) return true;
  breached(turn, invariant, `${task.id} would have rung at ${agent.id}`);
  turn.state.standings.refresh(agent);
  return false;
}

function brokenByOffer(
  state: Readonly<TenantState>,
  task: Readonly<TaskState>,
  agent: Readonly<AgentState>,
  at: number,
): Invariant | null {
  if (agent.emergencyId !== null) return 'emergency-protects';
  if (agent.offerId !== null) return 'one-offer';
  const isInOurCall = agent.taskId !== null || agent.otherCall !== null;
  if (isInOurCall || isSeenInCall(state, task, agent, at)) return 'never-in-a-call';
  if (agent.id === task.callerId) return 'never-the-caller';
  return agent.afterCallWork === null ? null : 'work-not-skipped';
}

function isSeenInCall(
  state: Readonly<TenantState>,
  task: Readonly<TaskState>,
  agent: Readonly<AgentState>,
  at: number,
): boolean {
  const presence = effectivePresence(state, agent, at);
  const rule = state.services.get(task.serviceId)?.settings.presence;
  if (presence === null || rule === undefined || isSeenAsStranger(presence, rule)) return false;
  return activityKindOf(presence.activity) === 'call';
}
