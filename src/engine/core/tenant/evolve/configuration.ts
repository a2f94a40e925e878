/**
 * A new configuration: services and agents are brought in line, calls and duty stay as they are.
 */
import type { FactOf } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import type { AgentState, TenantState } from '../state.ts';
import { forgetIfDone } from './agents.ts';

export function configurationChanged(
  state: TenantState,
  fact: FactOf<'ConfigurationChanged'>,
): void {
  const { configuration } = fact;
  state.configuration = configuration;
  state.configurationVersion = fact.version;
  state.serviceOfAccount.clear();
  const kept = new Set(configuration.services.map((service) => service.id));
  for (const serviceId of state.services.keys()) {
    if (!kept.has(serviceId)) state.services.delete(serviceId);
  }
  for (const settings of configuration.services) {
    state.serviceOfAccount.set(settings.resourceAccount, settings.id);
    const service = state.services.get(settings.id);
    if (service === undefined) state.services.set(settings.id, { settings, queue: new Set() });
    else service.settings = settings;
  }
  assignAgents(state, fact);
}

function assignAgents(state: TenantState, fact: FactOf<'ConfigurationChanged'>): void {
  for (const agent of state.agents.values()) {
    agent.serves = false;
    agent.serviceIds.clear();
  }
  for (const settings of fact.configuration.services) {
    for (const agentId of settings.agents) {
      const agent = state.agents.get(agentId) ?? newAgent(state, fact, agentId);
      agent.serves = true;
      agent.serviceIds.add(settings.id);
    }
  }
  for (const agent of state.agents.values()) forgetIfDone(state, agent);
}

function newAgent(
  state: TenantState,
  fact: FactOf<'ConfigurationChanged'>,
  id: PersonId,
): AgentState {
  const agent: AgentState = {
    id,
    serves: true,
    onDuty: fact.configuration.dutyAtStart === 'on',
    dutySinceAt: fact.at,
    evidence: null,
    blockId: null,
    offerId: null,
    taskId: null,
    connectedAt: null,
    afterCallWorkUntilAt: null,
    pause: null,
    idleSinceAt: fact.at,
    serviceIds: new Set(),
  };
  state.agents.set(id, agent);
  return agent;
}
