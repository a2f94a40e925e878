/**
 * The state as plain JSON and back. What is an index is left out and built again; everything else
 * is written as it stands, so that equal states give equal text.
 */
import { standAnew } from './taskDeadlines.ts';
import { newService, shortestAgeLimitMs, showsWork } from './evolve/configuration.ts';
import { enrol, lineUp } from './evolve/membership.ts';
import { settleInLine } from './evolve/waiting.ts';
import { RULE_FLAGS } from './flags.ts';
import { SkilledPeople } from '../config/skilled.ts';
import {
  type AgentState,
  emptyState,
  type ServiceState,
  type TaskState,
  type TenantState,
} from './state.ts';

type WrittenAgent = Omit<AgentState, 'index' | 'settings' | 'services'>;

/** The settings are those of the configuration. */
type WrittenService = Pick<ServiceState, 'closedBy' | 'emergency' | 'pace' | 'servedBefore'> & {
  readonly id: ServiceState['settings']['id'];
  readonly queue: readonly string[];
  readonly switchedOff: readonly string[];
  readonly notYetOn: readonly string[];
  readonly lastOfferOf: readonly (readonly [string, number])[];
};

type WrittenTask = Omit<TaskState, 'offersByAgent' | 'isConference' | 'isInLine' | 'dueKey'> & {
  readonly isConference?: boolean;
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
  'nextEmergency',
  'viewsDueAt',
] as const;

const MAPS = [
  'groups',
  'lastAgentOf',
  'breachToldAt',
  'breachRecordedAt',
  'blocks',
  'sessions',
  'degradedViews',
  'emergencies',
  'pastEmergencies',
  'emergencyEnds',
  'callbackNumbers',
  'callbacks',
  'offers',
  'openEffects',
] as const;

interface WrittenHead extends Pick<TenantState, (typeof SCALARS)[number]> {
  readonly maps: Readonly<Record<(typeof MAPS)[number], readonly (readonly [string, unknown])[]>>;
  readonly unknownPresenceValues: readonly string[];
  readonly sources: readonly string[];
}

/** One part of the written form; the head comes first, then agents, services and tasks. */
type WrittenPart =
  | { readonly head: WrittenHead }
  | { readonly agents: readonly WrittenAgent[] }
  | { readonly services: readonly WrittenService[] }
  | { readonly tasks: readonly WrittenTask[] };

/** Some milliseconds of reading each, so that whoever reads can stop in between. */
const AGENTS_IN_PART = 500;
const SERVICES_IN_PART = 20;

/** The written form in parts, each ready for `JSON.stringify`. */
export function asJson(state: Readonly<TenantState>): unknown[] {
  const parts: WrittenPart[] = [{ head: writtenHead(state) }];
  for (const agents of portions(state.agents.values(), AGENTS_IN_PART)) {
    parts.push({ agents: agents.map(writtenAgent) });
  }
  for (const services of portions(state.services.values(), SERVICES_IN_PART)) {
    parts.push({ services: services.map(writtenService) });
  }
  for (const tasks of portions(state.tasks.values(), AGENTS_IN_PART)) {
    parts.push({ tasks: tasks.map(writtenTask) });
  }
  return parts;
}

function* portions<T>(all: Iterable<T>, size: number): Generator<T[]> {
  const rest = [...all];
  for (let first = 0; first < rest.length; first += size) yield rest.slice(first, first + size);
}

function writtenHead(state: Readonly<TenantState>): WrittenHead {
  const scalars = Object.fromEntries(SCALARS.map((name) => [name, state[name]]));
  return {
    ...(scalars as Pick<TenantState, (typeof SCALARS)[number]>),
    maps: Object.fromEntries(
      MAPS.map((name) => [name, [...state[name]]]),
    ) as unknown as WrittenHead['maps'],
    unknownPresenceValues: [...state.unknownPresenceValues],
    sources: state.sources.toArray(),
  };
}

function writtenAgent(agent: AgentState): WrittenAgent {
  const { index: _row, settings: _settings, services: _services, ...rest } = agent;
  return rest;
}

function writtenService(service: ServiceState): WrittenService {
  const { settings, closedBy, emergency, pace, servedBefore } = service;
  const { queue, switchedOff, notYetOn, lastOfferOf } = service;
  return {
    ...{ id: settings.id, closedBy, emergency, pace, servedBefore },
    queue: [...queue],
    switchedOff: [...switchedOff],
    notYetOn: [...notYetOn],
    lastOfferOf: [...lastOfferOf],
  };
}

function writtenTask(task: TaskState): WrittenTask {
  const { isInLine: _inLine, dueKey: _dueKey, offersByAgent, ...rest } = task;
  return { ...rest, offersByAgent: offersByAgent === null ? null : [...offersByAgent] };
}

/** Reads what `asJson` wrote. */
export function fromJson(parts: Iterable<unknown>): TenantState {
  const reading = readInParts(parts);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

/**
 * The same, with a stop after every part. The text was written by this code, so its shape is taken
 * as given.
 */
export function* readInParts(parts: Iterable<unknown>): Generator<undefined, TenantState> {
  const state = emptyState();
  for (const read of parts) {
    const part = read as WrittenPart;
    if ('head' in part) readHead(state, part.head);
    else if ('agents' in part) readAgents(state, part.agents);
    else if ('services' in part) readServices(state, part.services);
    else readTasks(state, part.tasks);
    yield;
  }
  const settings = [...state.services.values()].map((service) => service.settings);
  state.shortestAgeLimitMs = shortestAgeLimitMs(settings);
  state.showsWork = showsWork(settings);
  pushDeadlines(state);
  return state;
}

function readHead(state: TenantState, head: WrittenHead): void {
  for (const name of SCALARS) Object.assign(state, { [name]: head[name] });
  for (const name of MAPS) fill(state[name], head.maps[name]);
  state.standings.activityCounts = state.flags.includes(RULE_FLAGS.WHOLE_PRESENCE);
  for (const value of head.unknownPresenceValues) state.unknownPresenceValues.add(value);
  for (const sourceId of head.sources) state.sources.add(sourceId);
  state.skilled = new SkilledPeople(state.configuration?.agents);
  for (const { platformCallId, id } of state.callbacks.values()) {
    state.callbackOfCall.set(platformCallId, id);
  }
  for (const [blockId, { confirmedAt }] of state.blocks) {
    state.standings.confirmBlock(blockId, confirmedAt ?? 0);
  }
}

function fill(
  map: { set(key: string, value: unknown): unknown },
  entries: readonly (readonly [string, unknown])[],
): void {
  for (const [key, value] of entries) map.set(key, value);
}

/** What was just read becomes the agent itself: copying it would double the time this takes. */
function readAgents(state: TenantState, agents: readonly WrittenAgent[]): void {
  for (const agent of agents) {
    const settings = state.skilled.settingsOf(agent.id);
    // Written before rule flag 6, it names no other call.
    const { otherCall = null } = agent as Partial<WrittenAgent>;
    enrol(state, Object.assign(agent, { index: -1, settings, services: [], otherCall }));
  }
}

function readServices(state: TenantState, services: readonly WrittenService[]): void {
  const configured = state.configuration?.services ?? [];
  const settingsOf = new Map(configured.map((settings) => [settings.id, settings]));
  for (const written of services) {
    const settings = settingsOf.get(written.id);
    if (settings === undefined) throw new Error(`Service ${written.id} is not configured.`);
    const service = newService(state, settings);
    const { closedBy, emergency, pace, servedBefore } = written;
    Object.assign(service, { closedBy, emergency, pace, servedBefore });
    for (const id of written.queue) service.queue.add(id as TaskState['id']);
    for (const id of written.switchedOff) service.switchedOff.add(id as AgentState['id']);
    for (const id of written.notYetOn) service.notYetOn.add(id as AgentState['id']);
    fill(service.lastOfferOf, written.lastOfferOf);
    state.serviceOfAccount.set(settings.resourceAccount, settings.id);
    lineUp(state, service, state.lastAt, true);
  }
}

function readTasks(state: TenantState, tasks: readonly WrittenTask[]): void {
  for (const { offersByAgent, ...rest } of tasks) {
    const offers = offersByAgent === null ? null : (new Map(offersByAgent) as Map<never, number>);
    const task: TaskState = {
      ...rest,
      // Of a version that did not write it: whoever was offered the call may have been invited.
      isConference: rest.isConference ?? offers !== null,
      ...{ offersByAgent: offers, isInLine: false, dueKey: Infinity },
    };
    state.tasks.set(task.id, task);
    if (task.platformCallId !== null && task.phase !== 'ended') {
      state.taskOfCall.set(task.platformCallId, task.id);
    }
    if (task.first !== null) state.services.get(task.serviceId)?.keptCalls.add(task.id);
    settleInLine(state, task);
  }
}

function pushDeadlines(state: TenantState): void {
  const { deadlines } = state;
  for (const { id, dueAt } of state.offers.values()) {
    deadlines.push({ at: dueAt, kind: 'offer', id });
  }
  for (const { id, pause, afterCallWork, otherCall, break: onBreak } of state.agents.values()) {
    if (pause !== null) deadlines.push({ at: pause.untilAt, kind: 'pause', id });
    if (afterCallWork !== null) {
      deadlines.push({ at: afterCallWork.untilAt, kind: 'after-call-work', id });
    }
    if (onBreak?.untilAt != null) deadlines.push({ at: onBreak.untilAt, kind: 'break', id });
    if (otherCall?.untilAt != null) {
      deadlines.push({ at: otherCall.untilAt, kind: 'other-call', id });
    }
  }
  for (const [id, { dueAt }] of state.sessions) {
    if (dueAt !== null) deadlines.push({ at: dueAt, kind: 'session', id });
  }
  for (const { id, dueAt } of state.emergencies.values()) {
    if (dueAt !== null) deadlines.push({ at: dueAt, kind: 'emergency', id });
  }
  for (const { id, dueAt } of state.callbacks.values()) {
    if (dueAt !== null) deadlines.push({ at: dueAt, kind: 'callback', id });
  }
  if (state.viewsDueAt !== null) {
    deadlines.push({ at: state.viewsDueAt, kind: 'views', id: 'views' });
  }
  for (const task of state.tasks.values()) standAnew(deadlines, task);
}
