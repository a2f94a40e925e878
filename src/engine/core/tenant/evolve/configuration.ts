/**
 * A new configuration: services and agents are brought in line, calls and duty stay as they are.
 */
import { emptyPace } from '../pace.ts';
import { placeOf } from '../place.ts';
import type { FactOf } from '../facts.ts';
import { Lineup } from '../indexes/lineup.ts';
import { SkilledPeople } from '../../config/skilled.ts';
import { WaitingLine } from '../indexes/waitingLine.ts';
import type { ServiceSettings } from '../../config/document.ts';
import { profilesKept } from '../../config/people.ts';
import type { AgentState, ServiceState, TaskState, TenantState } from '../state.ts';
import { forgetIfDone } from './agents.ts';
import { holdOver, lineUp } from './membership.ts';
import { standAt } from './waiting.ts';

export function configurationChanged(
  state: TenantState,
  fact: FactOf<'ConfigurationChanged'>,
): void {
  const { configuration } = fact;
  state.configuration = configuration;
  state.configurationVersion = fact.version;
  state.skilled = new SkilledPeople(configuration.agents);
  state.serviceOfAccount.clear();
  const kept = new Set(configuration.services.map((service) => service.id));
  for (const [serviceId, service] of state.services) {
    if (!kept.has(serviceId)) removeService(state, service);
  }
  for (const agent of state.agents.values()) renewSettings(state, agent, configuration);
  for (const settings of configuration.services) {
    state.serviceOfAccount.set(settings.resourceAccount, settings.id);
    const service = state.services.get(settings.id) ?? restored(state, settings);
    holdOver(state, service, settings);
    service.settings = settings;
    if (settings.hours === null) service.closedBy = null;
    lineUp(state, service, fact.at);
    rankAgain(state, service);
  }
  state.shortestAgeLimitMs = shortestAgeLimitMs(configuration.services);
  state.showsWork = showsWork(configuration.services);
  for (const agent of state.agents.values()) {
    state.standings.refresh(agent);
    forgetIfDone(state, agent);
  }
}

/** A profile that is gone, or not the person's any more, is not in force either (NIMx-05). */
function renewSettings(
  state: TenantState,
  agent: AgentState,
  { profiles }: FactOf<'ConfigurationChanged'>['configuration'],
): void {
  const before = agent.settings?.profiles ?? [];
  agent.settings = state.skilled.settingsOf(agent.id);
  agent.profiles = profilesKept(agent.profiles, before, agent.settings, profiles);
}

/** Before it a presence passes as it was seen; a missing limit is one of an older document. */
function limitMsOf(rule: ServiceSettings['presence']): number {
  const { notOlderThanSeconds, activityTrustedForSeconds = Infinity } = rule;
  return Math.min(notOlderThanSeconds, activityTrustedForSeconds) * 1000;
}

/** Presence is relied on at least this long by every service. */
export function shortestAgeLimitMs(services: readonly ServiceSettings[]): number {
  return services.reduce(
    (shortest, { presence }) => Math.min(shortest, limitMsOf(presence)),
    Infinity,
  );
}

export function showsWork(services: readonly ServiceSettings[]): boolean {
  return services.some(({ showWorkInTeams }) => showWorkInTeams);
}

/** Priority and ageing hold for those who wait already (NIMx-06). */
function rankAgain(state: TenantState, service: ServiceState): void {
  for (const taskId of service.queue) {
    const task = state.tasks.get(taskId);
    if (task === undefined) continue;
    const place = placeOf(state, service.settings, task.queuedAt);
    if (place.priority === task.priority && place.rankAt === task.rankAt) continue;
    standAt(state, task, place);
  }
}

/** A new service; calls that one of the same id left behind when it was removed are its own. */
function restored(state: TenantState, settings: ServiceSettings): ServiceState {
  const service = newService(state, settings);
  for (const task of state.tasks.values()) {
    if (task.serviceId !== settings.id || !isOfQueue(task)) continue;
    service.queue.add(task.id);
    if (task.first !== null) service.keptCalls.add(task.id);
  }
  return service;
}

/** A call-back does not outlive its service; whoever talks stands in no queue. */
function isOfQueue({ phase, leaving }: TaskState): boolean {
  return phase === 'arriving' || (phase === 'leaving' && leaving?.isSentOn !== true);
}

/** A service without calls; also for one that is read from a snapshot. */
export function newService(state: TenantState, settings: ServiceSettings): ServiceState {
  const service: ServiceState = {
    settings,
    queue: new Set(),
    closedBy: null,
    emergency: null,
    switchedOff: new Set(),
    notYetOn: new Set(),
    servedBefore: [],
    lastOfferOf: new Map(),
    pace: emptyPace(),
    lineup: new Lineup(0, settings.presence, settings.order),
    keptCalls: new Set(),
    waiting: new WaitingLine(),
    callsInLine: 0,
  };
  state.services.set(settings.id, service);
  return service;
}

function removeService(state: TenantState, service: ServiceState): void {
  state.callsInLine -= service.waiting.size;
  for (const index of service.lineup.members) {
    const agent = state.standings.agents[index];
    if (agent == null) continue;
    agent.services = agent.services.filter((other) => other !== service);
    agent.serves = agent.services.length > 0;
  }
  state.services.delete(service.settings.id);
}
