/** What facts about services change: hours, closing for an emergency, and who is responsible. */
import type { FactOf } from '../facts.ts';
import type { ServiceId } from '../../ids.ts';
import type { ServiceState, TenantState } from '../state.ts';
import { agentOf, forgetIfDone } from './agents.ts';
import { lineUp, placeInLineup } from './membership.ts';

type ServiceFact = FactOf<
  | 'ServiceHoursChanged'
  | 'ServiceEmergencyChanged'
  | 'ServiceActivityChanged'
  | 'GroupMembersChanged'
>;

export function serviceFact(state: TenantState, fact: ServiceFact): void {
  if (fact.type === 'GroupMembersChanged') return groupMembersChanged(state, fact);
  const service = serviceOf(state, fact.serviceId);
  switch (fact.type) {
    case 'ServiceHoursChanged':
      service.closedBy = fact.open ? null : fact.cause;
      return;
    case 'ServiceEmergencyChanged':
      service.emergency = fact.closed ? { by: fact.by, sinceAt: fact.at } : null;
      return;
    case 'ServiceActivityChanged':
      service.notYetOn.delete(fact.agentId);
      if (fact.active) service.switchedOff.delete(fact.agentId);
      else service.switchedOff.add(fact.agentId);
      return placeInLineup(state, service, agentOf(state, fact.agentId));
  }
}

function groupMembersChanged(state: TenantState, fact: FactOf<'GroupMembersChanged'>): void {
  state.groups.set(fact.groupId, fact.agentIds);
  for (const service of state.services.values()) {
    if (service.settings.responsibility.team !== fact.groupId) continue;
    const before = [...service.lineup.members].map((index) => state.standings.agents[index]);
    service.servedBefore = [];
    lineUp(state, service, fact.at);
    for (const agent of before) if (agent != null) forgetIfDone(state, agent);
  }
}

/** The service a fact speaks of; that it exists was decided before. */
export function serviceOf(state: TenantState, serviceId: ServiceId): ServiceState {
  const service = state.services.get(serviceId);
  if (service === undefined) throw new Error(`A fact names service ${serviceId}, which is gone.`);
  return service;
}
