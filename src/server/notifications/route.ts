/**
 * Graph's change notifications, taken by node:http itself: they come in storms, and restify would
 * halve what can be taken (performance.md). Everything else goes on to restify.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import {
  NOTIFICATION_BODY_LIMIT_BYTES,
  readHandshake,
  type PresencePush,
} from '@rufwerk/engine/graph';
import type { Log } from '@rufwerk/engine/ports';
import { readBody } from '../http/body.ts';

/** Bodies that are being taken, all together; beyond that Graph is asked to come again. */
const BYTES_IN_HAND_MAX = 64 * 1024 * 1024;

export interface NotificationParts {
  readonly door: PresencePush['door'];
  readonly log: Log;
}

type Take = (body: Buffer, receivedMs: number) => Promise<number>;

/** Puts both addresses before whatever listens to the server so far. */
export function serveNotifications(server: Server, { door, log }: NotificationParts): void {
  const posts = new Posts(log);
  const takes = new Map<string, Take>([
    ['/api/notifications', (body, receivedMs) => door.take(body, receivedMs)],
    ['/api/lifecycle', (body) => door.takeLifecycle(body)],
  ]);
  for (const event of ['request', 'checkContinue'] as const) {
    const others = server.listeners(event);
    server.removeAllListeners(event);
    server.on(event, (request: IncomingMessage, response: ServerResponse) => {
      const take = takes.get(pathOf(request));
      if (take === undefined) {
        for (const other of others) Reflect.apply(other, server, [request, response]);
        return;
      }
      if (event === 'checkContinue') response.writeContinue();
      void posts.answer(request, response, take);
    });
  }
}

class Posts {
  readonly #log: Log;
  #bytesInHand = 0;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse, take: Take): Promise<void> {
    const receivedMs = performance.now();
    const handshake = readHandshake(request.url ?? '');
    if (request.method !== 'POST') return end(response, 405, { allow: 'POST' });
    if (handshake.kind === 'refused') return end(response, 400);
    if (handshake.kind === 'answer') return tellToken(response, handshake.text);

    const length = Number(request.headers['content-length'] ?? NOTIFICATION_BODY_LIMIT_BYTES);
    const reserved = Math.min(length, NOTIFICATION_BODY_LIMIT_BYTES);
    if (this.#bytesInHand + reserved > BYTES_IN_HAND_MAX) return end(response, 503);
    this.#bytesInHand += reserved;
    try {
      const body = await readBody(request, NOTIFICATION_BODY_LIMIT_BYTES);
      // What is left of it would be taken for the next request.
      if (body === null) return end(response, 413, { connection: 'close' });
      end(response, await take(body, receivedMs));
    } catch (err) {
      if (request.destroyed && !request.complete) return;
      this.#log.error({ err }, 'Change notifications could not be taken');
      // Graph repeats what it is told to repeat.
      end(response, 503);
    } finally {
      this.#bytesInHand -= reserved;
    }
  }
}

function pathOf({ url = '' }: IncomingMessage): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-length': '0', ...headers });
  response.end();
}

/** As plain text, and nothing but that, whatever a browser would like to make of it. */
function tellToken(response: ServerResponse, token: string): void {
  response.writeHead(200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(Buffer.byteLength(token)),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
  });
  response.end(token);
}
