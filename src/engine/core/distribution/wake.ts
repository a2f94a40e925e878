/**
 * Which services may be able to offer a call because of a fact. Asked before the fact is applied,
 * so that what it ends (an offer, a call) can still be looked up.
 */
import type { Fact } from '../tenant/facts.ts';
import type { PersonId, ServiceId, TaskId } from '../tenant/ids.ts';
import type { TenantState } from '../tenant/state.ts';

const NONE: readonly ServiceId[] = [];
/** Confirmations closer together than the shortest age limit cannot make anybody eligible again. */
const SHORTEST_AGE_LIMIT_MS = 10_000;

export function servicesWokenBy(state: Readonly<TenantState>, fact: Fact): Iterable<ServiceId> {
  switch (fact.type) {
    case 'ConfigurationChanged':
      return fact.configuration.services.map((service) => service.id);
    case 'DutyChanged':
    case 'PresenceChanged':
    case 'AfterCallWorkEnded':
    case 'PauseEnded':
      return servicesOf(state, fact.agentId);
    case 'BlockConfirmed':
      return wasOld(state, fact) ? state.services.keys() : NONE;
    case 'CallQueued':
      return [fact.serviceId];
    case 'CallAnswered':
    case 'CallHandedOver':
    case 'CallConnected':
    case 'DeliveryFellBack':
      return serviceOf(state, fact.taskId);
    case 'OfferEnded': {
      const offer = state.offers.get(fact.offerId);
      if (offer === undefined) return NONE;
      return [...serviceOf(state, offer.taskId), ...servicesOf(state, offer.agentId)];
    }
    case 'CallEnded':
      return fact.agentId === null ? NONE : servicesOf(state, fact.agentId);
    default:
      return NONE;
  }
}

function serviceOf(state: Readonly<TenantState>, taskId: TaskId): readonly ServiceId[] {
  const task = state.tasks.get(taskId);
  return task === undefined ? NONE : [task.serviceId];
}

function servicesOf(state: Readonly<TenantState>, agentId: PersonId): Iterable<ServiceId> {
  return state.agents.get(agentId)?.serviceIds ?? NONE;
}

function wasOld(
  state: Readonly<TenantState>,
  fact: Extract<Fact, { type: 'BlockConfirmed' }>,
): boolean {
  const before = state.blockConfirmedAt.get(fact.blockId) ?? 0;
  return fact.at - before >= SHORTEST_AGE_LIMIT_MS;
}
