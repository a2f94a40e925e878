import { jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Tenant } from '../tenant.ts';
import type { Account, Person } from '../world/directory.ts';

/** Entra gives access tokens between 60 and 90 minutes; ours all live an hour. */
export const TOKEN_LIFETIME_SECONDS = 3600;

/** What a token in somebody's name is issued for. */
export interface DelegatedGrant {
  readonly account: Account;
  /** Where the account signed in: at home, or as a guest. */
  readonly tenantId: string;
  readonly hasSecondFactor: boolean;
}

/**
 * Where an authority of ours names itself: the mirror of
 * `https://login.microsoftonline.com/{tid}/v2.0`.
 */
export function issuerOf(tenant: Tenant, tenantId = tenant.id): string {
  return `${tenant.url}/login/${tenantId}/v2.0`;
}

/** A token for the application itself, with the permissions an administrator granted. */
export function applicationToken(tenant: Tenant, audience: string): Promise<string> {
  return tenant.keys.login.sign({
    ...lifetime(tenant),
    iss: issuerOf(tenant),
    aud: audience,
    sub: tenant.application.id,
    oid: tenant.application.id,
    tid: tenant.id,
    appid: tenant.application.id,
    azp: tenant.application.id,
    azpacr: '1',
    idtyp: 'app',
    roles: tenant.consents.applicationRoles(),
    ver: '2.0',
  });
}

/** A token for Graph in the name of an account. */
export function delegatedToken(
  tenant: Tenant,
  grant: DelegatedGrant,
  audience: string,
  scopes: readonly string[],
): Promise<string> {
  return tenant.keys.login.sign({
    ...lifetime(tenant),
    ...claimsAbout(grant),
    aud: audience,
    iss: issuerOf(tenant, grant.tenantId),
    appid: tenant.application.id,
    azp: tenant.application.id,
    amr: grant.hasSecondFactor ? ['pwd', 'mfa'] : ['pwd'],
    idtyp: 'user',
    scp: scopes.join(' '),
    ver: '2.0',
  });
}

/** The token that tells the application who signed in (OpenID Connect). */
export function idToken(tenant: Tenant, grant: DelegatedGrant, nonce?: string): Promise<string> {
  return tenant.keys.login.sign({
    ...lifetime(tenant),
    ...claimsAbout(grant),
    aud: tenant.application.id,
    iss: issuerOf(tenant, grant.tenantId),
    ver: '2.0',
    ...(nonce === undefined ? {} : { nonce }),
  });
}

/**
 * The token that Teams hands to the tab for single sign-on; the server checks every claim of it.
 */
export function singleSignOnToken(tenant: Tenant, person: Person): Promise<string> {
  return tenant.keys.login.sign({
    ...lifetime(tenant),
    ...claimsAbout({ account: person, tenantId: tenant.id }),
    aud: tenant.application.id,
    iss: issuerOf(tenant),
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    azpacr: '0',
    scp: 'access_as_user',
    ver: '2.0',
    ...appRolesOf(person),
  });
}

/** What an authority of the played cloud says about a token, or why it does not accept it. */
export type TokenCheck =
  | { readonly kind: 'valid'; readonly claims: JWTPayload }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'expired' };

/** Checks a token that our Entra issued, here or for an account at home elsewhere. */
export async function checkToken(
  tenant: Tenant,
  token: string,
  audiences: readonly string[],
): Promise<TokenCheck> {
  const tenantIds = [tenant.id, ...tenant.directory.partnerTenantIds];
  try {
    const { payload } = await jwtVerify(token, tenant.keys.login.publicKey, {
      issuer: tenantIds.map((tenantId) => issuerOf(tenant, tenantId)),
      audience: [...audiences],
      currentDate: new Date(tenant.nowMs()),
    });
    return { kind: 'valid', claims: payload };
  } catch (error) {
    const isExpired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
    return { kind: isExpired ? 'expired' : 'invalid' };
  }
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
}

function lifetime(tenant: Tenant): JWTPayload {
  const nowSeconds = Math.floor(tenant.nowMs() / 1000);
  return { iat: nowSeconds, nbf: nowSeconds, exp: nowSeconds + TOKEN_LIFETIME_SECONDS };
}

function claimsAbout({ account, tenantId }: Omit<DelegatedGrant, 'hasSecondFactor'>): JWTPayload {
  const isGuest = account.homeTenantId !== tenantId;
  return {
    sub: account.id,
    oid: account.id,
    tid: tenantId,
    sid: String(account.signIn.session),
    name: account.displayName,
    preferred_username: account.upn,
    ...(isGuest ? { idp: `https://sts.windows.net/${account.homeTenantId}/` } : {}),
  };
}

function appRolesOf(person: Person): JWTPayload {
  if (person.role === 'administrator') return { roles: ['Administrator'] };
  return person.role === 'supervisor' ? { roles: ['Supervisor'] } : {};
}
