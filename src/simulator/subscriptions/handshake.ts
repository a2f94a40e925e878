import { STATUS_CODES } from 'node:http';
import type { Tenant } from '../tenant.ts';

const ANSWER_WITHIN_MS = 10_000;

/**
 * Asks an address whether it wants notifications: it must send the token back within 10 s, decoded
 * and as plain text. Resolves to Graph's words when it does not, else to null (Graph:
 * "notificationUrl validation").
 */
export async function handshakeProblem(tenant: Tenant, address: string): Promise<string | null> {
  const requestId = tenant.random.guid();
  const token =
    'Validation: Testing client application reachability for subscription ' +
    `Request-Id: ${requestId}`;
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return answerProblem(response, await response.text(), token);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return isLate ? 'Subscription validation request timed out.' : mustAnswer('');
  }
}

/** Whether an address may be used at all: https, or http on this machine, where we play. */
export function isUsableAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function answerProblem(response: Response, text: string, token: string): string | null {
  const { status, headers } = response;
  if (status !== 200) {
    const name = (STATUS_CODES[status] ?? String(status)).replaceAll(' ', '');
    return mustAnswer(`HTTP status code is '${name}'. `);
  }
  const isText = headers.get('content-type')?.toLowerCase().startsWith('text/plain') ?? false;
  if (isText && text === token) return null;
  return (
    'Subscription validation request failed. ' +
    'Response must exactly match validationToken query parameter.'
  );
}

function mustAnswer(status: string): string {
  return (
    `Subscription validation request failed. ${status}` +
    'Notification endpoint must respond with 200 OK to validation request.'
  );
}
