/**
 * A call is kept for its last agent or for the preferred people for a stated time. When none of
 * them can come any more (off duty, on a break, away, no longer responsible), or all of them were
 * asked and did not come, it is kept for nobody. A presence that merely grows old makes no fact:
 * that is seen at the call's regular look.
 */
import type { Fact } from '../tenant/facts.ts';
import type { PersonId } from '../ids.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { OfferState, TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { canCome } from '../tenant/able.ts';

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

/**
 * Whom the fact may have taken away; null for nobody, which is said of most facts. Whoever talks
 * can come once they are free; whether they are still there then, presence says at the end.
 */
function goneBy(fact: Fact): PersonId | 'anybody' | null {
  switch (fact.type) {
    case 'DutyChanged':
      return fact.onDuty ? null : fact.agentId;
    case 'ServiceActivityChanged':
      return fact.active ? null : fact.agentId;
    case 'BreakStarted':
    case 'EmergencyStarted':
    case 'ProfilesChanged':
    case 'PresenceChanged':
    case 'OtherCallEnded':
    case 'CallEnded':
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
  const kept: TaskState[] = [];
  for (const service of state.agents.get(agentId)?.services ?? []) {
    for (const taskId of service.keptCalls) {
      const task = state.tasks.get(taskId);
      if (task?.first == null || task.serviceId !== service.settings.id) {
        service.keptCalls.delete(taskId);
      } else if (task.first.agentIds.includes(agentId)) kept.push(task);
    }
  }
  return kept;
}

/** Nobody is waited for who has refused or missed the call: the others are asked before them. */
export function endIfRefused(turn: Turn, { taskId, agentId }: OfferState): void {
  const { state, at } = turn;
  const task = state.tasks.get(taskId);
  const service = task && state.services.get(task.serviceId);
  if (task?.first == null || service === undefined) return;
  if (!state.flags.includes(RULE_FLAGS.OTHER_CALLS)) return;
  const { agentIds } = task.first;
  if (!agentIds.includes(agentId)) return;
  const isStillAsked = task.offerIds.some((id) => {
    const offer = state.offers.get(id);
    return offer !== undefined && agentIds.includes(offer.agentId);
  });
  const isNotYetAsked = (id: PersonId) => task.offersByAgent?.has(id) !== true;
  const isOneLeft = agentIds.some((id) => isNotYetAsked(id) && canCome(state, service, id, at));
  if (!isStillAsked && !isOneLeft) turn.emit({ type: 'PreferenceEnded', at, taskId });
}

/** Ends the preference of a call that is kept for nobody who could come. */
export function endIfVain(turn: Turn, task: TaskState): void {
  const { state, at } = turn;
  const service = state.services.get(task.serviceId);
  if (task.first === null || service === undefined) return;
  if (task.first.agentIds.some((id) => canCome(state, service, id, at))) return;
  turn.emit({ type: 'PreferenceEnded', at, taskId: task.id });
}
