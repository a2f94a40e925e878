/** What a configuration may say but hardly means: told before it comes into force. */
import { hasAll } from '../tenant/indexes/skilled.ts';
import type { Configuration, ServiceSettings } from './document.ts';
import type { ConfigurationProblem } from './problem.ts';

export function warningsAbout(configuration: Configuration): ConfigurationProblem[] {
  return configuration.services.flatMap((service, index) => [
    ...nobodyResponsible(configuration, service, index),
    ...neverOpen(service, index),
    ...neverReached(service, index),
    ...nobodyToTell(service, index),
  ]);
}

function nobodyResponsible(
  { agents }: Configuration,
  service: ServiceSettings,
  index: number,
): ConfigurationProblem[] {
  const { by, team, skills, levels } = service.responsibility;
  const field = `services[${index}].responsibility`;
  if (by === 'people' && team === null) {
    const listed =
      service.agents.length + levels.reduce((sum, level) => sum + level.agents.length, 0);
    if (listed > 0) return [];
    return [
      {
        field: `services[${index}].agents`,
        rule: 'Nobody is responsible: every call will wait until it leaves the queue.',
        mend: 'Name people, a team or skills, or choose "nobody" for announcements only.',
      },
    ];
  }
  if (by !== 'skills') return [];
  const able = agents.some((person) =>
    [skills, ...levels.map((level) => level.skills)].some((required) => hasAll(person, required)),
  );
  if (able) return [];
  return [
    {
      field: `${field}.skills`,
      rule: 'Nobody has the skills at the level that is asked for.',
      mend: 'Lower the minimum, or give people the skills.',
    },
  ];
}

function neverOpen({ hours }: ServiceSettings, index: number): ConfigurationProblem[] {
  if (hours === null) return [];
  const week = Object.values(hours.week).some((periods) => periods.length > 0);
  if (week || hours.exceptions.some(({ periods }) => periods.length > 0)) return [];
  return [
    {
      field: `services[${index}].hours.week`,
      rule: 'The hours never open: every call will be treated as closed.',
      mend: 'Add an opening period to a day, or remove the hours.',
    },
  ];
}

function neverReached(service: ServiceSettings, index: number): ConfigurationProblem[] {
  const { levels, preferred, preferredFirstSeconds } = service.responsibility;
  const { maximumWaitSeconds } = service.queue;
  const problems: ConfigurationProblem[] = [];
  levels.forEach(({ afterSeconds }, place) => {
    if (maximumWaitSeconds === null || afterSeconds < maximumWaitSeconds) return;
    problems.push({
      field: `services[${index}].responsibility.levels[${place}].afterSeconds`,
      rule: `No call waits so long: it leaves the queue after ${maximumWaitSeconds} s.`,
      mend: `Use less than ${maximumWaitSeconds}, or lengthen the maximum wait.`,
    });
  });
  if (preferredFirstSeconds > 0 && preferred.length === 0) {
    problems.push({
      field: `services[${index}].responsibility.preferredFirstSeconds`,
      rule: 'There is nobody to prefer.',
      mend: 'Name preferred people, or use 0.',
    });
  }
  return problems;
}

function nobodyToTell(service: ServiceSettings, index: number): ConfigurationProblem[] {
  if (service.supervisors.length > 0) return [];
  return [
    {
      field: `services[${index}].supervisors`,
      rule: 'Nobody is told when the service is in trouble.',
      mend: 'Name at least one supervisor.',
    },
  ];
}
