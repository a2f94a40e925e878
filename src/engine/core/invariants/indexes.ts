/** Every index says what the state says. */
import { LEVEL } from '../tenant/indexes/lineup.ts';
import { levelOf } from '../distribution/responsibility.ts';
import { comesBefore } from '../tenant/indexes/waitingLine.ts';
import type { ServiceState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from './breach.ts';

export function checkIndexes(state: Readonly<TenantState>): Breach[] {
  const services = [...state.services.values()];
  const inLine = services.reduce((sum, service) => sum + service.waiting.size, 0);
  return [
    ...breachIf(inLine !== state.callsInLine, 'indexes-agree', 'how many calls stand in line'),
    ...services.flatMap((service) => [
      ...checkLineup(state, service),
      ...checkLine(state, service),
    ]),
    ...checkServicesOfAgents(state),
  ];
}

function checkLineup(state: Readonly<TenantState>, service: Readonly<ServiceState>): Breach[] {
  const { lineup, settings, switchedOff } = service;
  return [...lineup.members].flatMap((row, place) => {
    const agent = state.standings.agents[row];
    if (agent == null) return breachIf(true, 'indexes-agree', `${settings.id}: vacant row ${row}`);
    const level = switchedOff.has(agent.id)
      ? LEVEL.SWITCHED_OFF
      : (levelOf(state, settings, agent) ?? LEVEL.PROFILE_WITHOUT_SKILL);
    const agrees = lineup.level[place] === level && agent.services.includes(service);
    return breachIf(!agrees, 'indexes-agree', `${settings.id}: the place of ${agent.id}`);
  });
}

function checkLine(state: Readonly<TenantState>, service: Readonly<ServiceState>): Breach[] {
  const { tasks } = service.waiting;
  const inOrder = tasks.every((task, index) => {
    const before = tasks[index - 1];
    return before === undefined || comesBefore(before, task);
  });
  const known = tasks.every((task) => task.isInLine && state.tasks.get(task.id) === task);
  return breachIf(!inOrder || !known, 'indexes-agree', `the line of ${service.settings.id}`);
}

function checkServicesOfAgents(state: Readonly<TenantState>): Breach[] {
  return [...state.agents.values()].flatMap((agent) =>
    agent.services.flatMap((service) =>
      breachIf(
        service.lineup.placeOf(agent.index) === -1 ||
          state.services.get(service.settings.id) !== service,
        'indexes-agree',
        `${agent.id} and ${service.settings.id}`,
      ),
    ),
  );
}
