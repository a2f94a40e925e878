import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LiveEvent } from '@rufwerk/engine/api';
import type { Outgoing, Send } from '../../../src/tab/session/request.ts';
import { TroubleError } from '../../../src/tab/session/trouble.ts';
import { createLiveStream } from '../../../src/tab/stream/liveStream.ts';
import { waitBeforeAttempt } from '../../../src/tab/stream/backOff.ts';

/** A server whose streams the test writes and breaks by hand. */
function playedServer() {
  const connections: {
    readonly path: string;
    readonly outgoing: Outgoing;
    readonly write: (text: string) => void;
    readonly end: () => void;
  }[] = [];
  const state = { isDown: false };
  const send: Send = (path, outgoing = {}) => {
    if (state.isDown) return Promise.reject(new TroubleError({ kind: 'unreachable' }));
    let stream: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = controller;
      },
    });
    outgoing.signal?.addEventListener('abort', () => stream.error(new Error('aborted')));
    connections.push({
      path,
      outgoing,
      write: (text) => stream.enqueue(new TextEncoder().encode(text)),
      end: () => stream.close(),
    });
    return Promise.resolve(new Response(body));
  };
  return { connections, state, send };
}

function opened() {
  const server = playedServer();
  const stream = createLiveStream({ send: server.send, now: Date.now, spread: () => 0 });
  const events: LiveEvent[] = [];
  stream.onEvent((event) => events.push(event));
  return { server, stream, events };
}

const configuration = (version: number): string =>
  `id: ${version}\nevent: configuration\ndata: {"version":${version}}\n\n`;

describe('the live stream', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
  const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

  test('hands on each event, also when the network cuts it in pieces', async () => {
    const { server, stream, events } = opened();
    stream.watch(null);
    await settle();
    const text = configuration(7);
    server.connections[0]?.write(text.slice(0, 20));
    server.connections[0]?.write(text.slice(20));
    await settle();
    expect(events).toEqual([{ event: 'configuration', data: { version: 7 } }]);
    expect(stream.status().kind).toBe('open');
    stream.stop();
  });

  test('resumes with the last event’s id after it broke', async () => {
    const { server, stream } = opened();
    stream.watch('it-helpdesk');
    await settle();
    server.connections[0]?.write(configuration(41));
    await settle();
    server.connections[0]?.end();
    await settle();
    expect(stream.status()).toEqual({ kind: 'lost', heardAt: Date.now() });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(server.connections).toHaveLength(2);
    expect(server.connections[1]?.path).toBe('/live?service=it-helpdesk');
    expect(server.connections[1]?.outgoing.headers).toMatchObject({ 'last-event-id': '41' });
    expect(stream.status().kind).toBe('open');
    stream.stop();
  });

  test('keeps saying from when the shown data is while the server stays away', async () => {
    const { server, stream } = opened();
    stream.watch(null);
    await settle();
    server.connections[0]?.write(': beat\n\n');
    await settle();
    const heardAt = Date.now();
    server.state.isDown = true;
    server.connections[0]?.end();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(stream.status()).toEqual({ kind: 'lost', heardAt });
    stream.stop();
  });

  test('gives up a connection that has fallen silent', async () => {
    const { server, stream } = opened();
    stream.watch(null);
    await settle();
    await jest.advanceTimersByTimeAsync(44_000);
    server.connections[0]?.write(': beat\n\n');
    await jest.advanceTimersByTimeAsync(44_000);
    expect(server.connections).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.connections).toHaveLength(2);
    stream.stop();
  });

  test('asks at once for another service, and not again for the same one', async () => {
    const { server, stream } = opened();
    stream.watch('it-helpdesk');
    stream.watch('it-helpdesk');
    await settle();
    stream.watch('sales');
    await settle();
    expect(server.connections.map(({ path }) => path)).toEqual([
      '/live?service=it-helpdesk',
      '/live?service=sales',
    ]);
    expect(server.connections[0]?.outgoing.signal?.aborted).toBe(true);
    stream.stop();
  });

  test('goes on after an event that it does not understand', async () => {
    const { server, stream, events } = opened();
    stream.watch(null);
    await settle();
    server.connections[0]?.write(`event: weather\ndata: {}\n\nevent: services\ndata: no\n\n`);
    server.connections[0]?.write(configuration(1));
    await settle();
    expect(events).toHaveLength(1);
    stream.stop();
  });

  test('is quiet after it was stopped', async () => {
    const { server, stream } = opened();
    stream.watch(null);
    await settle();
    stream.stop();
    await jest.advanceTimersByTimeAsync(300_000);
    expect(server.connections).toHaveLength(1);
  });
});

test('the waits between attempts grow, are spread and have a bound', () => {
  const longest = [1, 2, 3, 4, 7, 8, 1_000].map((failures) => waitBeforeAttempt(failures, 1));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000, 30_000]);
  expect(waitBeforeAttempt(1, 0)).toBe(250);
});
