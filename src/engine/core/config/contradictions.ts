/** What a configuration may not say: each is refused with the field, the rule and the mend. */
import type { ServiceId } from '../ids.ts';
import { accountContradictions } from './accountContradictions.ts';
import type { Configuration, ServiceSettings } from './document.ts';
import { CONTRADICTION } from './contradictionWords.ts';
import { emergencyContradictions } from './emergencyContradictions.ts';
import { type FoundProblem, repeated, type RuleWords } from './problem.ts';
import { ACTIONS, type QueueAction } from './queue.ts';

export function contradictionsIn(configuration: Configuration): FoundProblem[] {
  const { services } = configuration;
  return [
    ...repeatedNames(configuration),
    ...wrongPeople(configuration),
    ...accountContradictions(configuration),
    ...emergencyContradictions(configuration),
    ...services.flatMap((service, index) => [
      ...peopleTwice(service, index),
      ...impossibleTimes(service, index),
      ...responsibilityProblems(service, index),
      ...impossibleOrder(service, index),
    ]),
    ...overflowProblems(services),
  ];
}

function repeatedNames(configuration: Configuration): FoundProblem[] {
  const { services, agents, profiles, breakReasons } = configuration;
  const twice = (
    values: readonly string[],
    field: (index: number) => string,
    words: (value: string) => RuleWords,
  ): FoundProblem[] =>
    repeated(values).map(([index, value]) => ({ field: field(index), ...words(value) }));
  return [
    ...twice(
      services.map(({ id }) => id),
      (index) => `services[${index}].id`,
      CONTRADICTION.serviceTwice,
    ),
    ...twice(
      services.map(({ resourceAccount }) => resourceAccount),
      (index) => `services[${index}].resourceAccount`,
      CONTRADICTION.accountTwice,
    ),
    ...twice(
      agents.map(({ id }) => id),
      (index) => `agents[${index}].id`,
      CONTRADICTION.personTwice,
    ),
    ...twice(
      profiles.map(({ id }) => id),
      (index) => `profiles[${index}].id`,
      CONTRADICTION.profileTwice,
    ),
    ...twice(
      breakReasons.map(({ code }) => String(code)),
      (index) => `breakReasons[${index}].code`,
      CONTRADICTION.breakReasonTwice,
    ),
  ];
}

function wrongPeople({ agents, profiles }: Configuration): FoundProblem[] {
  const ids = new Set(profiles.map(({ id }) => id));
  return agents.flatMap((agent, index) => [
    ...repeated(agent.skills.map(({ skill }) => skill)).map(([place, skill]) => ({
      field: `agents[${index}].skills[${place}]`,
      ...CONTRADICTION.skillTwice(skill),
    })),
    ...agent.profiles.flatMap((profile, place) =>
      ids.has(profile)
        ? []
        : [
            {
              field: `agents[${index}].profiles[${place}]`,
              ...CONTRADICTION.unknownProfile(profile),
            },
          ],
    ),
  ]);
}

function peopleTwice(service: ServiceSettings, index: number): FoundProblem[] {
  return repeated(service.agents).map(([place]) => ({
    field: `services[${index}].agents[${place}]`,
    ...CONTRADICTION.agentTwice(),
  }));
}

function impossibleTimes(service: ServiceSettings, index: number): FoundProblem[] {
  const { offers, queue, afterCallWork, responsibility } = service;
  const problems: FoundProblem[] = [];
  const { maximumWaitSeconds } = queue;
  if (maximumWaitSeconds !== null && offers.ringTimeoutSeconds > maximumWaitSeconds) {
    problems.push({
      field: `services[${index}].offers.ringTimeoutSeconds`,
      ...CONTRADICTION.ringsTooLong(maximumWaitSeconds),
    });
  }
  if (afterCallWork.mode === 'extendable' && afterCallWork.maximumSeconds < afterCallWork.seconds) {
    problems.push({
      field: `services[${index}].afterCallWork.maximumSeconds`,
      ...CONTRADICTION.afterCallWorkTooShort(afterCallWork.seconds),
    });
  }
  responsibility.levels.forEach((level, place) => {
    const before = responsibility.levels[place - 1];
    if (before === undefined || level.afterSeconds > before.afterSeconds) return;
    problems.push({
      field: `services[${index}].responsibility.levels[${place}].afterSeconds`,
      ...CONTRADICTION.levelTooEarly(before.afterSeconds),
    });
  });
  return problems;
}

/** A service by skills names skills at every level, or everybody in the tenant would qualify. */
function responsibilityProblems(service: ServiceSettings, index: number): FoundProblem[] {
  const { by, skills, levels } = service.responsibility;
  if (by !== 'skills') return [];
  const field = `services[${index}].responsibility`;
  const words = CONTRADICTION.noSkill();
  return [
    ...(skills.length === 0 ? [{ field: `${field}.skills`, ...words }] : []),
    ...levels.flatMap((level, place) =>
      level.skills.length === 0 ? [{ field: `${field}.levels[${place}].skills`, ...words }] : [],
    ),
  ];
}

/** A redirect reaches one agent of ours at a time: nothing tells which of several has answered. */
function impossibleOrder(service: ServiceSettings, index: number): FoundProblem[] {
  if (service.delivery !== 'redirect') return [];
  const problems: FoundProblem[] = [];
  if (service.order === 'broadcast') {
    problems.push({
      field: `services[${index}].order`,
      ...CONTRADICTION.broadcastByRedirect(),
    });
  }
  if (service.callBack.offered) {
    problems.push({
      field: `services[${index}].callBack.offered`,
      ...CONTRADICTION.callBackByRedirect(),
    });
  }
  return problems;
}

function overflowProblems(services: readonly ServiceSettings[]): FoundProblem[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  return services.flatMap((service, index) =>
    ACTIONS.flatMap((name) => {
      const target = targetOf(service.queue[name]);
      if (target === null) return [];
      const field = `services[${index}].queue.${name}.service`;
      if (!byId.has(target)) return [{ field, ...CONTRADICTION.unknownService(target) }];
      const way = wayBack(byId, service.id, target);
      if (way === null) return [];
      return [{ field, ...CONTRADICTION.roundForEver([service.id, ...way].join(' -> ')) }];
    }),
  );
}

export function targetOf(action: QueueAction | null): ServiceId | null {
  return action?.do === 'service' ? action.service : null;
}

/**
 * The services from `from` back to `home`, over any of their actions; null when none leads there.
 */
function wayBack(
  byId: ReadonlyMap<ServiceId, ServiceSettings>,
  home: ServiceId,
  from: ServiceId,
): ServiceId[] | null {
  const ways: ServiceId[][] = [[from]];
  const seen = new Set<ServiceId>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const last = way[way.length - 1];
    if (last === home) return way;
    if (last === undefined || seen.has(last)) continue;
    seen.add(last);
    const service = byId.get(last);
    for (const name of ACTIONS) {
      const next = service === undefined ? null : targetOf(service.queue[name]);
      if (next !== null) ways.push([...way, next]);
    }
  }
  return null;
}
