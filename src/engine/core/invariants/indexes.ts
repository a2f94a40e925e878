/**
 * Every index says what the state says: the state is written down, which leaves all indexes out,
 * and read back, which builds them anew. What differs had not been kept in step.
 */
import { dueKey } from '../tenant/deadlines.ts';
import { dueAt, earliestOf } from '../tenant/taskDeadlines.ts';
import { asJson, fromJson } from '../tenant/stateJson.ts';
import type { AgentState, ServiceState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from '../tenant/breach.ts';

export function checkIndexes(state: Readonly<TenantState>): Breach[] {
  const anew = fromJson(asJson(state));
  const differs = (broken: boolean, detail: string) => breachIf(broken, 'indexes-agree', detail);
  return [
    ...differs(anew.callsInLine !== state.callsInLine, 'how many calls stand in line'),
    ...differs(anew.shortestAgeLimitMs !== state.shortestAgeLimitMs, 'the shortest age limit'),
    ...differs(!sameSets(anew.toCallBack, state.toCallBack), 'who is to be called back'),
    ...differs(!sameMaps(anew.taskOfCall, state.taskOfCall), 'calls by their id'),
    ...differs(!sameMaps(anew.serviceOfAccount, state.serviceOfAccount), 'services by account'),
    ...[...state.services].flatMap(([id, service]) => {
      const other = anew.services.get(id);
      return other === undefined ? [] : checkService(state, service, anew, other);
    }),
    ...[...state.agents].flatMap(([id, agent]) => {
      const other = anew.agents.get(id);
      return other === undefined ? [] : checkAgentIndexes(state, agent, anew, other);
    }),
    ...checkDeadlines(state),
  ];
}

function sameMaps(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
}

function sameSets(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((each) => right.has(each));
}

function checkService(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  anew: Readonly<TenantState>,
  other: Readonly<ServiceState>,
): Breach[] {
  const { id } = service.settings;
  return [
    ...breachIf(
      peopleOf(state, service).join('\n') !== peopleOf(anew, other).join('\n'),
      'indexes-agree',
      `${id}: its people, was ${peopleOf(state, service).join('; ')}`,
    ),
    ...breachIf(
      String(service.lineup.presenceReasons) !== String(other.lineup.presenceReasons) ||
        service.lineup.presenceLimitMs !== other.lineup.presenceLimitMs,
      'indexes-agree',
      `${id}: its presence rule`,
    ),
    ...breachIf(
      service.waiting.tasks.map((task) => task.id).join() !==
        other.waiting.tasks.map((task) => task.id).join(),
      'indexes-agree',
      `${id}: its line`,
    ),
    ...breachIf(
      service.callsInLine !== service.waiting.size,
      'indexes-agree',
      `${id}: how many stand in its line`,
    ),
    ...breachIf(
      service.waiting.tasks.some((task) => state.tasks.get(task.id) !== task),
      'indexes-agree',
      `${id}: a task in its line is not the tenant's`,
    ),
  ];
}

/** The people of a service in order, each with the columns of the lineup. */
function peopleOf(state: Readonly<TenantState>, { lineup }: Readonly<ServiceState>): string[] {
  return [...lineup.members].map((row, place) =>
    [
      state.standings.agents[row]?.id,
      ...[lineup.level[place], lineup.skill[place], lineup.lastOffer[place]],
    ].join(' '),
  );
}

function checkAgentIndexes(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  anew: Readonly<TenantState>,
  other: Readonly<AgentState>,
): Breach[] {
  const services = (of: Readonly<AgentState>): string =>
    of.services
      .map((service) => service.settings.id)
      .sort()
      .join();
  const isOfOthers = agent.services.some(
    (service) => state.services.get(service.settings.id) !== service,
  );
  const { id } = agent;
  return [
    ...breachIf(
      columnsOf(state, agent) !== columnsOf(anew, other),
      'indexes-agree',
      `the standings of ${id}: ${columnsOf(state, agent)}, not ${columnsOf(anew, other)}`,
    ),
    ...breachIf(
      isOfOthers || services(agent) !== services(other) || agent.settings !== other.settings,
      'indexes-agree',
      `${id} and the services of ${id}`,
    ),
    ...breachIf(agent.serves !== agent.services.length > 0, 'indexes-agree', `${id} serves`),
  ];
}

function columnsOf(state: Readonly<TenantState>, { index, id }: Readonly<AgentState>): string {
  const { standings } = state;
  return [
    standings.agents[index]?.id === id,
    standings.standing(index),
    standings.presenceClass(index),
    standings.lots(index),
    standings.hash(index),
    standings.callsToday(index),
    standings.idleSinceAt(index),
    standings.talkMsToday(index),
    standings.occupancy(index, state.lastAt),
    standings.confirmedAt(index),
  ].join(' ');
}

/** Every instant that somebody waits for is in the heap; more may be, overtaken ones. */
function checkDeadlines(state: Readonly<TenantState>): Breach[] {
  const known = new Set(state.deadlines.entries.map(({ at, kind, id }) => `${kind} ${id} ${at}`));
  const awaited = [
    ...[...state.offers.values()].map(({ id, dueAt }) => `offer ${id} ${dueAt}`),
    ...[...state.agents.values()].flatMap(({ id, pause, afterCallWork, break: onBreak }) => [
      ...(pause === null ? [] : [`pause ${id} ${pause.untilAt}`]),
      ...(afterCallWork === null ? [] : [`after-call-work ${id} ${afterCallWork.untilAt}`]),
      ...(onBreak?.untilAt == null ? [] : [`break ${id} ${onBreak.untilAt}`]),
    ]),
  ];
  const missing = awaited.filter((deadline) => !known.has(deadline));
  return [
    ...breachIf(missing.length > 0, 'indexes-agree', `no deadline: ${missing.join(', ')}`),
    ...checkTaskDeadlines(state),
  ];
}

/** Every task with a deadline is in the heap, by its earliest one or before. */
function checkTaskDeadlines(state: Readonly<TenantState>): Breach[] {
  const known = new Set(
    state.deadlines.entries.map(({ at, kind, id }) => `${id} ${dueKey(at, kind)}`),
  );
  return [...state.tasks.values()].flatMap((task) => {
    const kind = earliestOf(task);
    const at = kind === null ? null : dueAt(task, kind);
    if (kind === null || at === null) return [];
    const isKnown = task.dueKey <= dueKey(at, kind) && known.has(`${task.id} ${task.dueKey}`);
    return breachIf(!isKnown, 'indexes-agree', `no deadline: ${kind} ${task.id} ${at}`);
  });
}
