/** What a configuration names already, for suggesting it again. */
import type { ConfigurationForm } from './form.ts';

/** Everybody whom the configuration names, in the order of the alphabet. */
export function knownPeople({ administrators, agents, services }: ConfigurationForm): string[] {
  return sorted([
    ...administrators,
    ...agents.map(({ id }) => id),
    ...services.flatMap((service) => [
      ...service.agents,
      ...service.supervisors,
      ...service.responsibility.preferred,
      ...service.responsibility.levels.flatMap((level) => level.agents),
    ]),
  ]);
}

/** Every skill that somebody has, a service asks for, or a profile keeps. */
export function knownSkills({ agents, profiles, services }: ConfigurationForm): string[] {
  return sorted([
    ...agents.flatMap(({ skills }) => skills.map(({ skill }) => skill)),
    ...profiles.flatMap(({ skills }) => skills),
    ...services.flatMap(({ responsibility: { skills, levels } }) =>
      [skills, ...levels.map((level) => level.skills)].flatMap((required) =>
        required.map(({ skill }) => skill),
      ),
    ),
  ]);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b));
}
