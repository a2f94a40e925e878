import type { Request, RequestHandler, Response, Server } from 'restify';
import type { Tenant } from '../tenant.ts';
import { wrongBody } from './answer.ts';
import type { Answer } from './answer.ts';
import { readIncoming, UnreadableBody } from './incoming.ts';
import type { Incoming } from './incoming.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'del';
export type Handler = (incoming: Incoming) => Answer | Promise<Answer>;

/** A route of the control interface or of the page: not part of what the product sees. */
export function controlRoute(server: Server, method: Method, path: string, handle: Handler): void {
  server[method](path, answering(handle));
}

/**
 * A route of the outside world that the product may call: what passes through it is recorded, and
 * the clock waits for it while it is being put forward.
 */
export function productRoute(
  server: Server,
  tenant: Tenant,
  method: Method,
  path: string,
  handle: Handler,
): void {
  server[method](
    path,
    answering(async (incoming) => {
      const ended = tenant.activity.begin();
      try {
        const answer = dated(tenant, await handle(incoming));
        record(tenant, incoming, answer);
        return answer;
      } finally {
        ended();
      }
    }),
  );
}

/** The outside world has a clock of its own, which readers compare theirs with. */
function dated(tenant: Tenant, answer: Answer): Answer {
  const date = new Date(tenant.nowMs()).toUTCString();
  return { ...answer, headers: { Date: date, ...answer.headers } };
}

function answering(handle: Handler): RequestHandler {
  return (request, response, next) => {
    answerRequest(handle, request, response)
      .then(() => next(false))
      .catch((error: unknown) => next(error));
  };
}

async function answerRequest(handle: Handler, request: Request, response: Response): Promise<void> {
  let answer: Answer;
  try {
    answer = await handle(await readIncoming(request));
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    answer = wrongBody(error.message);
  }
  write(answer, response);
}

function write(answer: Answer, response: Response): void {
  const isText = typeof answer.body === 'string';
  const text = isText ? String(answer.body) : (JSON.stringify(answer.body) ?? '');
  const contentType = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(answer.status, {
    ...(answer.body === undefined ? {} : { 'Content-Type': contentType }),
    'Content-Length': String(Buffer.byteLength(text)),
    ...answer.headers,
  });
  response.end(text);
}

function record(tenant: Tenant, incoming: Incoming, answer: Answer): void {
  const { method, path, query, headers, body } = incoming;
  const answerLength = answer.body === undefined ? 0 : JSON.stringify(answer.body).length;
  tenant.requests.record(
    {
      at: tenant.clock.now(),
      method,
      path,
      query,
      headers,
      body,
      status: answer.status,
      answer: answer.body,
    },
    incoming.bodyLength + answerLength,
  );
}
