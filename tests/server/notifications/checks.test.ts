import { expect, test } from '@jest/globals';
import type { PresenceAccount, PresencePush } from '@rufwerk/engine/graph';
import { pushChecks } from '../../../src/server/notifications/checks.ts';

type Health = ReturnType<PresencePush['health']>['accounts'][number];

const latency = { count: 0, sumMs: 0, buckets: [] };
const live: Health = {
  accountId: 'one',
  state: 'live',
  people: 2,
  madeAt: 0,
  expiresAt: 3_600_000,
  lastNotificationAt: null,
  silentSinceAt: null,
  replaced: { gone: 0, silent: 0, people: 0, key: 0, address: 0, 'not-renewable': 0 },
  lastError: null,
};

/** The states of all checks, by their ids. */
function states(health: Partial<Health> | null): Record<string, string> {
  const account: PresenceAccount = {
    id: 'one',
    userPrincipalName: 'presence.one@contoso.example',
    displayName: 'Presence account 1',
    tenantId: 'tenant',
    seesActivity: true,
    addedAt: 0,
    problem: null,
  };
  const checks = pushChecks({
    accounts: { list: () => (health === null ? [] : [account]) } as PresencePush['accounts'],
    health: () =>
      ({
        accounts: health === null ? [] : [{ ...live, ...health }],
        behindPolling: latency,
        decryption: { waiting: 0, crashes: 0 },
      }) as unknown as ReturnType<PresencePush['health']>,
  });
  return Object.fromEntries(checks.map(({ id, state }) => [id, state]));
}

test('without a presence account it is advised to sign one in', () => {
  expect(states(null)).toEqual({ push: 'advice' });
});

test('all is well while a subscription lives', () => {
  expect(states({})).toEqual({ push: 'good', 'presence-account.one': 'good' });
});

test('DEC-15: a subscription that fell silent is a warning until another one tells something', () => {
  expect(states({ silentSinceAt: 1 })['push']).toBe('warning');
});

test('NIM-35, AHB-31: an account that is kept out is a warning with its cause and mend', () => {
  const lastError = { at: 0, field: 'sign-in', cause: 'revoked', mend: 'Sign in again.' };
  const told = states({ state: 'barred', lastError });
  expect(told).toEqual({ push: 'warning', 'presence-account.one': 'warning' });
  expect(states({ state: 'waiting', lastError })['presence-account.one']).toBe('warning');
  expect(states({ lastError })['presence-account.one']).toBe('good');
});
