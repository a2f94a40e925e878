/** Whose calls are one caller's, and which of them wait. */
import type { TaskState, TenantState } from './state.ts';

/** Another task of the same caller; nobody is recognised who withholds the number. */
function isOfSameCaller(task: Readonly<TaskState>, other: Readonly<TaskState>): boolean {
  if (other === task || task.isAnonymous || other.isAnonymous) return false;
  return task.callerHash === other.callerHash && task.callerId === other.callerId;
}

/**
 * The caller's other tasks in the same service that one of its own may meet: a call meets those who
 * are to be called back, of whom there are few; a call-back meets everybody.
 */
export function othersOfCaller(
  { services, tasks, toCallBack }: Readonly<TenantState>,
  task: Readonly<TaskState>,
): TaskState[] {
  const isCallBack = task.phase === 'call-back';
  const among = isCallBack ? services.get(task.serviceId)?.queue : toCallBack;
  const others: TaskState[] = [];
  for (const id of among ?? []) {
    const other = tasks.get(id);
    if (other?.serviceId !== task.serviceId || !isOfSameCaller(task, other)) continue;
    others.push(other);
  }
  return others;
}

/** Whether it stands in the queue, as a call or as a call-back that is nobody's yet. */
export function isWaiting({ phase }: Readonly<TaskState>): boolean {
  return phase === 'arriving' || phase === 'waiting' || phase === 'call-back';
}

/** A call-back that was asked for, while nothing rings at the caller for it. */
export function isPending({ phase, platformCallId }: Readonly<TaskState>): boolean {
  return phase === 'call-back' || (phase === 'dialling' && platformCallId === null);
}
