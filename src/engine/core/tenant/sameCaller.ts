/** Whose calls are one caller's, and which of them wait. */
import type { TaskState } from './taskState.ts';

/** Another task of the same caller; nobody is recognised who withholds the number. */
export function isOfSameCaller(task: Readonly<TaskState>, other: Readonly<TaskState>): boolean {
  if (other === task || task.isAnonymous || other.isAnonymous) return false;
  return task.callerHash === other.callerHash && task.callerId === other.callerId;
}

/** Whether it stands in the queue, as a call or as a call-back that is nobody's yet. */
export function isWaiting({ phase }: Readonly<TaskState>): boolean {
  return phase === 'arriving' || phase === 'waiting' || phase === 'call-back';
}

/** A call-back that was asked for, while nothing rings at the caller for it. */
export function isPending({ phase, platformCallId }: Readonly<TaskState>): boolean {
  return phase === 'call-back' || (phase === 'dialling' && platformCallId === null);
}
