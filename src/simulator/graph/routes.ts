import type { Server } from 'restify';
import { GRAPH_AUDIENCE } from '../entra/scopes.ts';
import { bearerToken, checkToken } from '../entra/tokens.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { productRoute } from '../http/routes.ts';
import type { Method } from '../http/routes.ts';
import type { Tenant } from '../tenant.ts';
import type { Account, Person } from '../world/directory.ts';
import { graphError } from './errors.ts';
import { faultFor } from './faults.ts';

export const GRAPH_ROOT = '/graph/v1.0';
const AUDIENCES = [GRAPH_AUDIENCE, '00000003-0000-0000-c000-000000000000'];

/** Who asks Graph: the application itself, or the application in the name of an account. */
export interface Caller {
  /** Undefined when the application asks in its own name. */
  readonly account: Account | undefined;
  /** The account, if it is a person of this tenant. */
  readonly person: Person | undefined;
  /** Signed in elsewhere and no guest here: sees what federation shows. */
  readonly isStranger: boolean;
  readonly permissions: readonly string[];
  /** By the tenant's clock. */
  readonly tokenExpiresAt: number;
}

/**
 * Any one permission of a list suffices; a list that is left out needs none, an empty one is "not
 * supported".
 */
export interface Needed {
  readonly application?: readonly string[];
  readonly delegated?: readonly string[];
  /** The code of Graph's refusal, which differs from one part of Graph to another. */
  readonly refusal: { readonly code: string; readonly message: string };
}

export type GraphHandler = (incoming: Incoming, caller: Caller) => Answer | Promise<Answer>;

/**
 * Registers a path of Graph with its permissions; token, consent and faults are looked after here.
 */
export function graphRoute(
  server: Server,
  tenant: Tenant,
  method: Method,
  path: string,
  needed: Needed,
  handle: GraphHandler,
): void {
  productRoute(server, tenant, method, `${GRAPH_ROOT}${path}`, async (incoming) => {
    const fault = faultFor(tenant, incoming.path.slice(GRAPH_ROOT.length));
    if (fault !== undefined && !fault.after) return fault.answer;
    const answer = await answerAuthorized(tenant, needed, incoming, handle);
    return fault?.answer ?? answer;
  });
}

async function answerAuthorized(
  tenant: Tenant,
  needed: Needed,
  incoming: Incoming,
  handle: GraphHandler,
): Promise<Answer> {
  const token = bearerToken(incoming.headers['authorization']);
  if (token === undefined) return unauthenticated(tenant, 'Access token is empty.');
  const check = await checkToken(tenant, token, AUDIENCES);
  if (check.kind === 'expired') {
    return unauthenticated(tenant, 'Lifetime validation failed, the token is expired.');
  }
  if (check.kind === 'invalid') {
    return unauthenticated(tenant, 'Access token validation failure. Invalid token.');
  }
  const caller = callerOf(tenant, check.claims);
  if (isTokenRevoked(caller, check.claims['sid'])) return revoked(tenant);
  return refusalOf(tenant, caller, needed) ?? handle(incoming, caller);
}

/** Graph's refusal of a caller who may not; undefined for one who may. */
export function refusalOf(tenant: Tenant, caller: Caller, needed: Needed): Answer | undefined {
  if (isAllowed(tenant, caller, needed)) return undefined;
  return graphError(tenant, 403, needed.refusal.code, needed.refusal.message);
}

function unauthenticated(tenant: Tenant, message: string): Answer {
  const authority = `${tenant.url}/login/common/oauth2/authorize`;
  return graphError(tenant, 401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="${authority}"`,
  });
}

function callerOf(tenant: Tenant, claims: Readonly<Record<string, unknown>>): Caller {
  const { roles, scp, oid, tid, exp } = claims;
  const isDelegated = typeof scp === 'string';
  const account = isDelegated ? tenant.directory.findAccount(String(oid)) : undefined;
  return {
    account,
    person: account && tenant.directory.findPerson(account.id),
    isStranger: tid !== tenant.id,
    permissions: isDelegated ? scp.split(' ') : Array.isArray(roles) ? roles.map(String) : [],
    tokenExpiresAt: Number(exp) * 1000,
  };
}

/** Continuous access evaluation: an account that was shut out is shut out at once. */
function isTokenRevoked({ account }: Caller, session: unknown): boolean {
  if (account === undefined) return false;
  return account.signIn.isDisabled || String(account.signIn.session) !== session;
}

function revoked(tenant: Tenant): Answer {
  const result =
    'Continuous access evaluation resulted in challenge with result: InteractionRequired ' +
    'and code: TokenIssuedBeforeRevocationTimestamp';
  return unauthenticated(tenant, result);
}

/**
 * The token must carry the permission and the consent must still stand: a withdrawn consent counts
 * at once, as with continuous access evaluation; a consent given anew counts from the next token
 * on.
 */
function isAllowed(tenant: Tenant, caller: Caller, needed: Needed): boolean {
  const list = caller.account === undefined ? needed.application : needed.delegated;
  if (list === undefined) return true;
  const isGranted = (name: string): boolean => caller.isStranger || tenant.consents.isGranted(name);
  return list.some((name) => caller.permissions.includes(name) && isGranted(name));
}
