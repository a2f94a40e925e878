/**
 * Who is responsible for a service: by list and team, by skills, or nobody (NIMx-03..05). Builds
 * the service's lineup and keeps every agent's list of services in step with it.
 */
import type { ServiceSettings } from '../../config/document.ts';
import { levelInLineup, skillSum } from '../responsibility.ts';
import { Lineup } from '../indexes/lineup.ts';
import type { PersonId } from '../../ids.ts';
import { otherCallOf } from '../parties.ts';
import type { AgentState, ServiceState, TenantState } from '../state.ts';

/**
 * Finds the people of the service anew, and where each of them stands in it. `isReadBack` for a
 * snapshot, whose people are not new.
 */
export function lineUp(
  state: TenantState,
  service: ServiceState,
  at: number,
  isReadBack = false,
): void {
  const people = peopleOf(state, service);
  leaveOldLineup(state, service, people);
  const lineup = new Lineup(people.size, service.settings.presence, service.settings.order);
  const members: AgentState[] = [];
  for (const id of people) {
    const agent = state.agents.get(id) ?? newAgent(state, id, at);
    lineup.members[members.length] = agent.index;
    lineup.lastOffer[members.length] = service.lastOfferOf.get(id) ?? 0;
    agent.serves = true;
    // `concat` takes just the room it needs; a spread leaves some for entries that never come.
    if (!agent.services.includes(service)) agent.services = agent.services.concat(service);
    members.push(agent);
  }
  const before = service.lineup;
  service.lineup = lineup;
  if (!isReadBack) noteNewcomers(state, service, before);
  for (const [place, agent] of members.entries()) placeAt(state, service, agent, place);
}

/**
 * To be called before new settings are in force. Who belongs to a team that was just named is told
 * only later: those who served go on until then, and are not new when they turn out to be of it.
 */
export function holdOver(state: TenantState, service: ServiceState, next: ServiceSettings): void {
  const { by, team } = next.responsibility;
  if (by !== 'people' || team === null || state.groups.has(team)) service.servedBefore = [];
  else if (team !== service.settings.responsibility.team) {
    service.servedBefore = [...service.lineup.members].flatMap(
      (index) => state.standings.agents[index]?.id ?? [],
    );
  }
}

/** The agent's level in the service, from skills, profiles and the own switch. */
export function placeInLineup(
  state: TenantState,
  service: ServiceState,
  agent: Readonly<AgentState>,
): void {
  const place = service.lineup.placeOf(agent.index);
  if (place !== -1) placeAt(state, service, agent, place);
}

function placeAt(
  state: TenantState,
  service: ServiceState,
  agent: Readonly<AgentState>,
  place: number,
): void {
  const { lineup, settings } = service;
  if (settings.order === 'best-skill') lineup.skill[place] = skillSum(settings, agent);
  lineup.level[place] = levelInLineup(state, service, agent);
}

/** In the order that "fixed order" rings them: as listed, then the team, then later levels. */
function peopleOf(state: TenantState, service: ServiceState): Set<PersonId> {
  const { settings, servedBefore } = service;
  const { by, team, levels } = settings.responsibility;
  switch (by) {
    case 'nobody':
      return new Set();
    case 'skills':
      return new Set(state.skilled.peopleFor(settings.responsibility));
    case 'people': {
      const members = team === null ? [] : (state.groups.get(team) ?? servedBefore);
      return new Set([...settings.agents, ...members, ...levels.flatMap((level) => level.agents)]);
    }
  }
}

function leaveOldLineup(
  state: TenantState,
  service: ServiceState,
  staying: ReadonlySet<PersonId>,
): void {
  for (const index of service.lineup.members) {
    const agent = state.standings.agents[index];
    if (agent == null || staying.has(agent.id)) continue;
    agent.services = agent.services.filter((other) => other !== service);
    agent.serves = agent.services.length > 0;
    service.switchedOff.delete(agent.id);
    service.notYetOn.delete(agent.id);
    service.lastOfferOf.delete(agent.id);
  }
}

/** Someone new takes calls at once only where the service says so (NIMx-03). */
function noteNewcomers(state: TenantState, service: ServiceState, before: Lineup): void {
  if (service.settings.responsibility.newMembersActive) return service.notYetOn.clear();
  const known = new Set(before.members);
  for (const index of service.lineup.members) {
    const agent = state.standings.agents[index];
    if (agent != null && !known.has(index)) service.notYetOn.add(agent.id);
  }
}

function newAgent(state: TenantState, id: PersonId, at: number): AgentState {
  const settings = state.skilled.settingsOf(id);
  return enrol(state, {
    id,
    index: -1,
    serves: true,
    onDuty: state.configuration?.dutyAtStart === 'on',
    dutySinceAt: at,
    dutyReasonCode: null,
    break: null,
    next: null,
    profiles: settings?.profiles ?? NO_PROFILES,
    evidence: null,
    blockId: null,
    isMasked: false,
    isInDoubt: false,
    offerId: null,
    taskId: null,
    connectedAt: null,
    lastServiceId: null,
    otherCall: otherCallOf(state, id),
    afterCallWork: null,
    pause: null,
    missesInARow: 0,
    emergencyId: null,
    idleSinceAt: at,
    callsToday: 0,
    talkMsToday: 0,
    busyMsToday: 0,
    dutyMsToday: 0,
    settings,
    services: [],
  });
}

const NO_PROFILES: readonly string[] = [];

/** Gives the agent a row in the standings; for agents that are new and those of a snapshot. */
export function enrol(state: TenantState, agent: AgentState): AgentState {
  agent.index = state.standings.admit(agent);
  state.agents.set(agent.id, agent);
  state.standings.refresh(agent);
  return agent;
}
