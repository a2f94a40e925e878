import { describe, expect, test } from '@jest/globals';
import { createTokenSource } from '../../../src/tab/session/tokens.ts';

const NOW = 1_800_000_000_000;

function tokenEndingAt(at: number, name = 'a'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp: at / 1000, name })}.signature`;
}

describe('the token source', () => {
  test('asks Teams once for many requests', async () => {
    let asked = 0;
    const tokens = createTokenSource(
      () => {
        asked += 1;
        return Promise.resolve(tokenEndingAt(NOW + 3_600_000));
      },
      () => NOW,
    );
    await Promise.all([tokens.get(), tokens.get()]);
    await tokens.get();
    expect(asked).toBe(1);
  });

  test('renews a token shortly before it ends, in the server’s time', async () => {
    let now = NOW;
    let asked = 0;
    const tokens = createTokenSource(
      () => {
        asked += 1;
        return Promise.resolve(tokenEndingAt(NOW + asked * 3_600_000));
      },
      () => now,
    );
    await tokens.get();
    now = NOW + 3_600_000 - 61_000;
    await tokens.get();
    expect(asked).toBe(1);
    now = NOW + 3_600_000 - 59_000;
    await tokens.get();
    expect(asked).toBe(2);
  });

  test('asks again after the server refused a token, but only for that token', async () => {
    const given = ['one', 'two'].map((name) => tokenEndingAt(NOW + 3_600_000, name));
    const [first = ''] = given;
    const tokens = createTokenSource(
      () => Promise.resolve(given.shift() ?? 'none'),
      () => NOW,
    );
    expect(await tokens.get()).toBe(first);
    tokens.forget('another token');
    expect(await tokens.get()).toBe(first);
    tokens.forget(first);
    expect(await tokens.get()).not.toBe(first);
  });

  test.each([
    ['resourceRequiresConsent', 'consent'],
    ['CancelledByUser', 'consent'],
    ['invalid_grant', 'consent'],
    ['NotSupportedOnPlatform', 'refused-by-teams'],
  ])('says what a refusal of Teams means: %s', async (message, cause) => {
    const tokens = createTokenSource(
      () => Promise.reject(new Error(message)),
      () => NOW,
    );
    await expect(tokens.get()).rejects.toMatchObject({
      trouble: { kind: 'sign-in', cause, detail: message },
    });
    // And asks anew the next time: the person may have agreed meanwhile.
    await expect(tokens.get()).rejects.toThrow();
  });
});
