/** Which field of a task holds which of its deadlines. */
import type { TaskDeadline } from './deadlines.ts';
import type { TaskState } from './state.ts';

export const TASK_DEADLINES: readonly TaskDeadline[] = [
  'check',
  'keep-alive',
  'infer',
  'first',
  'level',
  'nobody',
  'maximum-wait',
  'comfort',
  'act',
];

/** When a deadline of the kind is due for the task; null when none is set. */
export function dueAt(task: Readonly<TaskState>, kind: TaskDeadline): number | null {
  switch (kind) {
    case 'check':
      return task.checkAt;
    case 'keep-alive':
      return task.keepAliveAt;
    case 'infer':
      return task.inferUntilAt;
    case 'first':
      return task.first?.untilAt ?? null;
    case 'level':
      return task.levelAt;
    case 'nobody':
      return task.nobodyAt;
    case 'maximum-wait':
      return task.maximumWaitAt;
    case 'comfort':
      return task.comfortAt;
    case 'act':
      return task.actAt;
  }
}

/** The deadline is over and no other takes its place. */
export function clearDeadline(task: TaskState, kind: TaskDeadline): void {
  switch (kind) {
    case 'check':
      task.checkAt = null;
      return;
    case 'keep-alive':
      task.keepAliveAt = null;
      return;
    case 'infer':
      task.inferUntilAt = null;
      return;
    case 'first':
      task.first = null;
      return;
    case 'level':
      task.levelAt = null;
      return;
    case 'nobody':
      task.nobodyAt = null;
      task.nobodySinceAt = null;
      return;
    case 'maximum-wait':
      task.maximumWaitAt = null;
      return;
    case 'comfort':
      task.comfortAt = null;
      return;
    case 'act':
      task.actAt = null;
      return;
  }
}

/** What only a waiting call waits for. */
export function clearWaits(task: TaskState): void {
  task.maximumWaitAt = null;
  task.levelAt = null;
  task.nobodyAt = null;
  task.nobodySinceAt = null;
  task.comfortAt = null;
  task.first = null;
  task.awaitedOfferId = null;
}
