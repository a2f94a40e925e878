/**
 * What a call finds that comes to a service: who is rung first, how many are before it, and whether
 * there is room.
 */
import type { FactOf } from '../tenant/facts.ts';
import type { PersonId } from '../ids.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { canCome } from '../tenant/able.ts';
import { scan } from './scan.ts';

/**
 * Who is rung before all others: the agent of the caller's last call, or the preferred people. A
 * call is kept for nobody who could not come, however soon they are free, nor for whom another
 * service has asked already, and in vain. The stated time counts from `at`, the entry.
 */
export function rungFirst(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  { callerId, offersByAgent }: Pick<TaskState, 'callerId' | 'offersByAgent'>,
  at: number,
): FactOf<'CallQueued'>['first'] {
  const { lastAgentFirstSeconds, preferredFirstSeconds, preferred } =
    service.settings.responsibility;
  const canBeRung = (id: PersonId): boolean =>
    id !== callerId && offersByAgent?.has(id) !== true && canCome(state, service, id, at);
  const lastAgent = lastAgentFirstSeconds > 0 ? state.lastAgentOf.get(callerId) : undefined;
  if (lastAgent !== undefined && canBeRung(lastAgent)) {
    const untilAt = at + lastAgentFirstSeconds * 1000;
    return { agentIds: [lastAgent], cause: 'last-agent', untilAt };
  }
  if (preferredFirstSeconds === 0) return null;
  const agentIds = preferred.filter(canBeRung);
  const untilAt = at + preferredFirstSeconds * 1000;
  return agentIds.length === 0 ? null : { agentIds, cause: 'preferred', untilAt };
}

/** Calls of the service that want an agent, or will once they are answered. */
export function expected(
  { tasks }: Readonly<TenantState>,
  service: Readonly<ServiceState>,
): number {
  let calls = 0;
  for (const id of service.queue) {
    const task = tasks.get(id);
    if (task?.phase !== 'arriving' && task?.phase !== 'waiting') continue;
    if (task.offerIds.length === 0) calls += 1;
  }
  return calls;
}

/** A call that somebody can take at once does not wait, however short the queue may be. */
export function isFull(
  turn: Pick<Turn, 'state' | 'at'>,
  service: ServiceState,
  task: TaskState,
  before: number,
): boolean {
  const { maximumWaiting } = service.settings.queue;
  if (maximumWaiting === null || before < maximumWaiting) return false;
  return scan(turn.state, service, task, turn.at, 1).candidates <= before;
}
