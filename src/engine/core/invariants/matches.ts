/** What must hold between the calls that wait and the agents who could take them. */
import { canCome } from '../distribution/able.ts';
import { CHECK_EVERY_MS } from '../distribution/calls.ts';
import { firstReason } from '../distribution/eligibility.ts';
import { isServed } from '../distribution/distribute.ts';
import { offerToRecall } from '../distribution/priority.ts';
import type { ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from './breach.ts';

export function checkMatches(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
): Breach[] {
  const at = state.lastAt;
  const { id } = service.settings;
  return service.waiting.tasks.flatMap((task) => {
    if (!isServed(service, task)) return [];
    const free = [...service.lineup.members].flatMap((row) => {
      const agent = state.standings.agents[row];
      if (agent == null) return [];
      return firstReason(state, agent, service, task, at) === null ? [agent.id] : [];
    });
    const inverted = task.awaitedOfferId === null ? offerToRecall(state, service, task, at) : null;
    return [
      ...breachIf(free.length > 0, 'no-idle-match', `${task.id} of ${id} beside ${free.join(' ')}`),
      ...breachIf(
        isKeptForNobody(state, service, task),
        'no-idle-match',
        `${task.id} of ${id} is kept for nobody`,
      ),
      ...breachIf(
        inverted !== null,
        'no-priority-inversion',
        `${task.id} waits while ${inverted?.id ?? ''} rings for a lower priority`,
      ),
    ];
  });
}

/** Age alone is noticed at the regular look only, and a call-back has none. */
function isKeptForNobody(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  { first, checkAt }: Readonly<TaskState>,
): boolean {
  if (first === null) return false;
  const isLookedAt = checkAt !== null && checkAt > state.lastAt;
  const agedUntilAt = isLookedAt ? state.lastAt - CHECK_EVERY_MS : -Infinity;
  return !first.agentIds.some((id) => canCome(state, service, id, agedUntilAt));
}
