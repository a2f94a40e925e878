/** Which Microsoft 365 groups the configuration in force names, and what they are for. */
import {
  ACTIONS,
  type GroupId,
  type ServiceSettings,
  type TenantState,
} from '@rufwerk/engine/core';

/** What is lost while the directory has no such group. */
export interface NamedGroup {
  readonly groupId: string;
  /** Services, by name, that it serves. */
  readonly serves: readonly string[];
  /** Services, by name, whose callers its voicemail takes. */
  readonly voicemailOf: readonly string[];
}

/** The teams whose members serve. */
export function groupsThatServe(state: Readonly<TenantState>): ReadonlySet<GroupId> {
  const groups = new Set<GroupId>();
  for (const { settings } of state.services.values()) {
    const team = teamOf(settings);
    if (team !== null) groups.add(team);
  }
  return groups;
}

/** Those whose voicemail takes calls, and that no service is served by. */
export function voicemailGroups(state: Readonly<TenantState>): ReadonlySet<string> {
  const serving: ReadonlySet<string> = groupsThatServe(state);
  const groups = [...state.services.values()].flatMap(({ settings }) => voicemailsOf(settings));
  return new Set(groups.filter((group) => !serving.has(group)));
}

/** What the configuration wants of each of these groups; without those it names no longer. */
export function useOf(state: Readonly<TenantState>, groupIds: Iterable<string>): NamedGroup[] {
  const services = [...state.services.values()].map(({ settings }) => settings);
  return [...groupIds].flatMap((groupId) => {
    const serves = services.filter((service) => teamOf(service) === groupId);
    const taking = services.filter((service) => voicemailsOf(service).includes(groupId));
    if (serves.length + taking.length === 0) return [];
    const nameOf = ({ name }: ServiceSettings): string => name;
    return [{ groupId, serves: serves.map(nameOf), voicemailOf: taking.map(nameOf) }];
  });
}

function teamOf({ responsibility: { by, team } }: ServiceSettings): GroupId | null {
  return by === 'people' ? team : null;
}

function voicemailsOf({ queue }: ServiceSettings): string[] {
  return ACTIONS.flatMap((name) => {
    const action = queue[name];
    return action?.do === 'group-voicemail' ? [action.group] : [];
  });
}
