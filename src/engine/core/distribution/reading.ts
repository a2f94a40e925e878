/** Reading a call: the way out of every doubt. At most one reading of a call is under way. */
import type { TaskId } from '../ids.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';

/** Asks for the call's state and roster, unless that has been asked already. */
export function readCall(turn: Turn, taskId: TaskId): void {
  const task = turn.state.tasks.get(taskId);
  if (task === undefined || task.readEffectId !== null) return;
  const { platformCallId } = task;
  if (platformCallId === null) return;
  requestEffect(turn, { kind: 'read-call', taskId, platformCallId });
}
