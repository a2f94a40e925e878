/**
 * Who is telling us? Rich notifications carry tokens that Entra issued to Microsoft's publisher of
 * change notifications, one for each application and tenant (platform.md, section 2).
 */
import { hash } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Clock } from '@rufwerk/engine/ports';
import { secureAddress } from '../secureAddress.ts';

/** Microsoft's own application that publishes change notifications. */
const PUBLISHER_ID = '0bf30f3b-4a52-48df-9a82-234910c4a086';
/** How far Microsoft's clocks and ours may be apart: Entra's own libraries allow as much. */
const CLOCK_TOLERANCE_SECONDS = 5 * 60;
/** A key that is not among them is asked for at once, so they may be kept for long. */
const KEYS_KEPT_MS = 24 * 60 * 60_000;
/** A token lives for about a day and comes with every post until then. */
const REMEMBERED_MAX = 500;

export interface ValidationTokenOptions {
  readonly appId: string;
  /** `https://login.microsoftonline.com` or a national cloud's; http on loopback only. */
  readonly loginUrl: string;
  readonly clock: Clock;
}

export type ValidationTokenCheck =
  /** The tenants, in lower case, about which the publisher may tell us. */
  | { readonly kind: 'trusted'; readonly tenantIds: ReadonlySet<string> }
  | { readonly kind: 'refused'; readonly reason: string }
  /** It cannot be told now, because Entra's keys are out of reach. */
  | { readonly kind: 'unsure'; readonly reason: string };

interface Remembered {
  readonly tenantId: string;
  readonly expiresAt: number;
}

/** Checks all tokens of a post: one that is wrong makes all of it untrustworthy. */
export function createValidationTokenCheck(
  options: ValidationTokenOptions,
): (tokens: readonly string[]) => Promise<ValidationTokenCheck> {
  const loginUrl = secureAddress(options.loginUrl, 'LOGIN_URL').href.replace(/\/+$/, '');
  const address = new URL(`${loginUrl}/common/discovery/v2.0/keys`);
  const keys = createRemoteJWKSet(address, { cacheMaxAge: KEYS_KEPT_MS });
  // Fetched ahead: an emergency must not wait for them. Failing here costs nothing, for whatever
  // has to be checked fetches them itself and tells what is wrong.
  keys.reload().catch(() => undefined);
  const remembered = new Map<string, Remembered>();

  async function tenantOf(token: string): Promise<string> {
    const nowAt = options.clock.now();
    const tokenHash = hash('sha256', token, 'base64');
    const known = remembered.get(tokenHash);
    if (known !== undefined && nowAt < known.expiresAt) return known.tenantId;
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      audience: options.appId,
      requiredClaims: ['exp', 'iss', 'tid'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowAt),
    });
    const tenantId = checkClaims(payload, loginUrl);
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest);
    remembered.set(tokenHash, { tenantId, expiresAt: (payload.exp ?? 0) * 1000 });
    return tenantId;
  }

  return async (tokens) => {
    if (tokens.length === 0) return { kind: 'refused', reason: 'no validation token' };
    try {
      const tenantIds = new Set<string>();
      for (const token of tokens) tenantIds.add(await tenantOf(token));
      return { kind: 'trusted', tenantIds };
    } catch (error) {
      return refusalOf(error);
    }
  };
}

/** The token is Entra's, but does not say what it has to. */
class WrongClaim extends Error {
  override readonly name = 'WrongClaim';
}

/** The tenant that the token is about. Both versions of Entra's tokens occur. */
function checkClaims(payload: JWTPayload, loginUrl: string): string {
  const { iss, tid, appid, azp } = payload;
  if (typeof tid !== 'string') throw new WrongClaim('tid');
  const issuers = [`https://sts.windows.net/${tid}/`, `${loginUrl}/${tid}/v2.0`];
  if (iss === undefined || !issuers.includes(iss)) throw new WrongClaim('iss');
  if ((azp ?? appid) !== PUBLISHER_ID) throw new WrongClaim('azp');
  return tid.toLowerCase();
}

/** What says something about the keys' address, not about the token. */
const KEYS_FAILURES = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

function refusalOf(error: unknown): ValidationTokenCheck {
  if (error instanceof WrongClaim) {
    return { kind: 'refused', reason: `the claim ${error.message} is not the publisher's` };
  }
  if (error instanceof errors.JOSEError && !KEYS_FAILURES.has(error.code)) {
    return { kind: 'refused', reason: error.code };
  }
  const reason = error instanceof Error ? error.message : 'the keys cannot be fetched';
  return { kind: 'unsure', reason };
}
