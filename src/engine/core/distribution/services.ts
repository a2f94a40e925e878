/**
 * What concerns a whole service: hours, closing for an emergency, its team, and moving its calls.
 */
import type { GroupId, PersonId, ServiceId } from '../ids.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { standOnce } from './calledAgain.ts';
import { postponeCallBack } from './callBack.ts';
import { reviewOfferOf } from './reviewing.ts';
import { closedCause, endUnconfirmed, leave, moveCall } from './leaving.ts';

function serviceOf(turn: Turn, serviceId: ServiceId): ServiceState | undefined {
  const service = turn.state.services.get(serviceId);
  if (service !== undefined) return service;
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'unknown-service' });
  return undefined;
}

export function serviceOpened(turn: Turn, input: InputOf<'ServiceOpened'>): void {
  const service = serviceOf(turn, input.serviceId);
  if (service === undefined) return;
  const { at } = turn;
  const { serviceId } = input;
  const { closedBy } = service;
  if (closedBy === null) return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  turn.emit({ type: 'ServiceHoursChanged', at, serviceId, open: true, cause: closedBy });
}

/** The hours end; who waits is still served, unless the service says otherwise. */
export function serviceClosed(turn: Turn, input: InputOf<'ServiceClosed'>): void {
  const service = serviceOf(turn, input.serviceId);
  if (service === undefined) return;
  const { at } = turn;
  const { serviceId, cause } = input;
  if (service.closedBy === cause) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  turn.emit({ type: 'ServiceHoursChanged', at, serviceId, open: false, cause });
  if (service.settings.queue.waitingAtClosing === 'act') everybodyLeaves(turn, service, 'closed');
}

/** One action: nobody waits any longer, and nobody new is taken. */
export function emergencyClosed(turn: Turn, input: InputOf<'EmergencyClosed'>): void {
  const service = serviceOf(turn, input.serviceId);
  if (service === undefined) return;
  const { at } = turn;
  const { serviceId, by } = input;
  if (service.emergency !== null) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  turn.emit({ type: 'ServiceEmergencyChanged', at, serviceId, closed: true, by });
  const recipientIds = service.settings.supervisors.filter((id) => id !== by);
  if (recipientIds.length > 0) {
    const alert = { kind: 'service-closed', serviceId, by } as const;
    requestEffect(turn, { kind: 'raise-alert', alert, recipientIds });
  }
  everybodyLeaves(turn, service, 'emergency');
}

export function emergencyReopened(turn: Turn, input: InputOf<'EmergencyReopened'>): void {
  const service = serviceOf(turn, input.serviceId);
  if (service === undefined) return;
  const { at } = turn;
  const { serviceId, by } = input;
  if (service.emergency === null) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  turn.emit({ type: 'ServiceEmergencyChanged', at, serviceId, closed: false, by });
}

function everybodyLeaves(turn: Turn, service: ServiceState, cause: 'closed' | 'emergency'): void {
  for (const taskId of [...service.queue]) {
    const task = turn.state.tasks.get(taskId);
    if (task === undefined) continue;
    if (task.phase === 'dialling') postponeCallBack(turn, task);
    else endUnconfirmed(turn, task);
    // A redirect in flight decides by its outcome where the call goes.
    leave(turn, task, cause);
  }
  // A call-back that was postponed keeps its place from calls that were turned away just now.
  for (const taskId of service.queue) {
    const task = turn.state.tasks.get(taskId);
    if (task?.phase === 'call-back') standOnce(turn, task);
  }
}

/** Who came or went takes effect at once; an offer at someone who left is recalled. */
export function groupMembersReported(turn: Turn, input: InputOf<'GroupMembersReported'>): void {
  const { at, state } = turn;
  const { groupId, agentIds } = input;
  const known = state.groups.get(groupId);
  const isSame =
    known?.length === agentIds.length && known.every((id, index) => id === agentIds[index]);
  if (isSame) return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  const before = known ?? servedBefore(turn, groupId);
  turn.emit({ type: 'GroupMembersChanged', at, groupId, agentIds });
  for (const id of before) {
    const agent = state.agents.get(id);
    if (agent !== undefined) reviewOfferOf(turn, agent);
  }
}

/** Those who went on serving until the members of the team are known. */
function servedBefore({ state }: Turn, groupId: GroupId): Set<PersonId> {
  return new Set(
    [...state.services.values()].flatMap((service) =>
      service.settings.responsibility.team === groupId ? service.servedBefore : [],
    ),
  );
}

/** A supervisor moves a waiting call; its age goes with it. */
export function callMoveAsked(turn: Turn, input: InputOf<'CallMoveAsked'>): void {
  const target = serviceOf(turn, input.serviceId);
  if (target === undefined) return;
  const { at, state } = turn;
  const task = state.tasks.get(input.taskId);
  if (task === undefined || task.phase === 'ended') {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-call' });
  }
  if (!isMovable(task) || task.serviceId === input.serviceId) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'not-allowed' });
  }
  // A call-back has nobody who could be told why: it goes only where it will be served.
  if (task.phase === 'call-back' && closedCause(target) !== null) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'not-allowed' });
  }
  moveCall(turn, task, target, 'by-hand', input.by);
}

function isMovable(task: Readonly<TaskState>): boolean {
  return task.phase === 'waiting' || task.phase === 'call-back';
}

export function dayBegan(turn: Turn): void {
  turn.emit({ type: 'CountersReset', at: turn.at });
}
