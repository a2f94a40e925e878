import type { Answer } from '../http/answer.ts';
import type { Tenant } from '../tenant.ts';

/** An error as Graph answers it. */
export function graphError(
  tenant: Tenant,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const requestId = tenant.random.guid();
  return {
    status,
    headers: { 'request-id': requestId, ...headers },
    body: {
      error: {
        code,
        message,
        innerError: {
          date: new Date(tenant.nowMs()).toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': requestId,
        },
      },
    },
  };
}

export function badRequest(tenant: Tenant, message: string): Answer {
  return graphError(tenant, 400, 'BadRequest', message);
}

export function resourceNotFound(tenant: Tenant, id: string): Answer {
  const message =
    `Resource '${id}' does not exist or one of its queried ` +
    'reference-property objects are not present.';
  return graphError(tenant, 404, 'Request_ResourceNotFound', message);
}
