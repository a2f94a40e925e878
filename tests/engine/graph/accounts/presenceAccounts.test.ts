import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PresenceAccounts } from '../../../../src/engine/graph/accounts/presenceAccounts.ts';
import type { SignIn } from '../../../../src/engine/graph/accounts/signIns.ts';
import { eventually, PlayedClock } from '../playedClock.ts';
import { RecordedLog } from '../recordedLog.ts';
import { APP_ID, EntraDouble, OTHER_TENANT, OUR_TENANT } from './entraDouble.ts';
import { SecretsDouble } from './secretsDouble.ts';

let entra: EntraDouble;
let clock: PlayedClock;
let secrets: SecretsDouble;
let log: RecordedLog;
let accounts: PresenceAccounts;

const open = (): Promise<PresenceAccounts> =>
  PresenceAccounts.open({
    ...{ secrets, clock, log },
    appId: APP_ID,
    secret: 'the-application-secret',
    tenantId: OUR_TENANT,
    loginUrl: entra.loginUrl,
    redirectUri: 'https://contact.example/api/presence-accounts/redirect',
  });

beforeEach(async () => {
  entra = await EntraDouble.open();
  clock = new PlayedClock();
  secrets = new SecretsDouble();
  log = new RecordedLog();
  accounts = await open();
});
afterEach(async () => {
  accounts.signIns.close();
  await entra.close();
});

/** A sign-in by a code, until it is over. */
async function signIn(tenantId?: string): Promise<SignIn> {
  const started = await accounts.signIns.startByDeviceCode(tenantId);
  const now = (): SignIn => accounts.signIns.find(started.id) ?? started;
  await eventually('the sign-in is over', () => now().state.kind !== 'waiting');
  return now();
}

const token = (id = accounts.list()[0]?.id ?? ''): Promise<string> =>
  accounts.tokensOf(id).accessToken('any');

describe('onboarding by a code on another device', () => {
  test('AHB-30, AHB-32: asks for reading presence, and keeps who signed in', async () => {
    entra.isSignedIn = false;
    const started = await accounts.signIns.startByDeviceCode();
    expect(started).toMatchObject({
      way: 'device-code',
      state: { userCode: 'ABCD-EFGH', address: 'https://microsoft.com/devicelogin' },
    });
    expect(accounts.list()).toEqual([]);
    entra.isSignedIn = true;
    await eventually('signed in', () => accounts.list().length === 1);
    expect(accounts.signIns.find(started.id)?.state.kind).toBe('signed-in');
    expect(accounts.list()[0]).toMatchObject({
      userPrincipalName: 'presence.one@contoso.example',
      seesActivity: true,
      problem: null,
    });
    const asked = new URLSearchParams(entra.http.received[0]?.text).get('scope') ?? '';
    const scopes = asked.split(' ');
    for (const scope of [
      'Presence.Read.All',
      'User.Read',
      'User.ReadBasic.All',
      'offline_access',
    ]) {
      expect(scopes).toContain(scope);
    }
  });

  test('NIM-24: an account of another directory sees availabilities only', async () => {
    await signIn(OTHER_TENANT);
    expect(accounts.list()[0]).toMatchObject({ tenantId: OTHER_TENANT, seesActivity: false });
  });

  test('NIM-30: two are kept, a third is told so, the same one again is renewed', async () => {
    await signIn();
    entra.objectId = '33333333-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
    await signIn();
    entra.objectId = '44444444-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
    expect((await signIn()).state).toMatchObject({
      kind: 'refused',
      problem: { kind: 'too-many' },
    });
    entra.objectId = '33333333-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
    expect((await signIn()).state.kind).toBe('signed-in');
    expect(accounts.list()).toHaveLength(2);
  });

  test('NIM-34, AHB-31: without Presence.Read.All the account is not kept, with the mend', async () => {
    entra.scopes = 'User.Read openid profile';
    const { state } = await signIn();
    expect(state).toMatchObject({
      kind: 'refused',
      problem: {
        kind: 'permission-missing',
        field: { en: 'delegated permission Presence.Read.All' },
      },
    });
    expect(accounts.list()).toEqual([]);
  });

  test.each([
    [{ error: 'invalid_grant', codes: [50076] }, 'second-factor', /multi-factor/],
    [{ error: 'invalid_grant', codes: [53003] }, 'conditional-access', /Named locations/],
    [{ error: 'invalid_grant', codes: [65001] }, 'consent-missing', /admin consent/],
    [{ error: 'authorization_declined' }, 'declined', /Start it again/],
    [{ error: 'expired_token', codes: [70020] }, 'code-expired', /Start it again/],
    [{ error: 'invalid_client', codes: [7000218] }, 'public-flow-off', /by redirect/],
    [{ error: 'invalid_client', codes: [7000215] }, 'application', /MICROSOFT|Check both/],
    [{ error: 'something_new', codes: [12345] }, 'refused', /Sign-in logs/],
  ])('NIM-35, NIM-37: %j is told as %s', async (refused, kind, mend) => {
    entra.refused = refused;
    const { state } = await signIn();
    expect(state).toMatchObject({ kind: 'refused', problem: { kind } });
    const problem = state.kind === 'refused' ? state.problem : null;
    expect(problem?.mend.en).toMatch(mend);
    for (const texts of [problem?.rule, problem?.mend]) {
      expect(texts?.de).toMatch(/\w{4}/);
      expect(texts?.de).not.toBe(texts?.en);
    }
  });

  test('an Entra that is down is told as such', async () => {
    entra.isDown = true;
    expect((await accounts.signIns.startByDeviceCode()).state).toMatchObject({
      kind: 'refused',
      problem: { kind: 'unreachable', field: { en: 'LOGIN_URL' } },
    });
  });
});

describe('onboarding by redirect', () => {
  test('goes to Entra with a challenge, and comes back once', async () => {
    const started = await accounts.signIns.startByRedirect();
    const address = started.state.kind === 'waiting' ? started.state.address : '';
    expect(address).toMatch(`${entra.loginUrl}/${OUR_TENANT}/oauth2/v2.0/authorize?`);
    expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
    const answer = { error: null, errorDescription: null, code: null, ...entra.browse(address) };
    const back = { ...answer, state: entra.browse(address)['state'] ?? '' };
    expect((await accounts.signIns.finishRedirect(back))?.state.kind).toBe('signed-in');
    expect(await accounts.signIns.finishRedirect(back)).toBeNull();
    expect(accounts.list()).toHaveLength(1);
  });

  test('a browser that brings another state is nobody’s', async () => {
    await accounts.signIns.startByRedirect();
    const back = { state: 'guessed', code: 'x', error: null, errorDescription: null };
    expect(await accounts.signIns.finishRedirect(back)).toBeNull();
  });

  test('a refusal on the way is told', async () => {
    const started = await accounts.signIns.startByRedirect();
    const { state } = entra.browse(started.state.kind === 'waiting' ? started.state.address : '');
    const errorDescription = 'AADSTS53003: Access has been blocked. Trace ID: 1';
    const back = { state: state ?? '', code: null, error: 'access_denied', errorDescription };
    expect((await accounts.signIns.finishRedirect(back))?.state).toMatchObject({
      problem: { kind: 'conditional-access' },
    });
  });

  test('it can be finished for ten minutes', async () => {
    const started = await accounts.signIns.startByRedirect();
    const { state } = entra.browse(started.state.kind === 'waiting' ? started.state.address : '');
    await clock.advance(10 * 60_000);
    expect(accounts.signIns.find(started.id)?.state.kind).toBe('refused');
    const back = { state: state ?? '', code: 'the-code', error: null, errorDescription: null };
    expect(await accounts.signIns.finishRedirect(back)).toBeNull();
  });
});

describe('staying signed in', () => {
  test('AHB-33: only the refresh token is kept, and each new one replaces it', async () => {
    await signIn();
    expect(await token()).toBe('access-1');
    await clock.advance(56 * 60_000);
    expect(await Promise.all([token(), token()])).toEqual(['access-2', 'access-2']);
    expect(entra.forms()).toHaveLength(2);
    const kept = secrets.values.get('presence-accounts') ?? '';
    expect(kept).toContain('refresh-2');
    expect(kept).not.toMatch(/access-|refresh-1|password/);
  });

  test('goes on after a restart', async () => {
    await signIn();
    const [before] = accounts.list();
    accounts = await open();
    expect(accounts.list()).toEqual([before]);
    expect(await token()).toBe('access-2');
  });

  test('a token that Graph refuses is replaced by another', async () => {
    await signIn();
    const id = accounts.list()[0]?.id ?? '';
    expect(await accounts.tokensOf(id).accessToken('any', 'access-1')).toBe('access-2');
  });

  test('a revoked sign-in is told once in the log, and in the list until the next sign-in', async () => {
    await signIn();
    await clock.advance(56 * 60_000);
    entra.refused = { error: 'invalid_grant', codes: [50173] };
    await expect(token()).rejects.toThrow('Sign the account in again.');
    await expect(token()).rejects.toThrow();
    expect(accounts.list()[0]?.problem?.kind).toBe('revoked');
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(log.text()).not.toMatch(/presence\.one|refresh-/);
    entra.refused = null;
    await signIn();
    expect(accounts.list()[0]?.problem).toBeNull();
    expect(accounts.list()).toHaveLength(1);
  });

  test('an Entra that is down is no fault of the account', async () => {
    await signIn();
    await clock.advance(56 * 60_000);
    entra.isDown = true;
    await expect(token()).rejects.toMatchObject({ isTransient: true });
    entra.isDown = false;
    expect(await token()).toBe('access-2');
    expect(accounts.list()[0]?.problem).toBeNull();
  });
});

test('a deleted account is forgotten, token and all, and whoever listens is told', async () => {
  await signIn();
  let told = 0;
  const stop = accounts.onChange(() => (told += 1));
  const id = accounts.list()[0]?.id ?? '';
  expect(await accounts.remove(id)).toBe(true);
  expect(await accounts.remove(id)).toBe(false);
  stop();
  expect(told).toBe(1);
  expect(secrets.values.get('presence-accounts')).toBe('[]');
  await expect(token(id)).rejects.toThrow('deleted');
});
