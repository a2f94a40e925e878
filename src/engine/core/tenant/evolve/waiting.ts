/** Keeps a service's waiting line in step with its tasks, and its pace. */
import { countAble } from '../able.ts';
import { observePace } from '../pace.ts';
import type { ServiceState, TaskState, TenantState } from '../state.ts';

/**
 * Whether the task wants an agent now: under redirect before it is answered, under conference
 * after; a call-back once its pause is over.
 */
export function wantsAgent(task: Readonly<TaskState>): boolean {
  if (task.offerIds.length > 0) return false;
  if (task.phase === 'waiting') return true;
  if (task.phase === 'call-back') return task.actAt === null;
  return task.phase === 'arriving' && task.delivery === 'redirect';
}

/** To be called after every change that may put the task into the line or take it out. */
export function settleInLine(state: TenantState, task: TaskState): void {
  const service = state.services.get(task.serviceId);
  stand(state, service, task, service !== undefined && wantsAgent(task));
  if (isToBeCalledBack(task)) state.toCallBack.add(task.id);
  else if (state.toCallBack.size > 0) state.toCallBack.delete(task.id);
}

function isToBeCalledBack({ phase }: Readonly<TaskState>): boolean {
  return phase === 'call-back' || phase === 'dialling';
}

/** Another place; the line finds a call by the one it has. */
export function standAt(
  state: TenantState,
  task: TaskState,
  { priority, rankAt }: Pick<TaskState, 'priority' | 'rankAt'>,
): void {
  const line = task.isInLine ? state.services.get(task.serviceId)?.waiting : undefined;
  line?.remove(task);
  task.priority = priority;
  task.rankAt = rankAt;
  line?.add(task);
}

/** Takes the task out of the queue for good, or until it is put into another one. */
export function leaveQueue(state: TenantState, task: TaskState): void {
  const service = state.services.get(task.serviceId);
  stand(state, service, task, false);
  service?.queue.delete(task.id);
  if (state.toCallBack.size > 0) state.toCallBack.delete(task.id);
}

function stand(
  state: TenantState,
  service: ServiceState | undefined,
  task: TaskState,
  inLine: boolean,
): void {
  if (inLine === task.isInLine) return;
  task.isInLine = inLine;
  const step = inLine ? 1 : -1;
  state.callsInLine += step;
  if (service === undefined) return;
  service.callsInLine += step;
  if (inLine) {
    service.waiting.add(task);
    service.pace.sinceAt ??= state.lastAt;
  } else {
    service.waiting.remove(task);
    notePace(state, service);
  }
}

/** How long the line took to lose one call, to an agent or because the caller gave up. */
function notePace(state: TenantState, service: ServiceState): void {
  const { pace } = service;
  const at = state.lastAt;
  if (pace.sinceAt !== null && pace.sinceAt < at) {
    observePace(pace, at - pace.sinceAt, countAble(state, service, at));
  }
  pace.sinceAt = service.waiting.size > 0 ? at : null;
}
