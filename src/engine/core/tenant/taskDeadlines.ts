/**
 * Which field of a task holds which of its deadlines. The heap knows a task by the earliest of them
 * only, or by an instant before it: most deadlines are moved on or given up before they come, and
 * never need an entry of their own.
 */
import { type DeadlineHeap, dueKey, type TaskDeadline } from './deadlines.ts';
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

/** The task was given a deadline. */
export function noteDeadline(
  heap: DeadlineHeap,
  task: TaskState,
  kind: TaskDeadline,
  at: number,
): void {
  const key = dueKey(at, kind);
  if (key >= task.dueKey) return;
  task.dueKey = key;
  heap.push({ at, kind, id: task.id });
}

/** The task's entry came up and is gone: it stands anew by the earliest deadline it has. */
export function standAnew(heap: DeadlineHeap, task: TaskState): void {
  task.dueKey = Infinity;
  const kind = earliestOf(task);
  const at = kind === null ? null : dueAt(task, kind);
  if (kind !== null && at !== null) noteDeadline(heap, task, kind, at);
}

/** The kind of the task's next deadline; null when it has none. */
export function earliestOf(task: Readonly<TaskState>): TaskDeadline | null {
  let earliest: TaskDeadline | null = null;
  let earliestKey = Infinity;
  for (const kind of TASK_DEADLINES) {
    const at = dueAt(task, kind);
    if (at === null || dueKey(at, kind) >= earliestKey) continue;
    earliest = kind;
    earliestKey = dueKey(at, kind);
  }
  return earliest;
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
