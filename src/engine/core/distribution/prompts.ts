/** What the caller hears: one prompt at a time, and what plays gives way to the next. */
import type { AnnouncementName } from '../tenant/effects.ts';
import type { TaskId } from '../ids.ts';
import type { TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';

export function playMusic(turn: Turn, task: TaskState): void {
  const settings = turn.state.services.get(task.serviceId)?.settings;
  if (settings !== undefined) playPrompt(turn, task, settings.announcements.waitingMusic);
}

/** What plays now gives way to it. */
export function playPrompt(turn: Turn, task: TaskState, prompt: AnnouncementName): void {
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) return;
  if (task.prompt !== null) requestEffect(turn, { kind: 'stop-prompts', taskId, platformCallId });
  requestEffect(turn, { kind: 'play-prompt', taskId, platformCallId, prompt });
}

/** Whatever plays to the caller ends: somebody talks now. */
export function stopPrompts(turn: Turn, taskId: TaskId): void {
  const task = turn.state.tasks.get(taskId);
  if (task?.platformCallId == null) return;
  const { platformCallId } = task;
  requestEffect(turn, { kind: 'stop-prompts', taskId, platformCallId });
}
