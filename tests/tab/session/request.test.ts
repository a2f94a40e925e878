import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createServedClock } from '../../../src/tab/clock/servedClock.ts';
import { createSend, read } from '../../../src/tab/session/request.ts';
import type { TokenSource } from '../../../src/tab/session/tokens.ts';

interface Sent {
  readonly url: string;
  readonly token: string | null;
  readonly language: string | null;
}

/** A server that gives these answers, one after the other. */
function serverWith(...answers: (() => Response)[]) {
  const sent: Sent[] = [];
  const ask = ((url: string, options: RequestInit) => {
    const headers = new Headers(options.headers);
    const language = headers.get('accept-language');
    sent.push({ url, token: headers.get('authorization'), language });
    const next = answers.shift();
    return next === undefined ? Promise.reject(new TypeError('no')) : Promise.resolve(next());
  }) as typeof fetch;
  return { sent, ask };
}

function countingTokens(): TokenSource {
  let n = 1;
  return {
    get: () => Promise.resolve(`token-${n}`),
    forget: () => {
      n += 1;
    },
  };
}

const sendThrough = (ask: typeof fetch, clock = createServedClock()) =>
  createSend({ tokens: countingTokens(), clock, ask, language: 'de' });

const json = (body: unknown, status = 200) => Response.json(body, { status });

describe('a request of the tab', () => {
  test('carries a token, which is renewed once when the server refuses it', async () => {
    const { sent, ask } = serverWith(
      () => json({}, 401),
      () => json({ ok: true }),
    );
    const send = sendThrough(ask);
    expect((await send('/me')).status).toBe(200);
    expect(sent).toMatchObject([
      { url: '/api/v1/me', token: 'Bearer token-1' },
      { url: '/api/v1/me', token: 'Bearer token-2' },
    ]);
  });

  test('is not repeated for ever: a second refusal is told', async () => {
    const { sent, ask } = serverWith(
      () => json({}, 401),
      () => json({}, 401),
    );
    const send = sendThrough(ask);
    expect((await send('/me')).status).toBe(401);
    expect(sent).toHaveLength(2);
  });

  test('tells a server that cannot be reached from one that refuses', async () => {
    const send = sendThrough(serverWith().ask);
    await expect(send('/me')).rejects.toMatchObject({ trouble: { kind: 'unreachable' } });
  });

  test('names the language of Teams, and takes an address without a version', async () => {
    const { sent, ask } = serverWith(() => json({}));
    await sendThrough(ask)('/readiness', { below: '/api' });
    expect(sent).toMatchObject([{ url: '/api/readiness', language: 'de' }]);
  });

  test('gives the problem with its field, rule and mend', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Too young',
      status: 422,
      field: 'rule.notOlderThanSeconds',
      rule: 'At least 10.',
      mend: 'Use at least 10.',
    };
    await expect(read(json(problem, 422), z.unknown())).rejects.toMatchObject({
      trouble: { kind: 'refused', problem },
    });
  });

  test('names the status when something between answers in its own words', async () => {
    const answer = new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
    await expect(read(answer, z.unknown())).rejects.toMatchObject({
      trouble: { kind: 'refused', problem: { status: 502, title: 'Bad Gateway' } },
    });
  });

  test('takes the server’s time from every answer', async () => {
    const clock = createServedClock(() => 1_000);
    const headers = { 'x-rufwerk-now': '5000000' };
    const { ask } = serverWith(() => Response.json({}, { headers }));
    await sendThrough(ask, clock)('/me');
    expect(clock.now()).toBe(5_000_000);
  });
});
