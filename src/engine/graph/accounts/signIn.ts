/**
 * Signing a presence account in, by the identity library: with a code on another device, by
 * redirect (authorisation code with PKCE), and again by a refresh token. Never with a password.
 */
import { ConfidentialClientApplication, PublicClientApplication } from '@azure/msal-node';
import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node';
import { z } from 'zod';
import { KNOWN_LOGIN } from '../identity/loginNetwork.ts';
import { readJson } from '../readJson.ts';
import { accountProblem, loginUnreachable, problemOfRefusal } from './accountProblem.ts';
import type { AccountProblem } from './accountProblem.ts';
import { ACCOUNT_SCOPES, NEEDED_PERMISSION } from './accountScopes.ts';
import { SignInNetwork } from './signInNetwork.ts';

/** How an account has signed in decides how its sign-in is renewed. */
export type SignInWay = 'device-code' | 'redirect';

export interface Registration {
  readonly appId: string;
  readonly secret: string;
  /** Checked, and without a slash at its end. */
  readonly loginUrl: string;
}

export interface SignedIn {
  /** Of the account, in the directory to which it signed in. */
  readonly objectId: string;
  readonly tenantId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly refreshToken: string;
  readonly accessToken: string;
  /** From now on; told by the lifetime, as our clock is not the library's. */
  readonly lifetimeMs: number;
}

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn }
  | { readonly kind: 'refused'; readonly problem: AccountProblem };

const SCOPES = [...ACCOUNT_SCOPES];

type Library = PublicClientApplication | ConfidentialClientApplication;

/** Resolves when the person has signed in, has declined, or the code has expired. */
export function signInByDeviceCode(
  registration: Registration,
  tenantId: string,
  request: Pick<DeviceCodeRequest, 'deviceCodeCallback' | 'cancel'>,
): Promise<SignInOutcome> {
  return acquire(registration, (network) => {
    const library = clientFor(registration, tenantId, 'device-code', network);
    // The library looks into this very object to see whether it was cancelled.
    const asked = Object.assign(request, { scopes: SCOPES });
    return { library, result: library.acquireTokenByDeviceCode(asked) };
  });
}

/** Where the administrator's browser has to go. */
export async function authorisationUrl(
  registration: Registration,
  tenantId: string,
  {
    state,
    challenge,
    redirectUri,
  }: Readonly<Record<'state' | 'challenge' | 'redirectUri', string>>,
): Promise<string> {
  const network = new SignInNetwork(registration.loginUrl);
  const library = clientFor(registration, tenantId, 'redirect', network);
  const url = await library.getAuthCodeUrl({
    scopes: SCOPES,
    redirectUri,
    state,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    // Whoever administers is signed in already, and is hardly the account that is meant.
    prompt: 'select_account',
  });
  return registration.loginUrl + url.slice(KNOWN_LOGIN.length);
}

export function signInByCode(
  registration: Registration,
  tenantId: string,
  answer: Readonly<Record<'code' | 'verifier' | 'redirectUri', string>>,
): Promise<SignInOutcome> {
  const { code, verifier: codeVerifier, redirectUri } = answer;
  return acquire(registration, (network) => {
    const library = clientFor(registration, tenantId, 'redirect', network);
    const asked = { scopes: SCOPES, code, codeVerifier, redirectUri };
    return { library, result: library.acquireTokenByCode(asked) };
  });
}

export function signInAgain(
  registration: Registration,
  account: Pick<SignedIn, 'tenantId' | 'refreshToken'> & { readonly way: SignInWay },
): Promise<SignInOutcome> {
  const { tenantId, refreshToken, way } = account;
  return acquire(registration, (network) => {
    const library =
      way === 'redirect'
        ? clientFor(registration, tenantId, way, network)
        : clientFor(registration, tenantId, way, network);
    // Without an account in its memory the library keeps the new refresh token only when forced.
    const asked = { scopes: SCOPES, refreshToken, forceCache: true };
    return { library, result: library.acquireTokenByRefreshToken(asked) };
  });
}

function clientFor(
  registration: Registration,
  tenantId: string,
  way: 'device-code',
  network: SignInNetwork,
): PublicClientApplication;
function clientFor(
  registration: Registration,
  tenantId: string,
  way: 'redirect',
  network: SignInNetwork,
): ConfidentialClientApplication;
/** A fresh client for each sign-in, so that no memory of the library outlives it. */
function clientFor(
  { appId, secret }: Registration,
  tenantId: string,
  way: SignInWay,
  networkClient: SignInNetwork,
): Library {
  const auth = { clientId: appId, authority: `${KNOWN_LOGIN}/${tenantId}` };
  const system = { networkClient, disableInternalRetries: true };
  return way === 'device-code'
    ? new PublicClientApplication({ auth, system })
    : new ConfidentialClientApplication({ auth: { ...auth, clientSecret: secret }, system });
}

/** Runs one flow of the library, and tells what came of it. */
async function acquire(
  { loginUrl }: Registration,
  begin: (network: SignInNetwork) => {
    readonly library: Library;
    readonly result: Promise<AuthenticationResult | null>;
  },
): Promise<SignInOutcome> {
  const network = new SignInNetwork(loginUrl);
  try {
    const { library, result } = begin(network);
    return outcomeOf(await result, library, loginUrl);
  } catch (error) {
    const { failure, refusal } = network;
    if (refusal !== null) return refused(problemOfRefusal(refusal));
    if (failure !== null) return refused(loginUnreachable(loginUrl, failure));
    if (isLibraryError(error)) {
      return refused(problemOfRefusal({ error: error.errorCode, codes: [] }));
    }
    throw error;
  }
}

/** Such as a device code that expired on the library's own clock. */
function isLibraryError(error: unknown): error is { readonly errorCode: string } {
  return error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'string';
}

const claims = z.looseObject({
  oid: z.string(),
  tid: z.string(),
  preferred_username: z.string().default(''),
  name: z.string().default(''),
});

const memory = z.looseObject({
  RefreshToken: z.record(z.string(), z.looseObject({ secret: z.string() })),
});

function outcomeOf(
  result: AuthenticationResult | null,
  library: Library,
  loginUrl: string,
): SignInOutcome {
  const about = claims.safeParse(result?.idTokenClaims);
  const refreshToken = refreshTokenOf(library);
  if (result === null || !about.success || refreshToken === null) {
    return refused(loginUnreachable(loginUrl, 'its answer names no account or no refresh token'));
  }
  if (!result.scopes.some((scope) => scope.endsWith(NEEDED_PERMISSION))) {
    return refused(accountProblem('permission-missing'));
  }
  const { oid, tid, preferred_username: userPrincipalName, name } = about.data;
  return {
    kind: 'signed-in',
    signedIn: {
      objectId: oid.toLowerCase(),
      tenantId: tid.toLowerCase(),
      userPrincipalName,
      displayName: name === '' ? userPrincipalName : name,
      refreshToken,
      accessToken: result.accessToken,
      lifetimeMs: (result.expiresOn?.getTime() ?? Date.now()) - Date.now(),
    },
  };
}

/** The library hands refresh tokens out only with its whole memory, which here holds one. */
function refreshTokenOf(library: Library): string | null {
  const parsed = memory.safeParse(readJson(library.getTokenCache().serialize()));
  return Object.values(parsed.data?.RefreshToken ?? {})[0]?.secret ?? null;
}

function refused(problem: AccountProblem): SignInOutcome {
  return { kind: 'refused', problem };
}
