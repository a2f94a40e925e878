/** What a configuration may not say: each is refused with the field, the rule and the mend. */
import type { ServiceId } from '../tenant/ids.ts';
import type { Configuration, ServiceSettings } from './document.ts';
import { type ConfigurationProblem, repeated } from './problem.ts';
import type { QueueAction } from './queue.ts';

export function contradictionsIn(configuration: Configuration): ConfigurationProblem[] {
  const { services } = configuration;
  return [
    ...repeatedNames(configuration),
    ...unknownSkills(configuration),
    ...services.flatMap((service, index) => [
      ...peopleTwice(service, index),
      ...impossibleTimes(service, index),
      ...responsibilityProblems(service, index),
      ...impossibleOrder(service, index),
    ]),
    ...overflowProblems(services),
  ];
}

function repeatedNames(configuration: Configuration): ConfigurationProblem[] {
  const { services, agents, profiles, breakReasons } = configuration;
  const twice = (field: string, values: readonly string[], rule: string, mend: string) =>
    repeated(values).map(([index, value]) => ({
      field: field.replace('#', String(index)),
      rule: rule.replace('#', value),
      mend,
    }));
  return [
    ...twice(
      'services[#].id',
      services.map(({ id }) => id),
      'The id "#" is used by two services.',
      'Give one of them another id.',
    ),
    ...twice(
      'services[#].resourceAccount',
      services.map(({ resourceAccount }) => resourceAccount),
      'A resource account can belong to one service only.',
      'Choose another resource account for one of the two services.',
    ),
    ...twice(
      'agents[#].id',
      agents.map(({ id }) => id),
      'A person has two entries with skills.',
      'Put the skills into one entry.',
    ),
    ...twice(
      'profiles[#].id',
      profiles.map(({ id }) => id),
      'The id "#" is used by two profiles.',
      'Give one of them another id.',
    ),
    ...twice(
      'breakReasons[#].code',
      breakReasons.map(({ code }) => String(code)),
      'The number # is used by two break reasons.',
      'Give one of them another number.',
    ),
  ];
}

/** A skill is known when somebody has it: a misspelt one would leave a service without people. */
function unknownSkills({ agents, profiles }: Configuration): ConfigurationProblem[] {
  const ids = new Set(profiles.map(({ id }) => id));
  return agents.flatMap((agent, index) => [
    ...repeated(agent.skills.map(({ skill }) => skill)).map(([place, skill]) => ({
      field: `agents[${index}].skills[${place}]`,
      rule: `The skill "${skill}" stands twice with one person.`,
      mend: 'Remove one of the two entries.',
    })),
    ...agent.profiles.flatMap((profile, place) =>
      ids.has(profile)
        ? []
        : [
            {
              field: `agents[${index}].profiles[${place}]`,
              rule: `There is no profile "${profile}".`,
              mend: 'Choose one of the profiles, or add it.',
            },
          ],
    ),
  ]);
}

function peopleTwice(service: ServiceSettings, index: number): ConfigurationProblem[] {
  return repeated(service.agents).map(([place]) => ({
    field: `services[${index}].agents[${place}]`,
    rule: 'A person stands twice among the agents.',
    mend: 'Remove one of the two entries.',
  }));
}

function impossibleTimes(service: ServiceSettings, index: number): ConfigurationProblem[] {
  const { offers, queue, afterCallWork, responsibility } = service;
  const problems: ConfigurationProblem[] = [];
  const { maximumWaitSeconds } = queue;
  if (maximumWaitSeconds !== null && offers.ringTimeoutSeconds > maximumWaitSeconds) {
    problems.push({
      field: `services[${index}].offers.ringTimeoutSeconds`,
      rule: `The ring time is longer than the maximum wait of ${maximumWaitSeconds} s.`,
      mend: `Use at most ${maximumWaitSeconds}, or lengthen the maximum wait.`,
    });
  }
  if (afterCallWork.mode === 'extendable' && afterCallWork.maximumSeconds < afterCallWork.seconds) {
    problems.push({
      field: `services[${index}].afterCallWork.maximumSeconds`,
      rule: 'The maximum of after-call work is shorter than its time.',
      mend: `Use at least ${afterCallWork.seconds}.`,
    });
  }
  responsibility.levels.forEach((level, place) => {
    const before = responsibility.levels[place - 1];
    if (before === undefined || level.afterSeconds > before.afterSeconds) return;
    problems.push({
      field: `services[${index}].responsibility.levels[${place}].afterSeconds`,
      rule: 'A level opens no later than the one before it.',
      mend: `Use more than ${before.afterSeconds}.`,
    });
  });
  return problems;
}

/** A service by skills names skills at every level, or everybody in the tenant would qualify. */
function responsibilityProblems(service: ServiceSettings, index: number): ConfigurationProblem[] {
  const { by, skills, levels } = service.responsibility;
  if (by !== 'skills') return [];
  const field = `services[${index}].responsibility`;
  const rule = 'A service by skills has to name at least one skill.';
  const mend = 'Name a skill, or choose people instead.';
  return [
    ...(skills.length === 0 ? [{ field: `${field}.skills`, rule, mend }] : []),
    ...levels.flatMap((level, place) =>
      level.skills.length === 0 ? [{ field: `${field}.levels[${place}].skills`, rule, mend }] : [],
    ),
  ];
}

/** A redirect reaches one agent of ours at a time: nothing tells which of several has answered. */
function impossibleOrder(service: ServiceSettings, index: number): ConfigurationProblem[] {
  if (service.delivery !== 'redirect') return [];
  const problems: ConfigurationProblem[] = [];
  if (service.order === 'broadcast') {
    problems.push({
      field: `services[${index}].order`,
      rule: 'A broadcast needs delivery by conference: after a redirect nobody tells who answered.',
      mend: 'Choose delivery by conference, or another order.',
    });
  }
  if (service.callBack.offered) {
    problems.push({
      field: `services[${index}].callBack.offered`,
      rule: 'A call-back needs delivery by conference: a redirected caller hears no offer of it.',
      mend: 'Choose delivery by conference, or switch call-back off.',
    });
  }
  return problems;
}

const ACTIONS = ['whenFull', 'whenTooLong', 'whenNobody', 'whenClosed'] as const;

function overflowProblems(services: readonly ServiceSettings[]): ConfigurationProblem[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  return services.flatMap((service, index) =>
    ACTIONS.flatMap((name) => {
      const target = targetOf(service.queue[name]);
      if (target === null) return [];
      const field = `services[${index}].queue.${name}.service`;
      if (!byId.has(target)) {
        const mend = 'Choose one of the services.';
        return [{ field, rule: `There is no service "${target}".`, mend }];
      }
      const way = wayBack(byId, service.id, target);
      if (way === null) return [];
      return [
        {
          field,
          rule: `A call could go round for ever: ${[service.id, ...way].join(' -> ')}.`,
          mend: 'Let one of these services send its calls somewhere else.',
        },
      ];
    }),
  );
}

function targetOf(action: QueueAction | null): ServiceId | null {
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
