/**
 * Validates the access token that Teams gives the tab (facts of Microsoft Entra's version 2
 * tokens): issuer, audience, scope, version, tenant, key and end, by the clock Rufwerk runs on.
 */
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import type { Clock } from '@rufwerk/engine/ports';
import { z } from 'zod';
import { forbidden, notNow, notSignedIn, type Refusal } from '../http/problem.ts';

/** As Microsoft's own libraries: a clock that is minutes off is a finding, and locks nobody out. */
const CLOCK_TOLERANCE_SECONDS = 5 * 60;
const KEY_REQUEST_LIMIT_MS = 5_000;
/** An unknown key id asks for the keys again, but not more often than this. */
const KEY_REQUEST_PAUSE_MS = 5_000;
const SCOPE = 'access_as_user';

const claimsSchema = z.object({
  oid: z.string().min(1),
  tid: z.string(),
  ver: z.literal('2.0'),
  scp: z.string().default(''),
  exp: z.number(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).default([]),
});

export type TokenClaims = z.output<typeof claimsSchema>;

export interface TokenRules {
  readonly loginUrl: string;
  readonly tenantId: string;
  readonly appId: string;
  /** The host of the app's id URI, such as `rufwerk.contoso.example`. */
  readonly publicHost: string;
  readonly clock: Clock;
}

export type CheckToken = (authorization: string | undefined) => Promise<TokenClaims | Refusal>;

/** The check of an `Authorization` header. Never rejects: what is wrong is a refusal. */
export function createTokenCheck(rules: TokenRules): CheckToken {
  const { loginUrl, tenantId, appId, publicHost, clock } = rules;
  const keys = createRemoteJWKSet(new URL(`${loginUrl}/${tenantId}/discovery/v2.0/keys`), {
    timeoutDuration: KEY_REQUEST_LIMIT_MS,
    cooldownDuration: KEY_REQUEST_PAUSE_MS,
  });
  const audience = [appId, ...[`botid-${appId}`, appId].map((id) => `api://${publicHost}/${id}`)];

  return async (authorization) => {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return notSignedIn('The request carries no token.');
    if (isForeign(token, tenantId)) {
      return forbidden(
        {
          en: 'Only people of the tenant that Rufwerk is installed in may enter.',
          de: 'Zutritt haben nur Personen des Mandanten, in dem Rufwerk installiert ist.',
        },
        {
          en: 'Sign in with an account of that tenant.',
          de: 'Melden Sie sich mit einem Konto dieses Mandanten an.',
        },
      );
    }
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `${loginUrl}/${tenantId}/v2.0`,
        audience,
        algorithms: ['RS256'],
        currentDate: new Date(clock.now()),
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return admit(claimsSchema.safeParse(payload), tenantId);
    } catch (error) {
      return refusalOf(error);
    }
  };
}

/** Read before the signature, to say the more useful thing: such a token is refused in any case. */
function isForeign(token: string, tenantId: string): boolean {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' && tid !== tenantId;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

function admit(parsed: z.ZodSafeParseResult<TokenClaims>, tenantId: string): TokenClaims | Refusal {
  if (!parsed.success) return notSignedIn('The token is not a version 2.0 token of a person.');
  const claims = parsed.data;
  if (claims.tid !== tenantId) return notSignedIn('The token does not name its tenant.');
  if (!claims.scp.split(' ').includes(SCOPE)) {
    return forbidden(
      { en: `The token lacks the scope ${SCOPE}.`, de: `Dem Token fehlt der Scope ${SCOPE}.` },
      {
        en: 'Have an administrator consent to the app.',
        de: 'Lassen Sie eine Administratorin oder einen Administrator der App zustimmen.',
      },
    );
  }
  return claims;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return notSignedIn('The token has expired.');
  const isUnreachable =
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    // What the address of the keys answers when it answers, but not with keys.
    error.code === errors.JOSEError.code;
  if (isUnreachable) {
    const detail = 'Microsoft Entra does not tell the keys that tokens are signed with.';
    return notNow('The sign-in cannot be checked', detail);
  }
  return notSignedIn('The token is not one that Microsoft Entra made for Rufwerk.');
}
