/**
 * A call is kept for its last agent or for the preferred people for a stated time. When none of
 * them can come any more (off duty, on a break, no longer responsible) it is kept for nobody.
 */
import type { Fact } from '../tenant/facts.ts';
import type { PersonId } from '../tenant/ids.ts';
import type { TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { isOnDuty } from './place.ts';

/** Asked at the end of every step, of what its facts say about who has gone. */
export function endVainPreferences(turn: Turn): void {
  const { facts, state } = turn;
  const { length } = facts;
  for (let index = 0; index < length; index += 1) {
    const fact = facts[index];
    if (fact === undefined) return;
    const goneId = goneBy(fact);
    if (goneId === null) continue;
    const tasks = goneId === 'anybody' ? [...state.tasks.values()] : keptFor(turn, goneId);
    for (const task of tasks) endIfVain(turn, task);
  }
}

/** Whom the fact may have taken away; null for nobody, which is said of most facts. */
function goneBy(fact: Fact): PersonId | 'anybody' | null {
  switch (fact.type) {
    case 'DutyChanged':
      return fact.onDuty ? null : fact.agentId;
    case 'ServiceActivityChanged':
      return fact.active ? null : fact.agentId;
    case 'BreakStarted':
    case 'EmergencyStarted':
    case 'ProfilesChanged':
      return fact.agentId;
    case 'ConfigurationChanged':
    case 'GroupMembersChanged':
      return 'anybody';
    default:
      return null;
  }
}

/** Calls of the person's services that are kept for them, whether or not something rings now. */
function keptFor({ state }: Turn, agentId: PersonId): TaskState[] {
  return (state.agents.get(agentId)?.services ?? []).flatMap(({ queue }) =>
    [...queue].flatMap((taskId) => {
      const task = state.tasks.get(taskId);
      return task?.first?.agentIds.includes(agentId) === true ? [task] : [];
    }),
  );
}

function endIfVain(turn: Turn, task: TaskState): void {
  const { state, at } = turn;
  const service = state.services.get(task.serviceId);
  if (task.first === null || service === undefined) return;
  if (task.first.agentIds.some((id) => isOnDuty(state, service, id))) return;
  turn.emit({ type: 'PreferenceEnded', at, taskId: task.id });
}
