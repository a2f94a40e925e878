/** What must hold between the calls that wait and the agents who could take them. */
import { firstReason } from '../distribution/eligibility.ts';
import { isServed } from '../distribution/distribute.ts';
import { isOnDuty } from '../distribution/place.ts';
import { offerToRecall } from '../distribution/priority.ts';
import type { ServiceState, TenantState } from '../tenant/state.ts';
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
    const { first } = task;
    const isKeptForNobody = !(first?.agentIds.some((id) => isOnDuty(state, service, id)) ?? true);
    const inverted = task.awaitedOfferId === null ? offerToRecall(state, service, task, at) : null;
    return [
      ...breachIf(free.length > 0, 'no-idle-match', `${task.id} of ${id} beside ${free.join(' ')}`),
      ...breachIf(isKeptForNobody, 'no-idle-match', `${task.id} of ${id} is kept for nobody`),
      ...breachIf(
        inverted !== null,
        'no-priority-inversion',
        `${task.id} waits while ${inverted?.id ?? ''} rings for a lower priority`,
      ),
    ];
  });
}
