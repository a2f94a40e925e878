/** What must hold between the calls of one caller. */
import { RULE_FLAGS } from '../tenant/flags.ts';
import { isWaiting, othersOfCaller } from '../tenant/sameCaller.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from '../tenant/breach.ts';

export function checkCallers(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
): Breach[] {
  return [...service.queue].flatMap((id) => {
    const task = state.tasks.get(id);
    const isTwice = task?.phase === 'call-back' && standsTwice(state, task);
    return breachIf(isTwice, 'stands-once', `${id} waits beside a call of its caller`);
  });
}

/** By a call or a call-back, beside a call-back of the same caller. */
export function standsTwice(state: Readonly<TenantState>, task: Readonly<TaskState>): boolean {
  if (!state.flags.includes(RULE_FLAGS.ONE_PLACE) || !isWaiting(task)) return false;
  return othersOfCaller(state, task).some(
    (other) => isWaiting(other) && (task.phase === 'call-back' || other.phase === 'call-back'),
  );
}
