/**
 * A new configuration comes into force: callers who wait in a service that is gone are told so and
 * its talks go on to their end, offers are looked at, and those who wait are bound as it says now.
 */
import { digestOf } from '../explain/digest.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { Turn } from '../tenant/turn.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';
import { hangUp } from './ending.ts';
import { endUnconfirmed, leave, leaveRemoved, waitOrLeave } from './leaving.ts';
import { reviewOfferOf } from './reviewing.ts';

export function configurationSubmitted(turn: Turn, input: InputOf<'ConfigurationSubmitted'>): void {
  const { at, state } = turn;
  const { configuration, by } = input;
  if (state.configuration !== null && digestOf(state.configuration) === digestOf(configuration)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  const kept = new Set(configuration.services.map((service) => service.id));
  for (const task of [...state.tasks.values()]) {
    if (!kept.has(task.serviceId)) serviceRemoved(turn, task);
  }
  const version = state.configurationVersion + 1;
  turn.emit({ type: 'ConfigurationChanged', at, version, configuration, by });
  for (const agent of [...state.agents.values()]) reviewOfferOf(turn, agent);
  for (const service of state.services.values()) {
    for (const taskId of [...service.queue]) {
      const task = state.tasks.get(taskId);
      if (task !== undefined && task.phase !== 'leaving') waitOn(turn, service, task);
    }
  }
}

/** Whoever has an agent, or has been sent on, keeps them. */
function serviceRemoved(turn: Turn, task: TaskState): void {
  switch (task.phase) {
    case 'call-back':
    case 'dialling':
      return hangUp(turn, task, 'service-removed', 'reported');
    case 'arriving':
      endUnconfirmed(turn, task);
      // A redirect in flight decides by its outcome where the call goes.
      if (task.offerIds.length === 0) leaveRemoved(turn, task);
      return;
    case 'waiting':
    case 'confirming':
      return leaveRemoved(turn, task);
    case 'leaving':
    case 'connected':
    case 'handed-over':
    case 'ended':
      return;
  }
}

function waitOn(turn: Turn, service: ServiceState, task: TaskState): void {
  // A service for announcements only has nobody to wait for.
  if (service.settings.responsibility.by === 'nobody') leave(turn, task, 'nobody');
  else waitOrLeave(turn, service, task);
}
