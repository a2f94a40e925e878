/**
 * A new configuration comes into force: calls of services that are gone end, offers are looked at.
 */
import { digestOf } from '../explain/digest.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { Turn } from '../tenant/turn.ts';
import { hangUp } from './calls.ts';
import { reviewOfferOf } from './offers.ts';
import { wait } from './wait.ts';

export function configurationSubmitted(turn: Turn, input: InputOf<'ConfigurationSubmitted'>): void {
  const { at, state } = turn;
  const { configuration, by } = input;
  if (state.configuration !== null && digestOf(state.configuration) === digestOf(configuration)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  const kept = new Set(configuration.services.map((service) => service.id));
  for (const task of [...state.tasks.values()]) {
    if (!kept.has(task.serviceId) && task.phase !== 'ended') {
      hangUp(turn, task, 'service-removed', 'reported');
    }
  }
  const version = state.configurationVersion + 1;
  turn.emit({ type: 'ConfigurationChanged', at, version, configuration, by });
  for (const agent of [...state.agents.values()]) reviewOfferOf(turn, agent);
  for (const service of state.services.values()) {
    for (const taskId of [...service.queue]) {
      const task = state.tasks.get(taskId);
      if (task !== undefined && task.phase !== 'leaving') wait(turn, service, task);
    }
  }
}
