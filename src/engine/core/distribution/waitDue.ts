/** What follows when an instant comes that a wait brought with it; see `wait.ts`. */
import type { TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { leave } from './leaving.ts';
import { playPrompt } from './prompts.ts';
import { lookForSomebody, openLevels, setDue } from './wait.ts';

export function levelDue(turn: Turn, task: TaskState): void {
  const service = turn.state.services.get(task.serviceId);
  if (service !== undefined) openLevels(turn, service, task);
}

/** Exactly then, and not at the end of a ring. */
export function maximumWaitDue(turn: Turn, task: TaskState): void {
  leave(turn, task, 'too-long');
}

export function nobodyDue(turn: Turn, task: TaskState): void {
  const service = turn.state.services.get(task.serviceId);
  const cause = service === undefined ? null : lookForSomebody(turn, service, task);
  if (cause !== null) leave(turn, task, cause);
}

/** Said over the music; what was playing goes on afterwards. */
export function comfortDue(turn: Turn, task: TaskState): void {
  const announcements = turn.state.services.get(task.serviceId)?.settings.announcements;
  if (announcements === undefined || announcements.comfort === null) return;
  const { comfort, comfortEverySeconds } = announcements;
  setDue(turn, task, 'comfort', turn.at + comfortEverySeconds * 1000);
  if (task.phase === 'waiting') playPrompt(turn, task, comfort);
}
