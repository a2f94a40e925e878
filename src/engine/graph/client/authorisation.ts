import type { TokenSource } from '@rufwerk/engine/ports';
import { LoginProblem } from '../identity/loginProblem.ts';
import type { NotSent, OutgoingRequest, Send } from './exchange.ts';

/**
 * Adds the application's token. A 401 proves that the request had no effect, so it is sent once
 * more with another token: one that was withdrawn or expired early costs a single round trip.
 */
export function authorised(send: Send, tokens: TokenSource, scope: string): Send {
  return async (request) => {
    const token = await tokenOrProblem(tokens, scope);
    if (typeof token !== 'string') return token;
    const reply = await send(withToken(request, token));
    if (reply.kind !== 'answered' || reply.status !== 401) return reply;

    const another = await tokenOrProblem(tokens, scope, token);
    return typeof another === 'string' ? send(withToken(request, another)) : another;
  };
}

function withToken(request: OutgoingRequest, token: string): OutgoingRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

async function tokenOrProblem(
  tokens: TokenSource,
  scope: string,
  refusedToken?: string,
): Promise<string | NotSent> {
  try {
    return await tokens.accessToken(scope, refusedToken);
  } catch (error) {
    if (!(error instanceof LoginProblem)) throw error;
    return { kind: 'not-sent', cause: error.message, isTransient: error.isTransient };
  }
}
