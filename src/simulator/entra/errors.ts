import type { Answer } from '../http/answer.ts';
import type { Tenant } from '../tenant.ts';

/** An error as Entra's endpoints answer it; `code` is the number behind AADSTS. */
export interface EntraError {
  readonly status: number;
  readonly error: string;
  readonly code: number;
  readonly description: string;
  readonly suberror?: string;
}

/** The body that identity libraries parse: error, its description with trace ids, its codes. */
export function entraError(tenant: Tenant, problem: EntraError): Answer {
  const traceId = tenant.random.guid();
  const correlationId = tenant.random.guid();
  const timestamp = `${new Date(tenant.nowMs()).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const trace = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return {
    status: problem.status,
    body: {
      error: problem.error,
      error_description: `AADSTS${problem.code}: ${problem.description} ${trace}`,
      error_codes: [problem.code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `${tenant.url}/login/error?code=${problem.code}`,
      ...(problem.suberror === undefined ? {} : { suberror: problem.suberror }),
    },
  };
}

export const wrongSecret: EntraError = {
  status: 401,
  error: 'invalid_client',
  code: 7000215,
  description: 'Invalid client secret provided.',
};

export function unknownApplication(id: string): EntraError {
  return {
    status: 400,
    error: 'unauthorized_client',
    code: 700016,
    description: `Application with identifier '${id}' was not found in the directory.`,
  };
}

export function unknownTenant(name: string): EntraError {
  return {
    status: 400,
    error: 'invalid_request',
    code: 90002,
    description: `Tenant '${name}' not found.`,
  };
}

export function missingParameter(name: string): EntraError {
  return {
    status: 400,
    error: 'invalid_request',
    code: 900144,
    description: `The request body must contain the following parameter: '${name}'.`,
  };
}

export function unsupportedGrant(grantType: string): EntraError {
  return {
    status: 400,
    error: 'unsupported_grant_type',
    code: 70003,
    description: `The app requested an unsupported grant type '${grantType}'.`,
  };
}

export function unknownResource(scope: string): EntraError {
  return {
    status: 400,
    error: 'invalid_resource',
    code: 500011,
    description: `The resource principal named in '${scope}' was not found in the tenant.`,
  };
}

export const expiredAssertion = invalidGrant(
  500133,
  'Assertion is not within its valid time range.',
);

export const invalidAssertion = invalidGrant(50013, 'Assertion failed signature validation.');

export const invalidRefreshToken = invalidGrant(
  70008,
  'The provided authorization code or refresh token has expired or was revoked.',
);

export function inactiveRefreshToken(issuedAt: string): EntraError {
  return invalidGrant(
    700082,
    `The refresh token has expired due to inactivity. The token was issued on ${issuedAt} ` +
      'and was inactive for 90.00:00:00.',
  );
}

export const revokedSession = invalidGrant(
  50173,
  'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
);

export const disabledAccount = invalidGrant(50057, 'The user account is disabled.');

export const secondFactorRequired = invalidGrant(
  50076,
  'Due to a configuration change made by your administrator, or because you moved to a new ' +
    "location, you must use multi-factor authentication to access '" +
    "00000003-0000-0000-c000-000000000000'.",
  'basic_action',
);

export const blockedByConditionalAccess = invalidGrant(
  53003,
  'Access has been blocked by Conditional Access policies. ' +
    'The access policy does not allow token issuance.',
  'message_only',
);

export const invalidCode = invalidGrant(
  70000,
  "The provided value for the 'code' parameter is not valid.",
);

export const redeemedCode = invalidGrant(
  54005,
  'OAuth2 Authorization code was already redeemed, please retry with a new valid code.',
);

export const expiredCode = invalidGrant(
  70008,
  'The provided authorization code or refresh token has expired due to inactivity.',
);

export const otherReplyAddress = invalidGrant(
  500112,
  'The reply address does not match the one that the authorization code was requested with.',
);

export const falseCodeVerifier = invalidGrant(
  501481,
  'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
);

export const authorizationPending = deviceError(
  'authorization_pending',
  70016,
  'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
);

export const authorizationDeclined = deviceError(
  'authorization_declined',
  65004,
  'User declined to consent to access the app.',
);

export const badVerificationCode = deviceError(
  'bad_verification_code',
  70018,
  'The device code is not known.',
);

export const expiredDeviceCode = deviceError(
  'expired_token',
  70020,
  "The provided value for the input parameter 'device_code' is not valid. " +
    'This device code has expired.',
);

export const cancelledSignIn: EntraError = {
  status: 400,
  error: 'access_denied',
  code: 65004,
  description: 'User declined to consent to access the app.',
};

export const nobodySignedIn: EntraError = {
  status: 400,
  error: 'login_required',
  code: 50058,
  description: 'A silent sign-in request was sent but no user is signed in.',
};

export function unregisteredReplyAddress(address: string): EntraError {
  return {
    status: 400,
    error: 'invalid_request',
    code: 50011,
    description: `The redirect URI '${address}' does not match those of the application.`,
  };
}

export function unknownAccount(upn: string): EntraError {
  return invalidGrant(50034, `The user account '${upn}' does not exist in the directory.`);
}

export function notInTenant(upn: string): EntraError {
  return {
    status: 400,
    error: 'invalid_grant',
    code: 50020,
    description:
      `User account '${upn}' from another identity provider does not exist in the tenant. ` +
      'The account needs to be added as an external user in the tenant first.',
  };
}

export const missingCredential: EntraError = {
  status: 401,
  error: 'invalid_client',
  code: 7000218,
  description:
    "The request body must contain the following parameter: 'client_assertion' or " +
    "'client_secret'.",
};

export function consentMissing(scopes: readonly string[]): EntraError {
  return {
    status: 400,
    error: 'invalid_grant',
    code: 65001,
    description: `The user or administrator has not consented to use ${scopes.join(', ')}.`,
    suberror: 'consent_required',
  };
}

function invalidGrant(code: number, description: string, suberror?: string): EntraError {
  const problem = { status: 400, error: 'invalid_grant', code, description };
  return suberror === undefined ? problem : { ...problem, suberror };
}

function deviceError(error: string, code: number, description: string): EntraError {
  return { status: 400, error, code, description };
}
