/** Where the people and skills of a service are not what it chooses by. */
import { hasAll } from './skilled.ts';
import type { PersonId } from '../ids.ts';
import type { ServiceSettings } from './document.ts';
import type { RequiredSkill } from './offering.ts';
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
    ...levelsForNobodyNew(service, at),
    ...when(by === 'nobody' && service.callBack.offered, `${at}.callBack.offered`, () =>
      WARNING.nobodyToCallBack(),
    ),
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

/** A level that lets nobody serve who did not before it opened. */
function levelsForNobodyNew(
  { agents, responsibility }: ServiceSettings,
  at: string,
): FoundProblem[] {
  const { by, skills, levels } = responsibility;
  const field = (place: number): string => `${at}.responsibility.levels[${place}]`;
  if (by === 'skills') {
    const steps = [skills, ...levels.map((level) => level.skills)];
    return levels.flatMap((level, place) =>
      when(
        steps.slice(0, place + 1).some((before) => asksAtLeast(level.skills, before)),
        `${field(place)}.skills`,
        WARNING.levelAsksMore,
      ),
    );
  }
  if (by !== 'people') return [];
  const serving = new Set(agents);
  return levels.flatMap((level, place) => {
    const again = level.agents.flatMap((id, index) =>
      when(serving.has(id), `${field(place)}.agents[${index}]`, WARNING.servesAlready),
    );
    for (const id of level.agents) serving.add(id);
    return again;
  });
}

/** Whoever has all these skills has those as well. */
function asksAtLeast(these: readonly RequiredSkill[], those: readonly RequiredSkill[]): boolean {
  return those.every(({ skill, minimum }) =>
    these.some((asked) => asked.skill === skill && asked.minimum >= minimum),
  );
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
