/** An order or a preference that has nothing to go by: it works, but as another one (NIMx-01). */
import type { ServiceSettings } from './document.ts';
import type { RequiredSkill } from './offering.ts';
import { ORDER_WARNING } from './orderWords.ts';
import type { FoundProblem } from './problem.ts';
import type { SkilledPeople } from './skilled.ts';

/** Of a service for which somebody is responsible. */
export function orderWarnings(
  skilled: SkilledPeople,
  service: ServiceSettings,
  index: number,
): FoundProblem[] {
  const at = `services[${index}]`;
  return [...withoutList(service, at), ...withoutSkills(skilled, service, at)];
}

/** People who are preferred, for no time at all. */
export function preferredForNoTime(
  { responsibility }: ServiceSettings,
  index: number,
): FoundProblem[] {
  const { preferred, preferredFirstSeconds } = responsibility;
  if (preferred.length === 0 || preferredFirstSeconds > 0) return [];
  const field = `services[${index}].responsibility.preferredFirstSeconds`;
  return [{ field, ...ORDER_WARNING.preferredForNoTime() }];
}

function withoutList(
  { order, agents, responsibility }: ServiceSettings,
  at: string,
): FoundProblem[] {
  if (order !== 'fixed-order') return [];
  const field = `${at}.order`;
  if (responsibility.by === 'skills') return [{ field, ...ORDER_WARNING.noListBySkills() }];
  if (responsibility.team === null || agents.length > 0) return [];
  return [{ field, ...ORDER_WARNING.noListOfTeam() }];
}

/** What is compared, or asked for, though nobody has it. */
function withoutSkills(
  skilled: SkilledPeople,
  service: ServiceSettings,
  at: string,
): FoundProblem[] {
  const { by } = service.responsibility;
  if (by === 'people' && service.order !== 'best-skill') return [];
  const named = namedSkills(service, at);
  if (named.length === 0) return [{ field: `${at}.order`, ...ORDER_WARNING.noSkillsToCompare() }];
  const isHad = skillsHad(skilled, service);
  return named.flatMap(({ field, skill }) =>
    isHad(skill) ? [] : [{ field, ...ORDER_WARNING.skillNobodyHere(skill) }],
  );
}

function namedSkills(
  { responsibility }: ServiceSettings,
  at: string,
): { readonly field: string; readonly skill: string }[] {
  const { skills, levels } = responsibility;
  const named = (required: readonly RequiredSkill[], field: string) =>
    required.map(({ skill }, place) => ({ field: `${field}[${place}]`, skill }));
  return [
    ...named(skills, `${at}.responsibility.skills`),
    ...levels.flatMap((level, place) =>
      named(level.skills, `${at}.responsibility.levels[${place}].skills`),
    ),
  ];
}

/** By skills whoever has one may serve, and of a team it is not known here who belongs to it. */
function skillsHad(
  skilled: SkilledPeople,
  { agents, responsibility }: ServiceSettings,
): (skill: string) => boolean {
  const { by, team, levels } = responsibility;
  if (by === 'skills' || team !== null) return (skill) => skilled.isHad(skill);
  const serving = [...agents, ...levels.flatMap((level) => level.agents)];
  const had = new Set(
    serving.flatMap((id) => skilled.settingsOf(id)?.skills.map(({ skill }) => skill) ?? []),
  );
  return (skill) => had.has(skill);
}
