/** Where the people and skills of a service are not what it chooses by. */
import { hasAll } from './skilled.ts';
import type { PersonId } from '../ids.ts';
import type { ServiceSettings } from './document.ts';
import type { AgentSettings } from './people.ts';
import type { FoundProblem, RuleWords } from './problem.ts';
import { WARNING } from './warningWords.ts';

export function responsibilityWarnings(
  people: ReadonlyMap<PersonId, AgentSettings>,
  service: ServiceSettings,
  index: number,
): FoundProblem[] {
  const { by, preferred, preferredFirstSeconds } = service.responsibility;
  const at = `services[${index}]`;
  return [
    ...(by === 'people' ? skillsNotAsked(service, at) : peopleNotAsked(service, at)),
    ...(preferredFirstSeconds > 0 && preferred.length === 0
      ? [
          {
            field: `${at}.responsibility.preferredFirstSeconds`,
            ...WARNING.nobodyToPrefer(),
          },
        ]
      : []),
    ...preferred.flatMap((id, place) =>
      mayServe(people, service, id)
        ? []
        : [
            {
              field: `${at}.responsibility.preferred[${place}]`,
              ...WARNING.preferredDoesNotServe(),
            },
          ],
    ),
  ];
}

function skillsNotAsked({ order, responsibility }: ServiceSettings, at: string): FoundProblem[] {
  const { skills, levels } = responsibility;
  const isCompared = order === 'best-skill';
  return [
    ...when(
      !isCompared && skills.length > 0,
      `${at}.responsibility.skills`,
      WARNING.skillsNotAsked,
    ),
    ...levels.flatMap((level, place) => {
      const field = `${at}.responsibility.levels[${place}]`;
      return [
        ...when(level.agents.length === 0, `${field}.agents`, WARNING.levelForNobody),
        ...when(!isCompared && level.skills.length > 0, `${field}.skills`, WARNING.skillsNotAsked),
      ];
    }),
  ];
}

function peopleNotAsked({ agents, responsibility }: ServiceSettings, at: string): FoundProblem[] {
  const { team, levels } = responsibility;
  return [
    ...when(agents.length > 0, `${at}.agents`, WARNING.peopleNotAsked),
    ...when(team !== null, `${at}.responsibility.team`, WARNING.peopleNotAsked),
    ...levels.flatMap((level, place) =>
      when(
        level.agents.length > 0,
        `${at}.responsibility.levels[${place}].agents`,
        WARNING.peopleNotAsked,
      ),
    ),
  ];
}

function when(holds: boolean, field: string, words: () => RuleWords): FoundProblem[] {
  return holds ? [{ field, ...words() }] : [];
}

/** Somebody of a team may: its members are not known here. */
function mayServe(
  people: ReadonlyMap<PersonId, AgentSettings>,
  { agents, responsibility }: ServiceSettings,
  id: PersonId,
): boolean {
  const { by, team, skills, levels } = responsibility;
  if (by === 'nobody') return false;
  if (by === 'people') {
    return (
      team !== null || agents.includes(id) || levels.some((level) => level.agents.includes(id))
    );
  }
  const person = people.get(id);
  return (
    person !== undefined &&
    [skills, ...levels.map((level) => level.skills)].some((required) => hasAll(person, required))
  );
}
