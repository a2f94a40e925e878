/** The deadline of what is under way beside an offer. */
import type { TaskState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { attemptFailed, confirmationOver } from './callBack.ts';
import { leavingDue } from './leaving.ts';

export function actDue(turn: Turn, task: TaskState): void {
  switch (task.phase) {
    case 'leaving':
      return leavingDue(turn, task);
    case 'confirming':
      return confirmationOver(turn, task);
    case 'dialling':
      return attemptFailed(turn, task);
    case 'call-back':
      return turn.emit({ type: 'CallBackDue', at: turn.at, taskId: task.id });
    default:
      return;
  }
}
