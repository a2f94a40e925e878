/**
 * Who is calling the bot's messaging endpoint. The SDK checks tokens by the machine's clock and
 * answers a wrong signature with 500; here the tenant's clock decides, and every refusal is a
 * value.
 */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, RemoteJWKSet } from 'jose';
import { z } from 'zod';
import type { Clock } from '@rufwerk/engine/ports';

export interface CallerCheckOptions {
  readonly appId: string;
  readonly tenantId: string;
  /** OpenID metadata of the Bot Connector; it names the keys. */
  readonly openIdUrl: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** What of an activity must agree with its token and with the tenant. */
export interface ClaimedOrigin {
  readonly serviceUrl: string | null;
  readonly channelId: string | null;
  readonly tenantId: string | null;
}

export type CallerVerdict =
  | { readonly kind: 'trusted'; readonly claims: JWTPayload }
  /** 401: nobody we know; 403: known, but not for this tenant; 503: it cannot be found out now. */
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 503; readonly cause: string };

export type CheckCaller = (
  authorization: string | undefined,
  origin: ClaimedOrigin,
) => Promise<CallerVerdict>;

const ISSUER = 'https://api.botframework.com';
/** As generous as the SDK: machines' clocks differ. */
const CLOCK_TOLERANCE_SECONDS = 300;
const METADATA_TIMEOUT_MS = 5_000;

const metadataSchema = z.object({ jwks_uri: z.url() });
const endorsedKeySchema = z.object({ kid: z.string(), endorsements: z.array(z.string()) });

/** Makes the check; keys are fetched with the first request and again when a new one is named. */
export function createCallerCheck(options: CallerCheckOptions): CheckCaller {
  const { appId, tenantId, openIdUrl, clock } = options;
  let keys: Promise<RemoteJWKSet> | null = null;

  async function currentKeys(): Promise<RemoteJWKSet> {
    keys ??= discoverKeys(openIdUrl);
    try {
      return await keys;
    } catch (error) {
      keys = null;
      throw error;
    }
  }

  return async (authorization, origin) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused(401, 'the request carries no bearer token');
    try {
      const jwks = await currentKeys();
      const { payload, protectedHeader } = await jwtVerify(token, jwks, {
        issuer: ISSUER,
        audience: appId,
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(clock.now()),
      });
      if (!isEndorsed(jwks, protectedHeader.kid, origin.channelId)) {
        return refused(401, 'the signing key may not speak for this channel');
      }
      if (origin.serviceUrl === null || payload['serviceurl'] !== origin.serviceUrl) {
        return refused(401, 'the token was issued for another service URL');
      }
      if (origin.tenantId !== tenantId) return refused(403, 'the activity is of another tenant');
      return { kind: 'trusted', claims: payload };
    } catch (error) {
      return verdictOf(error);
    }
  };
}

async function discoverKeys(openIdUrl: string): Promise<RemoteJWKSet> {
  const response = await fetch(openIdUrl, { signal: AbortSignal.timeout(METADATA_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${openIdUrl} answered ${response.status}`);
  const metadata = metadataSchema.parse(await response.json());
  return createRemoteJWKSet(new URL(metadata.jwks_uri));
}

/** Keys without endorsements speak for every channel, as in the SDK. */
function isEndorsed(
  jwks: RemoteJWKSet,
  keyId: string | undefined,
  channel: string | null,
): boolean {
  const key = jwks.jwks()?.keys.find(({ kid }) => kid === keyId);
  const endorsed = endorsedKeySchema.safeParse(key);
  if (!endorsed.success || endorsed.data.endorsements.length === 0) return true;
  return channel !== null && endorsed.data.endorsements.includes(channel);
}

function verdictOf(error: unknown): CallerVerdict {
  const cause = error instanceof Error ? error.message : String(error);
  // Of jose's errors these two say that the keys could not be had; all others judge the token.
  const keysMissing = ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'];
  if (error instanceof errors.JOSEError && !keysMissing.includes(error.code)) {
    return refused(401, cause);
  }
  return refused(503, `the Bot Connector's keys cannot be had: ${cause}`);
}

function refused(status: 401 | 403 | 503, cause: string): CallerVerdict {
  return { kind: 'refused', status, cause };
}
