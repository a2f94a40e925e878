/**
 * What a wait brings with it: levels that open, the maximum wait, the question whether anybody is
 * able, and comfort messages. Levels count the caller's whole wait, whatever rings meanwhile and
 * whichever service it began in; the bounds of a service count from the call's entry into it.
 */
import type { FactOf, LeaveCause } from '../tenant/facts.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';
import { dueAt } from '../tenant/taskDeadlines.ts';
import type { Turn } from '../tenant/turn.ts';
import { isAnybodyAble } from '../tenant/able.ts';

/** While a call waits it is asked this often whether anybody is able at all. */
export const LOOK_EVERY_MS = 5_000;

/**
 * The call waits in the service from now on, or a new configuration is in force: every deadline is
 * set as the service says now, and what it no longer asks for is given up. Returns why the call
 * has to leave instead; null when it may wait.
 */
export function wait(turn: Turn, service: ServiceState, task: TaskState): LeaveCause | null {
  openLevels(turn, service, task);
  if (!isOnTheLine(task)) return null;
  const { queue, announcements } = service.settings;
  const { maximumWaitSeconds: maximum, whenNobody } = queue;
  const { comfort, comfortEverySeconds } = announcements;
  const leavesAt = maximum === null ? null : task.waitsSinceAt + maximum * 1000;
  const comfortAt = Math.min(task.comfortAt ?? Infinity, turn.at + comfortEverySeconds * 1000);
  setDue(turn, task, 'maximum-wait', leavesAt);
  setDue(turn, task, 'comfort', comfort === null ? null : comfortAt);
  if (whenNobody !== null) return lookForSomebody(turn, service, task);
  giveUp(turn, task, 'nobody');
  return null;
}

/** Somebody could be sent on, or told why: a caller who is to be called back could not. */
function isOnTheLine({ phase }: Readonly<TaskState>): boolean {
  return phase === 'waiting' || phase === 'arriving';
}

type Due = FactOf<'WaitScheduled'>['due']['kind'];

export function setDue(
  turn: Turn,
  task: TaskState,
  kind: Exclude<Due, 'nobody'>,
  wantedAt: number | null,
): void {
  if (wantedAt === null) return giveUp(turn, task, kind);
  const { at } = turn;
  const { id: taskId } = task;
  const before = dueAt(task, kind);
  const due = { kind, at: Math.max(at, wantedAt) };
  if (due.at !== before) turn.emit({ type: 'WaitScheduled', at, taskId, due });
}

function giveUp(turn: Turn, task: TaskState, kind: Due): void {
  const isSet = dueAt(task, kind) !== null;
  if (isSet) turn.emit({ type: 'WaitOver', at: turn.at, taskId: task.id, kind });
}

/** Every level whose time has come opens at once; what is open stays open (NIMx-04). */
export function openLevels(turn: Turn, service: ServiceState, task: TaskState): void {
  const { at } = turn;
  const { levels } = service.settings.responsibility;
  const opensAt = (level: number): number | null => {
    const next = levels[level];
    return next === undefined ? null : task.queuedAt + next.afterSeconds * 1000;
  };
  let { level } = task;
  while ((opensAt(level) ?? Infinity) <= at) level += 1;
  if (level > task.level) turn.emit({ type: 'LevelReached', at, taskId: task.id, level });
  setDue(turn, task, 'level', opensAt(level));
}

/**
 * The stated time counts from the look that first saw nobody able; with somebody able again it
 * begins anew. Returns why the call has to leave, once it has passed.
 */
export function lookForSomebody(
  turn: Turn,
  service: ServiceState,
  task: TaskState,
): LeaveCause | null {
  const { at, state } = turn;
  const isAble = isAnybodyAble(state, service, task, at);
  const sinceAt = isAble ? null : (task.nobodySinceAt ?? at);
  const afterMs = service.settings.queue.nobodyAfterSeconds * 1000;
  const leavesAt = sinceAt === null ? Infinity : sinceAt + afterMs;
  // A redirect in flight decides first where the call goes.
  if (leavesAt <= at && mayLeave(task)) return 'nobody';
  const nextAt = leavesAt <= at ? Infinity : leavesAt;
  const due = { kind: 'nobody', at: Math.min(nextAt, at + LOOK_EVERY_MS), sinceAt } as const;
  turn.emit({ type: 'WaitScheduled', at, taskId: task.id, due });
  return null;
}

export function mayLeave(task: Readonly<TaskState>): boolean {
  // A redirect that is in flight decides by its outcome where the call goes.
  if (task.phase === 'arriving') return task.offerIds.length === 0;
  return task.phase === 'waiting';
}
