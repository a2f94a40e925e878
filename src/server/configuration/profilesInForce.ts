/**
 * Profiles that people have in force and that a new file leaves out: told before it is imported.
 */
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  inLanguage,
  type Language,
  type TenantState,
} from '@rufwerk/engine/core';

/** One warning for each, with how many people it will be taken from. */
export function profilesTakenAway(
  { agents, configuration }: Pick<TenantState, 'agents' | 'configuration'>,
  file: ConfigurationDraft,
  language: Language = 'en',
): ConfigurationProblem[] {
  const kept = new Set((file.profiles ?? []).map(({ id }) => id));
  return (configuration?.profiles ?? []).flatMap(({ id }) => {
    if (kept.has(id)) return [];
    const people = [...agents.values()].filter(({ profiles }) => profiles.includes(id)).length;
    if (people === 0) return [];
    const found = {
      field: 'profiles',
      rule: {
        en:
          `The profile "${id}" is in force for ` +
          `${people === 1 ? 'one person' : `${people} people`} and is left out here.`,
        de:
          `Das Profil «${id}» gilt für ` +
          `${people === 1 ? 'eine Person' : `${people} Personen`} und fehlt hier.`,
      },
      mend: {
        en: 'Keep it, or expect them to serve with their other profiles, or with all skills.',
        de: 'Behalten Sie es, oder diese Personen bedienen mit anderen Profilen oder allem.',
      },
    };
    return [inLanguage(found, language)];
  });
}
