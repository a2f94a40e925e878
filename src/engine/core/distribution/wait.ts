/**
 * What a wait brings with it: levels that open, the maximum wait, the question whether anybody is
 * on duty, and comfort messages. Every deadline counts from when the call was queued, whatever
 * rings meanwhile.
 */
import { STANDING } from '../tenant/indexes/standings.ts';
import { LEVEL } from '../tenant/indexes/lineup.ts';
import type { FactOf } from '../tenant/facts.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { playPrompt } from './calls.ts';
import { leave } from './leaving.ts';

/** Whether anybody is on duty is asked again at least this much later. */
const ASK_AGAIN_MS = 5_000;

/** The call waits in a service from now on. */
export function beginWait(turn: Turn, service: ServiceState, task: TaskState): void {
  const { queue, responsibility, announcements } = service.settings;
  const { queuedAt } = task;
  if (queue.maximumWaitSeconds !== null) {
    schedule(turn, task, 'maximum-wait', queuedAt + queue.maximumWaitSeconds * 1000);
  }
  const [level] = responsibility.levels;
  if (level !== undefined) schedule(turn, task, 'level', queuedAt + level.afterSeconds * 1000);
  if (queue.whenNobody !== null) {
    schedule(turn, task, 'nobody', turn.at + queue.nobodyAfterSeconds * 1000);
  }
  if (announcements.comfort !== null) {
    schedule(turn, task, 'comfort', turn.at + announcements.comfortEverySeconds * 1000);
  }
}

/** A new configuration is in force: what it says of waiting holds for those who wait already. */
export function waitOn(turn: Turn, service: ServiceState, task: TaskState): void {
  const { queue, responsibility } = service.settings;
  const { queuedAt } = task;
  const isOnTheLine = task.phase === 'waiting' || task.phase === 'arriving';
  if (queue.maximumWaitSeconds !== null && isOnTheLine) {
    schedule(turn, task, 'maximum-wait', queuedAt + queue.maximumWaitSeconds * 1000);
  }
  const level = responsibility.levels[task.level];
  if (level !== undefined) schedule(turn, task, 'level', queuedAt + level.afterSeconds * 1000);
  if (queue.whenNobody !== null && task.nobodyAt === null && isOnTheLine) {
    schedule(turn, task, 'nobody', turn.at + queue.nobodyAfterSeconds * 1000);
  }
}

type Due = FactOf<'WaitScheduled'>['due']['kind'];

function schedule(turn: Turn, task: TaskState, kind: Due, dueAt: number): void {
  const { at } = turn;
  const due = { kind, at: Math.max(at, dueAt) };
  turn.emit({ type: 'WaitScheduled', at, taskId: task.id, due });
}

export function levelDue(turn: Turn, task: TaskState): void {
  const service = turn.state.services.get(task.serviceId);
  const level = task.level + 1;
  turn.emit({ type: 'LevelReached', at: turn.at, taskId: task.id, level });
  const next = service?.settings.responsibility.levels[level];
  if (next !== undefined) schedule(turn, task, 'level', task.queuedAt + next.afterSeconds * 1000);
}

/** Exactly then, and not at the end of a ring. */
export function maximumWaitDue(turn: Turn, task: TaskState): void {
  leave(turn, task, 'too-long');
}

export function nobodyDue(turn: Turn, task: TaskState): void {
  const service = turn.state.services.get(task.serviceId);
  if (service === undefined) return;
  if (!isStaffed(turn.state, service)) return leave(turn, task, 'nobody');
  const againMs = Math.max(ASK_AGAIN_MS, service.settings.queue.nobodyAfterSeconds * 1000);
  schedule(turn, task, 'nobody', turn.at + againMs);
}

/** Somebody of the service is on duty, whatever keeps them from the next call. */
export function isStaffed(
  state: Readonly<TenantState>,
  { lineup }: Readonly<ServiceState>,
): boolean {
  const { standings } = state;
  return lineup.members.some((row, place) => {
    const code = standings.standing(row);
    if (code === STANDING.OFF_DUTY || code === STANDING.ON_BREAK) return false;
    return (lineup.level[place] ?? 0) < LEVEL.PROFILE_WITHOUT_SKILL;
  });
}

/** Said over the music; what was playing goes on afterwards. */
export function comfortDue(turn: Turn, task: TaskState): void {
  const announcements = turn.state.services.get(task.serviceId)?.settings.announcements;
  if (announcements === undefined || announcements.comfort === null) return;
  const { comfort, comfortEverySeconds } = announcements;
  schedule(turn, task, 'comfort', turn.at + comfortEverySeconds * 1000);
  if (task.phase === 'waiting') playPrompt(turn, task, comfort);
}
