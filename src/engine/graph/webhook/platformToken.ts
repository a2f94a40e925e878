/**
 * Who is calling the calling webhook? Microsoft's calling platform says so by a token, which is
 * checked before anything of the body is looked at (facts of the platform, section 4).
 */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '@rufwerk/engine/ports';
import { transport } from '../client/transport.ts';
import { isLoopback, secureAddress } from '../secureAddress.ts';
import { readJson } from '../readJson.ts';

const ISSUERS = ['https://api.botframework.com', 'https://graph.microsoft.com'];
/** How far Microsoft's clocks and ours may be apart. */
const CLOCK_TOLERANCE_SECONDS = 5 * 60;
const METADATA_TIMEOUT_MS = 5_000;
const TENANT_CLAIMS = ['tid', 'http://schemas.microsoft.com/identity/claims/tenantid'];

export interface PlatformTokenOptions {
  readonly appId: string;
  readonly tenantId: string;
  /** The calling platform's OpenID configuration, which names where its keys are. */
  readonly openIdUrl: string;
  readonly clock: Clock;
}

export type TokenCheck =
  | { readonly kind: 'trusted' }
  /** 401: nobody we know. 403: the platform, but not about our application or tenant. */
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly reason: string }
  /** It cannot be told now, because the platform's keys are out of reach. */
  | { readonly kind: 'unsure'; readonly reason: string };

/** Checks the `Authorization` header of a notification. */
export function createTokenCheck(
  options: PlatformTokenOptions,
): (authorization: string | undefined) => Promise<TokenCheck> {
  const { appId, tenantId, clock } = options;
  const keys = lazyKeys(secureAddress(options.openIdUrl, 'CALLING_OPENID_URL'));
  return async (authorization) => {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return { kind: 'refused', status: 401, reason: 'no bearer token' };
    try {
      const { payload } = await jwtVerify(token, await keys(), {
        algorithms: ['RS256'],
        audience: appId,
        issuer: ISSUERS,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(clock.now()),
      });
      return checkTenant(payload, tenantId);
    } catch (error) {
      return refusalOf(error);
    }
  };
}

function checkTenant(payload: JWTPayload, tenantId: string): TokenCheck {
  const tenant = TENANT_CLAIMS.map((claim) => payload[claim]).find(
    (value) => typeof value === 'string',
  );
  if (tenant === undefined) return { kind: 'refused', status: 403, reason: 'no tenant claim' };
  if (tenant.toLowerCase() === tenantId.toLowerCase()) return { kind: 'trusted' };
  return { kind: 'refused', status: 403, reason: 'a token of another tenant' };
}

/** The keys cannot be had: neither trust nor refuse. */
class KeysOutOfReach extends Error {
  override readonly name = 'KeysOutOfReach';
}

const metadata = z.looseObject({ jwks_uri: z.string() });

/**
 * The platform's keys: found when first needed, then kept up to date by jose (rotation, caching).
 */
function lazyKeys(openIdUrl: URL): () => Promise<JWTVerifyGetKey> {
  let finding: Promise<JWTVerifyGetKey> | null = null;
  return () => {
    finding ??= findKeys(openIdUrl).catch((error: unknown) => {
      finding = null;
      throw error;
    });
    return finding;
  };
}

async function findKeys(openIdUrl: URL): Promise<JWTVerifyGetKey> {
  const reply = await transport({
    url: openIdUrl.href,
    method: 'GET',
    headers: {},
    body: null,
    terms: { timeoutMs: METADATA_TIMEOUT_MS },
  });
  if (reply.kind !== 'answered') throw new KeysOutOfReach(reply.cause);
  const found = metadata.safeParse(readJson(reply.text));
  if (reply.status !== 200 || !found.success) {
    throw new KeysOutOfReach(`${openIdUrl.href} answers ${reply.status} and names no keys`);
  }
  const keysUrl = secureAddress(found.data.jwks_uri, 'the jwks_uri of CALLING_OPENID_URL');
  if (isLoopback(keysUrl) && !isLoopback(openIdUrl)) {
    throw new KeysOutOfReach(`${openIdUrl.href} names keys on this machine`);
  }
  return createRemoteJWKSet(keysUrl);
}

function refusalOf(error: unknown): TokenCheck {
  if (error instanceof KeysOutOfReach) return { kind: 'unsure', reason: error.message };
  if (error instanceof errors.JWTClaimValidationFailed && isForOthers(error.claim)) {
    return { kind: 'refused', status: 403, reason: `the claim ${error.claim} is not for us` };
  }
  if (error instanceof errors.JOSEError && !KEYS_FAILURES.has(error.code)) {
    return { kind: 'refused', status: 401, reason: error.code };
  }
  const reason = error instanceof Error ? error.message : 'the keys cannot be fetched';
  return { kind: 'unsure', reason };
}

/**
 * What says something about the keys' address, not about the token; the first is jose's "no 200".
 */
const KEYS_FAILURES = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

function isForOthers(claim: string): boolean {
  return claim === 'aud' || claim === 'iss';
}
