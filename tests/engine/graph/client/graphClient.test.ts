import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RequestTerms } from '../../../../src/engine/graph/client/exchange.ts';
import { createGraphClient } from '../../../../src/engine/graph/client/graphClient.ts';
import type { GraphClient } from '../../../../src/engine/graph/client/graphClient.ts';
import type { MeasuredExchange } from '../../../../src/engine/graph/client/measured.ts';
import { LoginProblem } from '../../../../src/engine/graph/identity/loginProblem.ts';
import { HttpDouble } from '../httpDouble.ts';
import { PlayedClock } from '../playedClock.ts';
import { RecordedLog } from '../recordedLog.ts';

const once: RequestTerms = {
  operation: 'invite-agent',
  repeat: 'if-not-taken',
  timeoutMs: 2_000,
  tries: 4,
  totalMs: 30_000,
};
const freely: RequestTerms = { ...once, operation: 'read-call', repeat: 'freely' };

describe('the Graph client', () => {
  let graph: HttpDouble;
  let clock: PlayedClock;
  let log: RecordedLog;
  let exchanges: MeasuredExchange[];
  let asked: (string | undefined)[];

  beforeEach(async () => {
    graph = await HttpDouble.start();
    clock = new PlayedClock();
    log = new RecordedLog();
    exchanges = [];
    asked = [];
  });
  afterEach(() => graph.stop());

  function client(graphUrl = `${graph.url}/graph/v1.0`): GraphClient {
    const tokens = {
      accessToken: (_scope: string, refusedToken?: string) => {
        asked.push(refusedToken);
        return Promise.resolve(refusedToken === undefined ? 'first' : 'second');
      },
    };
    const observe = (exchange: MeasuredExchange): void => void exchanges.push(exchange);
    return createGraphClient({ graphUrl, tokens, clock, log, observe });
  }

  /** Starts a request and moves the clock until it is over. */
  const over = <T>(pending: Promise<T>): Promise<T> => clock.advanceUntil(pending);

  test('sends method, path, query and JSON with a token, on http loopback too', async () => {
    graph.script({ status: 200, body: { id: 'x' } });
    const answer = await client().send({
      method: 'POST',
      path: '/communications/calls/a%2Fb/answer?$select=id',
      body: { callbackUri: 'https://contact.example/api/calls' },
      terms: once,
    });
    expect(answer).toEqual({ kind: 'success', status: 200, body: { id: 'x' } });
    expect(graph.received[0]).toMatchObject({
      method: 'POST',
      path: '/graph/v1.0/communications/calls/a%2Fb/answer?$select=id',
      body: { callbackUri: 'https://contact.example/api/calls' },
    });
    expect(graph.received[0]?.headers).toMatchObject({
      authorization: 'Bearer first',
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('takes an answer without a body, and sends none where there is none', async () => {
    graph.script({ status: 204 });
    const answer = await client().send({ method: 'DELETE', path: '/x', terms: freely });
    expect(answer).toEqual({ kind: 'success', status: 204, body: null });
    graph.script({ status: 200 });
    await client().send({ method: 'POST', path: '/x/keepAlive', terms: freely });
    expect(graph.received[1]).toMatchObject({ method: 'POST', text: '' });
    expect(graph.received[1]?.headers['content-type']).toBeUndefined();
  });

  test('after a 401 asks for another token once, and repeats even a POST', async () => {
    graph.script({ status: 401 }, { status: 200, body: {} });
    const answer = await client().send({ method: 'POST', path: '/x', body: {}, terms: once });
    expect(answer.kind).toBe('success');
    expect(asked).toEqual([undefined, 'first']);
    expect(graph.received[1]?.headers['authorization']).toBe('Bearer second');
  });

  test('a second 401 is the answer', async () => {
    graph.script({ status: 401 }, { status: 401 });
    const answer = await client().send({ method: 'GET', path: '/x', terms: freely });
    expect(answer).toMatchObject({ kind: 'refused', status: 401 });
    expect(graph.received).toHaveLength(2);
  });

  test('repeats a POST after Retry-After, by the tenant’s clock', async () => {
    graph.script({ status: 429, headers: { 'retry-after': '7' } });
    const startedAt = clock.now();
    const answer = await over(
      client().send({ method: 'POST', path: '/x', body: { a: 1 }, terms: once }),
    );
    expect(answer.kind).toBe('success');
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(7_000);
    expect(graph.received.map(({ body }) => body)).toEqual([{ a: 1 }, { a: 1 }]);
  });

  test('understands a Retry-After that names a date', async () => {
    const at = clock.now() + 3_000;
    const date = new Date(clock.now()).toUTCString();
    const headers = { date, 'retry-after': new Date(at).toUTCString() };
    graph.script({ status: 503, headers });
    await over(client().send({ method: 'POST', path: '/x', body: {}, terms: once }));
    expect(clock.now()).toBeGreaterThanOrEqual(at);
    expect(graph.received).toHaveLength(2);
  });

  test('gives up at once when Retry-After asks for more time than there is', async () => {
    graph.script({ status: 429, headers: { 'retry-after': '31' } });
    const answer = await client().send({ method: 'POST', path: '/x', body: {}, terms: once });
    expect(answer).toMatchObject({ kind: 'refused', status: 429, retryAfterMs: 31_000 });
    expect(graph.received).toHaveLength(1);
  });

  test.each([500, 502, 503, 504])(
    'a POST answered %i without Retry-After is in doubt and not repeated',
    async (status) => {
      graph.script({ status });
      const answer = await client().send({ method: 'POST', path: '/x', body: {}, terms: once });
      expect(answer.kind).toBe('unknown');
      expect(graph.received).toHaveLength(1);
    },
  );

  test.each(['hang', 'cut'] as const)(
    'a POST without an answer (%s) is in doubt and not repeated',
    async (reaction) => {
      graph.script(reaction);
      const terms = { ...once, timeoutMs: 60 };
      const answer = await client().send({ method: 'POST', path: '/x', body: {}, terms });
      expect(answer.kind).toBe('unknown');
      expect(graph.received).toHaveLength(1);
    },
  );

  test('repeats a GET with pauses that double, as often as allowed', async () => {
    graph.react = () => ({ status: 504 });
    const startedAt = clock.now();
    const answer = await over(client().send({ method: 'GET', path: '/x', terms: freely }));
    expect(answer.kind).toBe('unknown');
    expect(graph.received).toHaveLength(4);
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(500 + 1_000 + 2_000);
  });

  test('a refused connection proves that a POST had no effect', async () => {
    const address = graph.url;
    await graph.stop();
    const answer = await over(
      client(`${address}/v1.0`).send({ method: 'POST', path: '/x', body: {}, terms: once }),
    );
    expect(answer).toMatchObject({ kind: 'refused', status: null });
    expect(answer.kind === 'refused' && answer.cause).toMatch(/nothing accepts connections/);
    expect(exchanges).toHaveLength(4);
    graph = await HttpDouble.start();
  });

  test('a client error is final and keeps Graph’s code, but none of its words', async () => {
    const message = 'User anna@contoso.example, +41790000001 is not there';
    graph.script({ status: 403, body: { error: { code: 'Forbidden', message } } });
    const answer = await client().send({ method: 'GET', path: '/x', terms: freely });
    expect(answer).toEqual({
      kind: 'refused',
      status: 403,
      code: 'Forbidden',
      cause: 'Microsoft Graph answered 403 (Forbidden)',
      retryAfterMs: null,
    });
    expect(log.text()).not.toMatch(/anna|\+4179/);
    expect(graph.received).toHaveLength(1);
  });

  test('a login that gives no token means that nothing was sent', async () => {
    const problem = new LoginProblem('secret-refused', 'set MICROSOFT_APP_SECRET');
    const tokens = { accessToken: () => Promise.reject(problem) };
    const graphUrl = `${graph.url}/v1.0`;
    const answer = await createGraphClient({ graphUrl, tokens, clock, log }).send({
      method: 'POST',
      path: '/x',
      body: {},
      terms: once,
    });
    expect(answer).toMatchObject({ kind: 'refused', cause: 'set MICROSOFT_APP_SECRET' });
    expect(graph.received).toHaveLength(0);
  });

  test('every try is measured under the name of its operation', async () => {
    graph.script({ status: 504 }, { status: 200, body: {} });
    await over(client().send({ method: 'GET', path: '/x', terms: freely }));
    expect(exchanges.map(({ operation, status }) => [operation, status])).toEqual([
      ['read-call', 504],
      ['read-call', 200],
    ]);
    expect(exchanges.every(({ durationMs }) => durationMs > 0)).toBe(true);
  });

  test('a redirect is not followed: the token would go where nobody has looked', async () => {
    graph.script({ status: 302, headers: { location: `${graph.url}/elsewhere` } });
    const answer = await client().send({ method: 'GET', path: '/x', terms: freely });
    expect(answer).toMatchObject({ kind: 'refused', status: 302 });
    expect(graph.received).toHaveLength(1);
  });

  test('a next link is followed only below its own address', () => {
    const graphClient = client();
    const base = `${graph.url}/graph/v1.0`;
    expect(graphClient.pathOfLink(`${base}/groups/1/members?$skiptoken=x`)).toBe(
      '/groups/1/members?$skiptoken=x',
    );
    expect(graphClient.pathOfLink('https://evil.example/graph/v1.0/groups')).toBeNull();
  });

  test('an http address elsewhere than on loopback is refused by name', () => {
    expect(() => client('http://graph.microsoft.com/v1.0')).toThrow(/GRAPH_URL.*only https/);
  });
});
