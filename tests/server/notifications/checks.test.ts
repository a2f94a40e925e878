import { expect, test } from '@jest/globals';
import type { PresenceAccount, PresencePush } from '@rufwerk/engine/graph';
import type { Found } from '../../../src/server/readiness/index.ts';
import { pushChecks } from '../../../src/server/notifications/checks.ts';

type Health = ReturnType<PresencePush['health']>['accounts'][number];

const latency = { count: 0, sumMs: 0, buckets: [] };
const none = { recent: [] };
const live: Health = {
  accountId: 'one',
  state: 'live',
  newsState: 'connected',
  people: 2,
  madeAt: 0,
  expiresAt: 3_600_000,
  lastNotificationAt: null,
  watchedSinceAt: 0,
  silentSinceAt: null,
  lastSilence: null,
  replaced: { gone: 0, silent: 0, people: 0, key: 0, address: 0, 'not-renewable': 0 },
  lastError: null,
};

const MINUTE_MS = 60_000;

/** The states of all checks, by their ids. */
function states(health: Partial<Health> | null, nowAt = 0): Record<string, string> {
  return Object.fromEntries(checks(health, nowAt).map(({ id, state }) => [id, state]));
}

function checks(health: Partial<Health> | null, nowAt: number): Found[] {
  const account: PresenceAccount = {
    id: 'one',
    userPrincipalName: 'presence.one@contoso.example',
    displayName: 'Presence account 1',
    tenantId: 'tenant',
    seesActivity: true,
    addedAt: 0,
    problem: null,
  };
  const push = {
    accounts: { list: () => (health === null ? [] : [account]) } as PresencePush['accounts'],
    health: () =>
      ({
        accounts: health === null ? [] : [{ ...live, ...health }],
        newsState: health?.newsState ?? live.newsState,
        notifications: { presence: none, unknown: none, 'emergency-calls': none },
        behindPolling: latency,
        decryption: { waiting: 0, crashes: 0 },
      }) as unknown as ReturnType<PresencePush['health']>,
  };
  return pushChecks(push, nowAt, 0);
}

function titlesAt(health: Partial<Health>, nowAt: number): string[] {
  return checks(health, nowAt).map(({ words: { title } }) => title.en);
}

const noRefusals = { 'push.refused': 'good', 'push.refused-emergencies': 'good' };
const quiet = { 'push.silence': 'good', ...noRefusals };

test('without a presence account it is advised to sign one in', () => {
  expect(states(null)).toEqual({ push: 'advice', 'push.refused-emergencies': 'good' });
});

test('all is well while a subscription lives', () => {
  expect(states({})).toEqual({ push: 'good', ...quiet, 'presence-account.one': 'good' });
});

test('a subscription tells its age and when it ends', () => {
  const titleAt = (health: Partial<Health>, nowAt: number) =>
    checks(health, nowAt).find(({ id }) => id === 'presence-account.one')?.words.title;
  expect(titleAt({}, 5 * MINUTE_MS)).toMatchObject({
    en: expect.stringMatching(/; subscription 5 min old, ends in 55 min unless renewed$/),
    de: expect.stringMatching(/; Abonnement 5 min alt, endet ohne Erneuerung in 55 min$/),
  });
  expect(titleAt({ madeAt: null }, 0)?.en).not.toContain('old');
});

test('a good one that stands by is not called offline', () => {
  const rest = { people: 0, madeAt: null, expiresAt: null } as const;
  const titleOf = (state: Health['state']) =>
    checks({ state, newsState: 'offline', ...rest }, 0).at(-1)?.words.title;
  expect(titleOf('resting')).toEqual({
    en: 'Presence account presence.one@contoso.example: stands by',
    de: 'Präsenzkonto presence.one@contoso.example: hält sich bereit',
  });
  expect(titleOf('barred')?.en).toMatch(/: offline$/);
});

test('DEC-15: a silence is told while it lasts, with what was done, and for a while after', () => {
  const silence = { sinceAt: 0, replacedAt: null, overAt: null };
  const at = (lastSilence: Health['lastSilence'], nowAt: number) =>
    checks({ lastSilence }, nowAt).find(({ id }) => id === 'push.silence');
  const lasting = at(silence, 3 * MINUTE_MS);
  expect(lasting).toMatchObject({ state: 'warning' });
  expect(lasting?.words.cause?.en).toMatch(/^3 min ago a subscription told nothing/);
  const replaced = at({ ...silence, replacedAt: MINUTE_MS }, 60 * MINUTE_MS);
  expect(replaced).toMatchObject({ state: 'warning' });
  expect(replaced?.words.mend?.en).toMatch(/made in its place 59 min ago.*No news has come/);
  const over = { ...silence, replacedAt: MINUTE_MS, overAt: 2 * MINUTE_MS };
  expect(at(over, 10 * MINUTE_MS)).toMatchObject({ state: 'warning' });
  expect(at(over, 10 * MINUTE_MS)?.words.mend?.en).toContain('News came again 8 min ago');
  expect(at(over, 18 * MINUTE_MS)).toMatchObject({ state: 'good' });
});

test.each([
  ['online', 'online'],
  ['connected', 'connected, no news for more than 5 minutes'],
  ['offline', 'offline'],
] as const)('AHB-63, AHB-64, AHB-65: readiness says that push is %s', (newsState, words) => {
  const titles = titlesAt({ newsState, madeAt: null }, 5 * MINUTE_MS + 1);
  expect(titles).toContain(`Presence by push: ${words}`);
  expect(titles).toContain(`Presence account presence.one@contoso.example: ${words}`);
});

test('AHB-64: right after a start it is not yet known whether news come, and that is said', () => {
  const notYet = 'connected, listening for 3 min, no news yet';
  const started = { watchedSinceAt: 10 * MINUTE_MS };
  expect(titlesAt(started, 13 * MINUTE_MS)).toEqual([
    `Presence by push: ${notYet}`,
    'Silence of a subscription: watched for 3 min',
    'Refused notifications of presence',
    'Refused notifications of emergencies',
    expect.stringContaining(`: ${notYet}; subscription 13 min old`),
  ]);
  expect(titlesAt({ madeAt: 10 * MINUTE_MS }, 13 * MINUTE_MS)[0]).toContain(notYet);
  const heard = { ...started, lastNotificationAt: 11 * MINUTE_MS };
  expect(titlesAt({ ...heard, newsState: 'online' }, 13 * MINUTE_MS)[0]).toContain('online');
  expect(titlesAt(started, 16 * MINUTE_MS)[0]).toContain('no news for more than 5 minutes');
  expect(titlesAt(started, 25 * MINUTE_MS)[1]).toBe('Silence of a subscription');
});

test('NIM-35, AHB-31: an account that is kept out is a warning with its cause and mend', () => {
  const field = { en: 'sign-in', de: 'Anmeldung' };
  const mend = { en: 'Sign in again.', de: 'Neu anmelden.' };
  const lastError = { at: 0, field, cause: { en: 'revoked', de: 'widerrufen' }, mend };
  const told = states({ state: 'barred', lastError });
  expect(told).toEqual({ push: 'warning', ...quiet, 'presence-account.one': 'warning' });
  const [found] = checks({ state: 'barred', lastError }, 0).slice(-1);
  expect(found?.words).toMatchObject({
    cause: { en: 'sign-in: revoked', de: 'Anmeldung: widerrufen' },
    mend: { de: 'Neu anmelden.' },
  });
  expect(states({ state: 'waiting', lastError })['presence-account.one']).toBe('warning');
  expect(states({ lastError })['presence-account.one']).toBe('good');
});
