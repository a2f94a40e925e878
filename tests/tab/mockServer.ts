/**
 * Stands where Rufwerk's server stands, for looking at the tab: the built page, the API out of a
 * mock world, the live stream, and a host page in place of Teams. The host lives on another origin
 * (`localhost` against `127.0.0.1`), as Teams does.
 *
 * Run by itself it shows the tab to a browser:
 *   node --import ./scripts/typescript/register.mjs tests/tab/mockServer.ts
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type LiveEvent, liveEventSchema, type Me } from '@rufwerk/engine/api';
import { NOW, people } from './contoso.ts';
import { hostPage } from './hostPage.ts';
import { answerOf } from './mockApi.ts';
import { MockWorld } from './mockWorld.ts';

export interface MockServer {
  readonly world: MockWorld;
  /** The address of the host page, with who looks and how. */
  address(view?: Readonly<Record<string, string>>): string;
  /** The tab itself, without Teams around it. */
  readonly bareAddress: string;
  /** Breaks every live stream. */
  dropStreams(): void;
  close(): Promise<void>;
}

/** @param builtFolder where the built tab lies */
export async function startMockServer(builtFolder: string, port = 0): Promise<MockServer> {
  const world = new MockWorld();
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  const appOrigin = `http://127.0.0.1:${taken}`;
  const hostOrigin = `http://localhost:${taken}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', appOrigin);
    if (url.pathname.startsWith('/api/')) return api(request, response, url);
    if (url.pathname === '/host') return send(response, 200, hostPage(appOrigin), 'text/html');
    if (url.pathname === '/tab/config.json') {
      const configuration = { appId: 'played-app', extraHostOrigins: [hostOrigin] };
      return send(response, 200, JSON.stringify(configuration), 'application/json');
    }
    return page(response, url.pathname, builtFolder);
  }

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (world.isDown) return void response.destroy();
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const me = world.refusedTokens.has(token) ? undefined : readerOf(token);
    const body = await text(request);
    const asked = {
      method: request.method ?? 'GET',
      path: url.pathname.replace(/^\/api(\/v1)?/, ''),
      body: body === '' ? null : (JSON.parse(body) as unknown),
    };
    world.asked.push({ ...asked, person: me?.name ?? '', headers: request.headers });
    if (me === undefined) return send(response, 401, '{}', 'application/json');
    if (asked.path === '/live') return live(response);
    const ifMatch = request.headers['if-match'];
    const answer = answerOf({ ...asked, query: url.searchParams, ifMatch, me }, world);
    const text204 = answer.status === 204 ? '' : JSON.stringify(answer.body);
    send(response, answer.status, text204, 'application/json', answer.headers);
  }

  function live(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', ...CLOCK_HEADER });
    const tell = (event: LiveEvent): void => {
      const { event: name, data } = liveEventSchema.parse(event);
      response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    // Time stands still, so that every picture of the same moment is the same.
    tell({ event: 'clock', data: { nowMs: NOW, rate: 0 } });
    streams.add(response);
    const unsubscribe = world.onEvent(tell);
    response.on('close', () => {
      unsubscribe();
      streams.delete(response);
    });
  }

  return {
    world,
    address: (view = {}) => `${hostOrigin}/host?${new URLSearchParams(view).toString()}`,
    bareAddress: `${appOrigin}/tab/my-work`,
    dropStreams: () => streams.forEach((stream) => stream.destroy()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const CLOCK_HEADER = { 'x-rufwerk-now': String(NOW) };

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': type, ...CLOCK_HEADER, ...headers });
  response.end(body);
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
};

/** A file of the built tab; every other address below `/tab/` is a page of it. */
async function page(response: ServerResponse, pathname: string, folder: string): Promise<void> {
  const isFile = path.extname(pathname) !== '';
  const name = isFile ? pathname.replace('/tab/', '') : 'index.html';
  try {
    const content = await readFile(path.join(folder, path.normalize(`/${name}`)));
    send(response, 200, content, TYPES[path.extname(name)] ?? 'text/plain');
  } catch {
    // The only files asked for are those that the build names.
    send(response, 404, 'Not found', 'text/plain');
  }
}

/** Whose token it is: the host page writes the person's short name into it. */
function readerOf(token: string): Me | undefined {
  const [, payload = ''] = token.split('.');
  if (payload === '') return undefined;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { person?: string };
  return people[claims.person ?? ''];
}

if (import.meta.filename === process.argv[1]) {
  const server = await startMockServer(path.resolve('dist/tab'), Number(process.env.PORT ?? 4300));
  console.log(
    `The tab:\n  ${server.address()}\n  ${server.address({ person: 'sam', path: '/tab/live' })}`,
  );
}
