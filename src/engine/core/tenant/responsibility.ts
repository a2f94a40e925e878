/**
 * From which level of a service on an agent qualifies: at once, once the call has waited so long,
 * or not at all with the profiles in force (NIM-17, NIMx-03..05).
 */
import type { ServiceSettings } from '../config/document.ts';
import type { RequiredSkill } from '../config/offering.ts';
import type { AgentSettings } from '../config/people.ts';
import { LEVEL } from './indexes/lineup.ts';
import { hasAll } from '../config/skilled.ts';
import type { AgentState, ServiceState, TenantState } from './state.ts';

/** 0 is the first level; null when the profiles in force leave nothing that qualifies. */
function levelOf(
  state: Readonly<TenantState>,
  settings: ServiceSettings,
  agent: Readonly<AgentState>,
): number | null {
  const { by, team, skills, levels } = settings.responsibility;
  if (by === 'skills') {
    const able = withinProfiles(state, agent);
    const asked = [skills, ...levels.map((level) => level.skills)];
    const level = asked.findIndex((required) => isAble(able, required));
    return level === -1 ? null : level;
  }
  const isTeam = team !== null && (state.groups.get(team)?.includes(agent.id) ?? false);
  if (isTeam || levels.length === 0 || settings.agents.includes(agent.id)) return 0;
  const later = levels.findIndex((level) => level.agents.includes(agent.id));
  return later === -1 ? null : later + 1;
}

/** What the lineup keeps of an agent: the level, or why there is none (`LEVEL`). */
export function levelInLineup(
  state: Readonly<TenantState>,
  service: Readonly<ServiceState>,
  agent: Readonly<AgentState>,
): number {
  if (service.switchedOff.has(agent.id)) return LEVEL.SWITCHED_OFF;
  if (service.notYetOn.has(agent.id)) return LEVEL.NOT_YET_SWITCHED_ON;
  return levelOf(state, service.settings, agent) ?? LEVEL.PROFILE_WITHOUT_SKILL;
}

function isAble(person: AgentSettings | null, required: readonly RequiredSkill[]): boolean {
  return person !== null && required.length > 0 && hasAll(person, required);
}

/** The person with the skills that the profiles in force leave; without a profile, with all. */
function withinProfiles(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
): AgentSettings | null {
  const { settings, profiles } = agent;
  if (settings === null || profiles.length === 0) return settings;
  const left = new Set(
    (state.configuration?.profiles ?? [])
      .filter((profile) => profiles.includes(profile.id))
      .flatMap((profile) => profile.skills),
  );
  return { ...settings, skills: settings.skills.filter(({ skill }) => left.has(skill)) };
}

/** Sum of the agent's levels in every skill that the service names: what "best skill" compares. */
export function skillSum(settings: ServiceSettings, agent: Readonly<AgentState>): number {
  const named = namedSkills(settings);
  return (agent.settings?.skills ?? []).reduce(
    (sum, { skill, level }) => (named.has(skill) ? sum + level : sum),
    0,
  );
}

/** Nobody can have more: the highest level in every skill that the service names. */
export function highestSkillSum(settings: ServiceSettings): number {
  return HIGHEST_LEVEL * namedSkills(settings).size;
}

function namedSkills({ responsibility }: ServiceSettings): ReadonlySet<string> {
  const { skills, levels } = responsibility;
  return new Set([...skills, ...levels.flatMap((level) => level.skills)].map((s) => s.skill));
}

const HIGHEST_LEVEL = 100;
