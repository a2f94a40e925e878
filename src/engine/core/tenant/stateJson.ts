/**
 * The state as plain JSON and back. What is an index is left out and built again; everything else
 * is written as it stands, so that equal states give equal text.
 */
import { dueAt, TASK_DEADLINES } from './taskDeadlines.ts';
import { newService, shortestAgeLimitMs } from './evolve/configuration.ts';
import { enrol, lineUp } from './evolve/membership.ts';
import { settleInLine } from './evolve/waiting.ts';
import { SkilledPeople } from './indexes/skilled.ts';
import {
  type AgentState,
  emptyState,
  type ServiceState,
  type TaskState,
  type TenantState,
} from './state.ts';

type WrittenAgent = Omit<AgentState, 'index' | 'settings' | 'services'>;

type WrittenService = Pick<ServiceState, 'settings' | 'closedBy' | 'emergency' | 'pace'> & {
  readonly queue: readonly string[];
  readonly switchedOff: readonly string[];
  readonly lastOfferOf: readonly (readonly [string, number])[];
};

type WrittenTask = Omit<TaskState, 'offersByAgent' | 'isInLine'> & {
  readonly offersByAgent: readonly (readonly [string, number])[] | null;
};

const SCALARS = [
  'tenantId',
  'seed',
  'flags',
  'configuration',
  'configurationVersion',
  'lastAt',
  'nextTask',
  'nextOffer',
  'nextEffect',
  'nextDecision',
] as const;

const MAPS = ['groups', 'lastAgentOf', 'breachToldAt', 'blocks', 'offers', 'openEffects'] as const;

interface Written extends Pick<TenantState, (typeof SCALARS)[number]> {
  readonly agents: readonly WrittenAgent[];
  readonly services: readonly WrittenService[];
  readonly tasks: readonly WrittenTask[];
  readonly maps: Readonly<Record<(typeof MAPS)[number], readonly (readonly [string, unknown])[]>>;
  readonly unknownPresenceValues: readonly string[];
  readonly sources: readonly string[];
}

/** The written form, ready for `JSON.stringify`. */
export function asJson(state: Readonly<TenantState>): unknown {
  return {
    ...Object.fromEntries(SCALARS.map((name) => [name, state[name]])),
    agents: [...state.agents.values()].map(writtenAgent),
    services: [...state.services.values()].map(writtenService),
    tasks: [...state.tasks.values()].map(writtenTask),
    maps: Object.fromEntries(MAPS.map((name) => [name, [...state[name]]])),
    unknownPresenceValues: [...state.unknownPresenceValues],
    sources: state.sources.toArray(),
  };
}

function writtenAgent(agent: AgentState): WrittenAgent {
  const { index: _row, settings: _settings, services: _services, ...rest } = agent;
  return rest;
}

function writtenService(service: ServiceState): WrittenService {
  const { settings, closedBy, emergency, pace, queue, switchedOff, lastOfferOf } = service;
  return {
    ...{ settings, closedBy, emergency, pace },
    queue: [...queue],
    switchedOff: [...switchedOff],
    lastOfferOf: [...lastOfferOf],
  };
}

function writtenTask({ isInLine: _index, offersByAgent, ...rest }: TaskState): WrittenTask {
  return { ...rest, offersByAgent: offersByAgent === null ? null : [...offersByAgent] };
}

/** Reads what `asJson` wrote; the text was written by this code, so its shape is taken as given. */
export function fromJson(json: unknown): TenantState {
  const written = json as Written;
  const state = emptyState();
  for (const name of SCALARS) Object.assign(state, { [name]: written[name] });
  for (const name of MAPS) fill(state[name], written.maps[name]);
  for (const value of written.unknownPresenceValues) state.unknownPresenceValues.add(value);
  for (const sourceId of written.sources) state.sources.add(sourceId);
  state.skilled = new SkilledPeople(state.configuration?.agents);
  readAgents(state, written.agents);
  readServices(state, written.services);
  readTasks(state, written.tasks);
  for (const agent of state.agents.values()) state.standings.refresh(agent);
  pushDeadlines(state);
  return state;
}

function fill(map: Map<string, unknown>, entries: readonly (readonly [string, unknown])[]): void {
  for (const [key, value] of entries) map.set(key, value);
}

function readAgents(state: TenantState, agents: readonly WrittenAgent[]): void {
  for (const [blockId, { confirmedAt }] of state.blocks) {
    state.standings.confirmBlock(blockId, confirmedAt ?? 0);
  }
  for (const agent of agents) {
    const settings = state.skilled.settingsOf(agent.id);
    enrol(state, { ...agent, index: -1, settings, services: [] });
  }
}

function readServices(state: TenantState, services: readonly WrittenService[]): void {
  for (const written of services) {
    const service = newService(state, written.settings);
    const { closedBy, emergency, pace } = written;
    Object.assign(service, { closedBy, emergency, pace });
    for (const id of written.queue) service.queue.add(id as TaskState['id']);
    for (const id of written.switchedOff) service.switchedOff.add(id as AgentState['id']);
    fill(service.lastOfferOf, written.lastOfferOf);
    state.serviceOfAccount.set(written.settings.resourceAccount, written.settings.id);
    lineUp(state, service, state.lastAt, true);
  }
  state.shortestAgeLimitMs = shortestAgeLimitMs(services.map(({ settings }) => settings));
}

function readTasks(state: TenantState, tasks: readonly WrittenTask[]): void {
  for (const { offersByAgent, ...rest } of tasks) {
    const offers = offersByAgent === null ? null : (new Map(offersByAgent) as Map<never, number>);
    const task: TaskState = { ...rest, offersByAgent: offers, isInLine: false };
    state.tasks.set(task.id, task);
    if (task.platformCallId !== null && task.phase !== 'ended') {
      state.taskOfCall.set(task.platformCallId, task.id);
    }
    settleInLine(state, task);
  }
}

function pushDeadlines(state: TenantState): void {
  const { deadlines } = state;
  for (const { id, dueAt } of state.offers.values()) {
    deadlines.push({ at: dueAt, kind: 'offer', id });
  }
  for (const { id, pause, afterCallWork, break: onBreak } of state.agents.values()) {
    if (pause !== null) deadlines.push({ at: pause.untilAt, kind: 'pause', id });
    if (afterCallWork !== null) {
      deadlines.push({ at: afterCallWork.untilAt, kind: 'after-call-work', id });
    }
    if (onBreak?.untilAt != null) deadlines.push({ at: onBreak.untilAt, kind: 'break', id });
  }
  for (const task of state.tasks.values()) {
    for (const kind of TASK_DEADLINES) {
      const at = dueAt(task, kind);
      if (at !== null) deadlines.push({ at, kind, id: task.id });
    }
  }
}
