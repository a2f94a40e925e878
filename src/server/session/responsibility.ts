/**
 * Who is responsible for what, read from the configuration in force with the members of its groups,
 * and from the token's app roles.
 */
import type { Role } from '@rufwerk/engine/api';
import {
  type PersonId,
  type ServiceId,
  type ServiceSettings,
  SkilledPeople,
} from '@rufwerk/engine/core';
import type { InForce } from '../configuration/inForce.ts';

export interface Responsibility {
  readonly administers: boolean;
  readonly serves: ReadonlySet<ServiceId>;
  readonly supervises: ReadonlySet<ServiceId>;
}

interface MutableResponsibility {
  administers: boolean;
  readonly serves: Set<ServiceId>;
  readonly supervises: Set<ServiceId>;
}

const none: Responsibility = { administers: false, serves: new Set(), supervises: new Set() };

type Index = ReadonlyMap<PersonId, Responsibility>;

/** What is in force never changes, only another comes into force: its index is made once. */
const indices = new WeakMap<InForce, Index>();

/** What the configuration makes of a person; nothing when there is no configuration yet. */
export function responsibilityOf(inForce: InForce, personId: PersonId): Responsibility {
  return indexFor(inForce).get(personId) ?? none;
}

/** Everybody who serves: those whose presence decides something. */
export function agentsOf(inForce: InForce): readonly PersonId[] {
  const index = indexFor(inForce);
  return [...index.keys()].filter((id) => (index.get(id)?.serves.size ?? 0) > 0);
}

function indexFor(inForce: InForce): Index {
  const index = indices.get(inForce) ?? indexOf(inForce);
  indices.set(inForce, index);
  return index;
}

function indexOf({ configuration, groups }: InForce): Index {
  const index = new Map<PersonId, MutableResponsibility>();
  if (configuration === null) return index;
  const entry = (personId: PersonId): MutableResponsibility => {
    const known = index.get(personId);
    if (known !== undefined) return known;
    const created = {
      administers: false,
      serves: new Set<ServiceId>(),
      supervises: new Set<ServiceId>(),
    };
    index.set(personId, created);
    return created;
  };
  const skilled = new SkilledPeople(configuration.agents);
  for (const personId of configuration.administrators) entry(personId).administers = true;
  for (const service of configuration.services) {
    for (const personId of peopleOf(service, skilled, groups)) {
      entry(personId).serves.add(service.id);
    }
    for (const personId of service.supervisors) entry(personId).supervises.add(service.id);
  }
  return index;
}

/** The same people whom the engine lines up, whatever level they qualify at. */
function peopleOf(
  { agents, responsibility }: ServiceSettings,
  skilled: SkilledPeople,
  groups: InForce['groups'],
): readonly PersonId[] {
  const { by, team, levels } = responsibility;
  switch (by) {
    case 'nobody':
      return [];
    case 'skills':
      return skilled.peopleFor(responsibility);
    case 'people': {
      const members = team === null ? [] : (groups.get(team) ?? []);
      return [...agents, ...members, ...levels.flatMap((level) => level.agents)];
    }
  }
}

/** The roles of a person: those of the token united with those of the configuration. */
export function rolesOf(responsibility: Responsibility, appRoles: readonly Role[]): Role[] {
  const roles = new Set<Role>(appRoles);
  if (responsibility.serves.size > 0) roles.add('agent');
  if (responsibility.supervises.size > 0) roles.add('supervisor');
  if (responsibility.administers) roles.add('administrator');
  return [...roles];
}
