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

export const expiredAssertion: EntraError = {
  status: 400,
  error: 'invalid_grant',
  code: 500133,
  description: 'Assertion is not within its valid time range.',
};

export const invalidAssertion: EntraError = {
  status: 400,
  error: 'invalid_grant',
  code: 50013,
  description: 'Assertion failed signature validation.',
};

export const invalidRefreshToken: EntraError = {
  status: 400,
  error: 'invalid_grant',
  code: 700082,
  description: 'The refresh token has expired or was revoked.',
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
