/** Profiles that people have in force and that a new file leaves out: told before it is imported. */
import type { ConfigurationDraft, ConfigurationProblem, TenantState } from '@rufwerk/engine/core';

/** One warning for each, with how many people it will be taken from. */
export function profilesTakenAway(
  { agents, configuration }: Pick<TenantState, 'agents' | 'configuration'>,
  file: ConfigurationDraft,
): ConfigurationProblem[] {
  const kept = new Set((file.profiles ?? []).map(({ id }) => id));
  return (configuration?.profiles ?? []).flatMap(({ id }) => {
    if (kept.has(id)) return [];
    const people = [...agents.values()].filter(({ profiles }) => profiles.includes(id)).length;
    if (people === 0) return [];
    const whom = people === 1 ? 'one person' : `${people} people`;
    return [
      {
        field: 'profiles',
        rule: `The profile "${id}" is in force for ${whom} and is left out here.`,
        mend: 'Keep it, or expect them to serve with their other profiles, or with all skills.',
      },
    ];
  });
}
