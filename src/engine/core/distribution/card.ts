/**
 * One card per call in the supervisors' bot chats. At most one is on its way at a time: what
 * changes meanwhile is sent once it is out, so a burst of news costs one update (screens.md, "The
 * bot's cards").
 */
import type { TaskId } from '../ids.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';

/** The card of this task no longer shows what is true: send it, or note that it must be sent. */
export function refreshCard(turn: Turn, taskId: TaskId): void {
  const { state, at } = turn;
  const task = state.tasks.get(taskId);
  if (task === undefined) return;
  if (task.cardEffectId !== null) {
    if (!task.cardOutdated) turn.emit({ type: 'CardOutdated', at, taskId });
    return;
  }
  const recipientIds = state.services.get(task.serviceId)?.settings.supervisors ?? [];
  if (recipientIds.length === 0 && task.phase === 'ended') {
    return turn.emit({ type: 'TaskForgotten', at, taskId });
  }
  if (recipientIds.length > 0)
    requestEffect(turn, { kind: 'show-decision-card', taskId, recipientIds });
}
