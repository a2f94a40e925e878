/** The one HTTP server: restify, with the habits that every answer shares. */
import type { Clock } from '@rufwerk/engine/ports';
import { createServer, type Request, type Response, type Server } from 'restify';

/** Sending a request may take so long; a stream's answer is not bounded by this. */
const REQUEST_LIMIT_MS = 30_000;
const HEADERS_LIMIT_MS = 10_000;
const PARAMETER_CHARACTERS_MAX = 200;

/** Open requests may end for so long when the server stops. */
const END_LIMIT_MS = 2_000;

/** A server that does not listen yet. */
export function createHttpServer(clock: Clock): Server {
  const server = createServer({ name: 'rufwerk', maxParamLength: PARAMETER_CHARACTERS_MAX });
  server.server.requestTimeout = REQUEST_LIMIT_MS;
  server.server.headersTimeout = HEADERS_LIMIT_MS;
  server.pre((_request: Request, response: Response, next) => {
    // Screens count on in the server's time, which a played world may speed up.
    response.setHeader('x-rufwerk-now', String(clock.now()));
    response.setHeader('x-content-type-options', 'nosniff');
    next();
  });
  server.on('restifyError', sendProblem);
  return server;
}

/** What restify itself refuses: an unknown address, a method that is not there. */
function sendProblem(
  _request: Request,
  response: Response,
  error: { readonly statusCode?: number; readonly message?: string },
  done: () => void,
): void {
  if (response.headersSent) {
    // Too late for words. restify would try to send some and fail: so it is not told to go on.
    response.destroy();
    return;
  }
  const status = error.statusCode ?? 500;
  const problem = { type: 'about:blank', title: titleOf(status), status, ...mendOf(status) };
  response.sendRaw(status, JSON.stringify(problem), {
    'content-type': 'application/problem+json',
  });
  done();
}

function titleOf(status: number): string {
  if (status === 404) return 'There is nothing at this address';
  return status === 405 ? 'This address does not take that method' : 'The request is refused';
}

function mendOf(status: number): { readonly mend?: string } {
  return status < 500 ? { mend: 'See /api/openapi.json for what there is.' } : {};
}

/** Begins to listen and tells the port. Rejects with words for a person when it is in use. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const rule = `Port ${port} on ${host} is in use by another program.`;
      reject(new Error(`${rule} End that program, or set PORT to another port.`, { cause: error }));
    });
    server.listen(port, host, () => resolve(server.address().port));
  });
}

/** Takes no more requests, lets the open ones end, and cuts off what does not. */
export async function stopListening(server: Server): Promise<void> {
  const limit = setTimeout(() => server.server.closeAllConnections(), END_LIMIT_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.server.closeIdleConnections();
  });
  clearTimeout(limit);
}
