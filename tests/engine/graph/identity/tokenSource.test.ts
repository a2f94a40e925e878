import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TokenSource } from '@rufwerk/engine/ports';
import { createTokenSource } from '../../../../src/engine/graph/identity/tokenSource.ts';
import { HttpDouble } from '../httpDouble.ts';
import type { Reaction } from '../httpDouble.ts';
import { PlayedClock } from '../playedClock.ts';

const GRAPH = 'https://graph.microsoft.com/.default';
const tenantId = '11111111-2222-4333-8444-555555555555';
const appId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

describe('the application’s tokens', () => {
  let login: HttpDouble;
  let clock: PlayedClock;
  let issued: number;

  beforeEach(async () => {
    login = await HttpDouble.start();
    clock = new PlayedClock();
    issued = 0;
    login.react = () => {
      issued += 1;
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: 3600, access_token: `token-${issued}` },
      };
    };
  });
  afterEach(() => login.stop());

  function source(loginUrl = `${login.url}/login`): ReturnType<typeof createTokenSource> {
    return createTokenSource({ tenantId, appId, secret: 's3cret', loginUrl, clock });
  }

  /** A renewal that was begun beside a request has come to its end. */
  async function renewed(tokens: TokenSource, expected: string): Promise<void> {
    const givesUpAt = performance.now() + 5_000;
    while ((await tokens.accessToken(GRAPH)) !== expected) {
      if (performance.now() > givesUpAt) throw new Error(`${expected} was not fetched`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function entraError(code: number, status = 400, error = 'invalid_request'): Reaction {
    const description = `AADSTS${code}: words of Entra.`;
    return { status, body: { error, error_codes: [code], error_description: description } };
  }

  test('are asked for with client credentials, at an http address on loopback too', async () => {
    expect(await source().accessToken(GRAPH)).toBe('token-1');
    const [request] = login.received;
    expect(request?.method).toBe('POST');
    expect(request?.path).toMatch(new RegExp(`^/login/${tenantId}/oauth2/v2.0/token`));
    const form = new URLSearchParams(request?.text);
    expect(form.get('grant_type')).toBe('client_credentials');
    expect(form.get('client_id')).toBe(appId);
    expect(form.get('client_secret')).toBe('s3cret');
    expect(form.get('scope')).toBe(GRAPH);
  });

  test('are renewed five minutes before their end, by the tenant’s clock', async () => {
    const tokens = source();
    await tokens.accessToken(GRAPH);
    await clock.advance(54 * 60_000);
    expect(await tokens.accessToken(GRAPH)).toBe('token-1');
    expect(login.received).toHaveLength(1);
    await clock.advance(2 * 60_000);
    expect(await tokens.accessToken(GRAPH)).toBe('token-1');
    await renewed(tokens, 'token-2');
    expect(login.received).toHaveLength(2);
  });

  test('serve to their end while the login is down, which is asked at a measured pace', async () => {
    const tokens = source();
    await tokens.accessToken(GRAPH);
    const healthy = login.react;
    login.react = () => entraError(90033, 503, 'temporarily_unavailable');
    await clock.advance(59 * 60_000);
    for (let second = 0; second < 59; second += 1) {
      expect(await tokens.accessToken(GRAPH)).toBe('token-1');
      await clock.advance(1_000);
    }
    const asked = login.received.length;
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThanOrEqual(4);
    // The library counts a token's life in whole seconds of the machine's clock.
    await clock.advance(2_000);
    await expect(tokens.accessToken(GRAPH)).rejects.toMatchObject({ kind: 'unreachable' });
    login.react = healthy;
    expect(await tokens.accessToken(GRAPH)).toBe('token-2');
  });

  test('are kept apart for each scope', async () => {
    const tokens = source();
    expect(await tokens.accessToken(GRAPH)).toBe('token-1');
    expect(await tokens.accessToken('https://api.botframework.com/.default')).toBe('token-2');
    expect(await tokens.accessToken(GRAPH)).toBe('token-1');
  });

  test('are fetched once for many who ask together', async () => {
    const tokens = source();
    const all = await Promise.all([1, 2, 3, 4].map(() => tokens.accessToken(GRAPH)));
    expect(new Set(all)).toEqual(new Set(['token-1']));
    expect(login.received).toHaveLength(1);
  });

  test('are replaced once when their resource refuses them', async () => {
    const tokens = source();
    await tokens.accessToken(GRAPH);
    expect(await tokens.accessToken(GRAPH, 'token-1')).toBe('token-2');
    expect(await tokens.accessToken(GRAPH, 'token-1')).toBe('token-2');
    expect(login.received).toHaveLength(2);
  });

  test('a login that is down is said so, and tried anew at the next request', async () => {
    const tokens = source();
    login.script(entraError(90033, 503, 'temporarily_unavailable'), 'cut');
    await expect(tokens.accessToken(GRAPH)).rejects.toMatchObject({
      kind: 'unreachable',
      isTransient: true,
      message: expect.stringMatching(/gives no token \(it answers 503\).*check LOGIN_URL/s),
    });
    await expect(tokens.accessToken(GRAPH)).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await tokens.accessToken(GRAPH)).toBe('token-1');
  });

  test('a login that nobody serves is said so', async () => {
    const address = login.url;
    await login.stop();
    await expect(source(`${address}/login`).accessToken(GRAPH)).rejects.toThrow(/ECONNREFUSED/);
    login = await HttpDouble.start();
  });

  test.each([
    [7000215, 'secret-refused', /MICROSOFT_APP_SECRET/],
    [700016, 'application-unknown', /MICROSOFT_APP_ID/],
    [90002, 'tenant-unknown', /MICROSOFT_TENANT_ID/],
    [7000229, 'consent-missing', /adminconsent\?client_id=/],
    [53003, 'refused', /AADSTS53003.*Sign-in logs/s],
  ])('AADSTS%i is told as %s, with the mend', async (code, kind, words) => {
    login.script(entraError(code, 401, 'invalid_client'));
    await expect(source().accessToken(GRAPH)).rejects.toMatchObject({
      kind,
      isTransient: false,
      message: expect.stringMatching(words),
    });
  });

  test('an http address elsewhere than on loopback is refused by name', () => {
    expect(() => source('http://login.example/')).toThrow(/LOGIN_URL.*only https/);
    expect(() => source('nonsense')).toThrow(/LOGIN_URL.*no address/);
  });
});
