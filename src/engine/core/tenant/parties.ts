/** Who is in a call of ours without an offer: its caller, and whom an action sent it to. */
import type { PersonId } from '../ids.ts';
import { RULE_FLAGS } from './flags.ts';
import type { OtherCallState } from './agentState.ts';
import type { TenantState } from './state.ts';
import type { TaskState } from './taskState.ts';

/** Null for who is not in it, and once we see nothing of it any more. */
export function partyOf(
  task: Readonly<TaskState>,
  personId: PersonId,
): 'caller' | 'sent-to' | null {
  const { callerId, leaving, phase, platformCallId } = task;
  if (platformCallId === null || phase === 'handed-over' || phase === 'ended') return null;
  if (callerId === personId) return 'caller';
  if (leaving?.sentTo !== personId) return null;
  const isAsked = leaving.isUnderWay && leaving.action.do === 'person';
  return isAsked || leaving.isSentOn ? 'sent-to' : null;
}

/**
 * The call of ours that the person is in now: of somebody who begins to serve meanwhile, or whose
 * other call has just ended, for a telephone can hold one call while it talks in another.
 */
export function otherCallOf(
  { tasks, flags }: Readonly<TenantState>,
  id: PersonId,
): OtherCallState | null {
  if (!flags.includes(RULE_FLAGS.OTHER_CALLS)) return null;
  for (const task of tasks.values()) {
    const as = partyOf(task, id);
    if (as !== null) return { taskId: task.id, as, sinceAt: task.queuedAt, untilAt: null };
  }
  return null;
}
