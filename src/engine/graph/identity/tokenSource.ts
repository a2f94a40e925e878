import { AuthError, ConfidentialClientApplication, ServerError } from '@azure/msal-node';
import type { Clock, TokenSource } from '@rufwerk/engine/ports';
import { secureAddress } from '../secureAddress.ts';
import { KNOWN_LOGIN, LoginNetwork } from './loginNetwork.ts';
import { refusal, unreachable } from './loginProblem.ts';

/** A token is renewed so long before it ends that no request travels with an ended one. */
const RENEW_BEFORE_END_MS = 5 * 60_000;
/** While one is still good, a login that is down is asked for the next one no more often. */
const RENEW_AGAIN_AFTER_MS = 20_000;

export interface TokenSourceOptions {
  readonly tenantId: string;
  readonly appId: string;
  readonly secret: string;
  /** `https://login.microsoftonline.com` or a national cloud's; http on loopback only. */
  readonly loginUrl: string;
  readonly clock: Clock;
}

interface CachedToken {
  readonly token: string;
  /** From then on a new one is asked for, while this one serves. */
  readonly renewAt: number;
  readonly endsAt: number;
}

/**
 * The application's own tokens (client credentials). Each scope's token is renewed shortly before
 * its end, and serves to its end: nobody waits for the next one, and a login that is down in the
 * meantime costs nothing. Many who want one at a time share one request. Rejects with a
 * `LoginProblem`.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { clock } = options;
  const loginUrl = secureAddress(options.loginUrl, 'LOGIN_URL').href.replace(/\/+$/, '');
  const cached = new Map<string, CachedToken>();
  const beingFetched = new Map<string, Promise<string>>();

  async function fetchAndKeep(scope: string): Promise<string> {
    const askedAt = clock.now();
    const { token, lifetimeMs } = await fetchToken({ ...options, loginUrl }, scope);
    const servesMs = Math.max(lifetimeMs - RENEW_BEFORE_END_MS, lifetimeMs / 2);
    cached.set(scope, { token, renewAt: askedAt + servesMs, endsAt: askedAt + lifetimeMs });
    return token;
  }

  function fetchOnce(scope: string): Promise<string> {
    const running = beingFetched.get(scope);
    if (running !== undefined) return running;
    const fetching = fetchAndKeep(scope).finally(() => beingFetched.delete(scope));
    beingFetched.set(scope, fetching);
    return fetching;
  }

  /** Never rejects: once the token at hand has ended, the trouble is told to whoever asks. */
  async function renew(scope: string, known: CachedToken): Promise<void> {
    cached.set(scope, { ...known, renewAt: clock.now() + RENEW_AGAIN_AFTER_MS });
    await fetchOnce(scope).catch(() => known.token);
  }

  return {
    accessToken(scope, refusedToken) {
      const known = cached.get(scope);
      const isGood = known !== undefined && clock.now() < known.endsAt;
      if (!isGood || known.token === refusedToken) return fetchOnce(scope);
      if (clock.now() >= known.renewAt) void renew(scope, known);
      return Promise.resolve(known.token);
    },
  };
}

/**
 * Fetches one token with a fresh client of the library: its own cache and its memory of refusals
 * run on the machine's clock, and ours has to follow the clock of the tenant.
 */
async function fetchToken(
  options: TokenSourceOptions,
  scope: string,
): Promise<{ readonly token: string; readonly lifetimeMs: number }> {
  const { tenantId, appId, secret, loginUrl } = options;
  const network = new LoginNetwork(loginUrl);
  const client = new ConfidentialClientApplication({
    auth: { clientId: appId, clientSecret: secret, authority: `${KNOWN_LOGIN}/${tenantId}` },
    system: { networkClient: network, disableInternalRetries: true },
  });
  try {
    const result = await client.acquireTokenByClientCredential({ scopes: [scope] });
    if (!result?.accessToken) throw unreachable(loginUrl, 'its answer holds no token');
    // The library tells the end by the machine's clock, so only the lifetime means something to us.
    const lifetimeMs = (result.expiresOn?.getTime() ?? Date.now()) - Date.now();
    return { token: result.accessToken, lifetimeMs };
  } catch (error) {
    if (network.failure !== null) throw unreachable(loginUrl, network.failure);
    if (error instanceof AuthError) throw refusal(aadstsCode(error), options);
    throw error;
  }
}

/** The number behind AADSTS; the library types it as text, but gives the number that Entra sent. */
function aadstsCode(error: AuthError): string {
  return error instanceof ServerError && error.errorNo ? `${error.errorNo}` : '';
}
