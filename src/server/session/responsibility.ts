/** Who is responsible for what, read from the configuration in force and the token's app roles. */
import type { Role } from '@rufwerk/engine/api';
import {
  type Configuration,
  type PersonId,
  type ServiceId,
  SkilledPeople,
} from '@rufwerk/engine/core';

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

/** A configuration never changes, only another one comes into force: its index is made once. */
const indices = new WeakMap<Configuration, ReadonlyMap<PersonId, Responsibility>>();

/** What the configuration makes of a person; nothing when there is no configuration yet. */
export function responsibilityOf(
  configuration: Configuration | null,
  personId: PersonId,
): Responsibility {
  if (configuration === null) return none;
  const index = indices.get(configuration) ?? indexOf(configuration);
  indices.set(configuration, index);
  return index.get(personId) ?? none;
}

function indexOf(configuration: Configuration): ReadonlyMap<PersonId, Responsibility> {
  const index = new Map<PersonId, MutableResponsibility>();
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
    const people =
      service.responsibility.by === 'skills'
        ? skilled.peopleFor(service.responsibility)
        : [...service.agents, ...service.responsibility.levels.flatMap(({ agents }) => agents)];
    for (const personId of people) entry(personId).serves.add(service.id);
    for (const personId of service.supervisors) entry(personId).supervises.add(service.id);
  }
  return index;
}

/** The roles of a person: those of the token united with those of the configuration. */
export function rolesOf(responsibility: Responsibility, appRoles: readonly Role[]): Role[] {
  const roles = new Set<Role>(appRoles);
  if (responsibility.serves.size > 0) roles.add('agent');
  if (responsibility.supervises.size > 0) roles.add('supervisor');
  if (responsibility.administers) roles.add('administrator');
  return [...roles];
}
