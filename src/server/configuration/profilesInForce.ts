/** Profiles in force that a new file takes away from people: told before it is imported. */
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  type FoundProblem,
  inLanguage,
  type Language,
  type PersonId,
  profilesKept,
  type TenantState,
} from '@rufwerk/engine/core';

/** At most this many people are named; the last sentence says how many more there are. */
const PEOPLE_MAX = 20;

type InForce = Pick<TenantState, 'agents' | 'configuration'>;

/**
 * One warning for each profile that is left out, with how many people it will be taken from, and
 * one for each person from whom an assignment takes a profile. `personOf` says who the file means;
 * null for somebody who is not known yet.
 */
export function profilesTakenAway(
  state: InForce,
  file: ConfigurationDraft,
  personOf: (name: string) => PersonId | null,
  language: Language = 'en',
): ConfigurationProblem[] {
  return [...profilesLeftOut(state, file), ...profilesReassigned(state, file, personOf)].map(
    (found) => inLanguage(found, language),
  );
}

function profilesLeftOut(
  { agents, configuration }: InForce,
  file: ConfigurationDraft,
): FoundProblem[] {
  const kept = new Set((file.profiles ?? []).map(({ id }) => id));
  return (configuration?.profiles ?? []).flatMap(({ id }) => {
    if (kept.has(id)) return [];
    const people = [...agents.values()].filter(({ profiles }) => profiles.includes(id)).length;
    if (people === 0) return [];
    return [
      {
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
      },
    ];
  });
}

function profilesReassigned(
  { agents }: InForce,
  file: ConfigurationDraft,
  personOf: (name: string) => PersonId | null,
): FoundProblem[] {
  const profiles = file.profiles ?? [];
  const known = new Set(profiles.map(({ id }) => id));
  const found = (file.agents ?? []).flatMap((person, index) => {
    const personId = personOf(person.id);
    const agent = personId === null ? undefined : agents.get(personId);
    if (agent === undefined) return [];
    const assigned = { profiles: person.profiles ?? [] };
    const before = agent.settings?.profiles ?? [];
    const kept = profilesKept(agent.profiles, before, assigned, profiles);
    const lost = agent.profiles.filter((id) => known.has(id) && !kept.includes(id));
    return lost.length === 0 ? [] : [taken(`agents[${index}].profiles`, person.id, lost, kept)];
  });
  const more = found.length - PEOPLE_MAX;
  return more > 0 ? [...found.slice(0, PEOPLE_MAX), furtherPeople(more)] : found;
}

function taken(
  field: string,
  name: string,
  lost: readonly string[],
  kept: readonly string[],
): FoundProblem {
  const [away, then] = [lost.join(', '), kept.join(', ')];
  return {
    field,
    rule: {
      en: `In force for ${name}, and no longer assigned here: ${away}.`,
      de: `Für ${name} in Kraft, hier aber nicht mehr zugewiesen: ${away}.`,
    },
    mend: {
      en: `Assign it again, or expect ${name} to serve with: ${then}.`,
      de: `Weisen Sie es wieder zu, oder ${name} bedient mit: ${then}.`,
    },
  };
}

function furtherPeople(more: number): FoundProblem {
  return {
    field: 'agents',
    rule: {
      en: `Profiles in force are taken from ${more} more people.`,
      de: `Auch ${more} weiteren Personen werden Profile genommen, die in Kraft sind.`,
    },
    mend: {
      en: 'Look through the profiles of all people before you import.',
      de: 'Sehen Sie vor dem Import die Profile aller Personen durch.',
    },
  };
}
