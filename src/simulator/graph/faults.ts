import type { Answer } from '../http/answer.ts';
import type { Tenant } from '../tenant.ts';
import { graphError } from './errors.ts';

const CODES: Readonly<Record<number, string>> = {
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

/** Part by part; a star is any one part, so that one action of all users can be meant. */
function beginsWith(path: string, beginning: string): boolean {
  const wanted = beginning.split('/');
  const parts = path.split('/');
  return wanted.every((part, index) => {
    if (part === '*') return (parts[index] ?? '') !== '';
    const isLast = index === wanted.length - 1;
    return isLast ? (parts[index] ?? '').startsWith(part) : parts[index] === part;
  });
}

/** The fault that meets a request to a path, if one does: by its path and by chance. */
export function faultFor(
  tenant: Tenant,
  path: string,
): { readonly answer: Answer; readonly after: boolean } | undefined {
  const fault = tenant.faults.graph;
  if (fault === null || !beginsWith(path, fault.path ?? '')) return undefined;
  if (tenant.random.share() >= fault.share) return undefined;
  const headers =
    fault.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(fault.retryAfterSeconds) };
  const code = CODES[fault.status] ?? 'UnknownError';
  const message = 'The simulated tenant was told to fail here.';
  return { answer: graphError(tenant, fault.status, code, message, headers), after: fault.after };
}
