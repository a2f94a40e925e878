/** What must hold between the calls that wait and the agents who could take them. */
import { canCome } from '../tenant/able.ts';
import { CHECK_EVERY_MS } from '../distribution/calls.ts';
import { firstReason } from '../distribution/eligibility.ts';
import { isServed } from '../distribution/distribute.ts';
import { offerToRecall } from '../distribution/priority.ts';
import { STANDING } from '../tenant/indexes/standings.ts';
import type { AgentState, ServiceState, TaskState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from '../tenant/breach.ts';

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

/** As many people, or calls, are asked at run time: more would cost more than the step itself. */
const MOST_ASKED = 8;

/** What a call that is still in line at the end of a step should not have been left with. */
export function brokenByLine(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  task: Readonly<TaskState>,
): Breach | null {
  if (!isServed(service, task)) return null;
  const { standings, lastAt } = state;
  let asked = 0;
  for (const row of service.lineup.members) {
    if (standings.standing(row) !== STANDING.FREE) continue;
    const agent = standings.agents[row];
    if (agent != null && firstReason(state, agent, service, task, lastAt) === null) {
      return { invariant: 'no-idle-match', detail: `${task.id} beside ${agent.id}` };
    }
    asked += 1;
    if (asked === MOST_ASKED) break;
  }
  if (isKeptForNobody(state, service, task)) {
    return { invariant: 'no-idle-match', detail: `${task.id} is kept for nobody` };
  }
  if (task.awaitedOfferId !== null) return null;
  const inverted = offerToRecall(state, service, task, lastAt);
  if (inverted === null) return null;
  return { invariant: 'no-priority-inversion', detail: `${task.id} waits while ${inverted.id}` };
}

/** What somebody who is free at the end of a step should not have been left beside. */
export function brokenByIdling(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
): Breach | null {
  if (state.standings.standing(agent.index) !== STANDING.FREE) return null;
  for (const service of agent.services) {
    if (service.callsInLine === 0) continue;
    for (const task of service.waiting.tasks.slice(0, MOST_ASKED)) {
      if (!isServed(service, task)) continue;
      if (firstReason(state, agent, service, task, state.lastAt) !== null) continue;
      return { invariant: 'no-idle-match', detail: `${task.id} beside ${agent.id}` };
    }
  }
  return null;
}
