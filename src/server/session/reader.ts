/** The person behind a request: who the token says it is, and what that person may see and do. */
import type { Role } from '@rufwerk/engine/api';
import type { PersonId, ServiceId } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import type { ConfigurationInForce } from '../configuration/inForce.ts';
import type { Refusal } from '../http/problem.ts';
import { responsibilityOf, rolesOf, type Responsibility } from './responsibility.ts';
import type { CheckToken, TokenClaims } from './token.ts';

/** Reads the configuration in force at each question: a role taken away is gone at once. */
export interface Reader {
  readonly personId: PersonId;
  readonly name: string;
  readonly userPrincipalName: string;
  /** When the token ends, epoch ms. */
  readonly expiresAt: number;
  roles(): Role[];
  serves(serviceId: ServiceId): boolean;
  /** Supervises the service, or administers everything. */
  oversees(serviceId: ServiceId): boolean;
  isAgent(): boolean;
  isAdministrator(): boolean;
  /** Whether Microsoft Entra gives the role, whatever the configuration says. */
  hasAppRole(role: Role): boolean;
}

export type Session = (authorization: string | undefined) => Promise<Reader | Refusal>;

/** The app roles of the registration in Microsoft Entra, as ours. */
const ROLE_OF_APP_ROLE: Readonly<Record<string, Role>> = {
  Administrator: 'administrator',
  Supervisor: 'supervisor',
};

/**
 * Lets people in by their token, and keeps the person table in step with what Entra says of them.
 */
export function createSession(parts: {
  readonly checkToken: CheckToken;
  readonly people: People;
  readonly configuration: ConfigurationInForce;
}): Session {
  const { checkToken, people, configuration } = parts;
  return async (authorization) => {
    const claims = await checkToken(authorization);
    if ('kind' in claims) return claims;
    const { personId, person } = await ensurePerson(people, claims);
    const responsibility = (): Responsibility =>
      responsibilityOf(configuration.current(), personId);
    return {
      personId,
      name: person.displayName,
      userPrincipalName: person.userPrincipalName,
      expiresAt: claims.exp * 1000,
      ...powers(responsibility, appRolesOf(claims)),
    };
  };
}

function powers(
  responsibility: () => Responsibility,
  appRoles: readonly Role[],
): Pick<Reader, 'roles' | 'serves' | 'oversees' | 'isAgent' | 'isAdministrator' | 'hasAppRole'> {
  const hasAppRole = (role: Role): boolean => appRoles.includes(role);
  const isAdministrator = (): boolean =>
    hasAppRole('administrator') || responsibility().administers;
  return {
    roles: () => rolesOf(responsibility(), appRoles),
    serves: (serviceId) => responsibility().serves.has(serviceId),
    oversees: (serviceId) => isAdministrator() || responsibility().supervises.has(serviceId),
    isAgent: () => responsibility().serves.size > 0,
    isAdministrator,
    hasAppRole,
  };
}

function appRolesOf(claims: TokenClaims): Role[] {
  return claims.roles.flatMap((appRole) => ROLE_OF_APP_ROLE[appRole] ?? []);
}

interface EntraPerson {
  readonly entraId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
}

/** Writes only what is new: every request comes through here. */
async function ensurePerson(
  people: People,
  claims: TokenClaims,
): Promise<{ readonly personId: PersonId; readonly person: EntraPerson }> {
  const known = people.findByEntraId(claims.oid);
  // Not every token says the name: what the directory told us before is better than nothing.
  const userPrincipalName = claims.preferred_username ?? known?.userPrincipalName ?? '';
  const displayName = claims.name ?? known?.displayName ?? userPrincipalName;
  const person = { entraId: claims.oid, userPrincipalName, displayName };
  const isCurrent =
    known?.userPrincipalName === userPrincipalName && known.displayName === displayName;
  return { person, personId: isCurrent ? known.id : await people.ensureEntraPerson(person) };
}
