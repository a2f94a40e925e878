import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { RefreshTokens } from '../../src/simulator/entra/refresh-tokens.ts';
import { Tenant } from '../../src/simulator/tenant.ts';
import { readWorld } from '../../src/simulator/world/description.ts';
import { ACCOUNT, challengeOf, FEDERATED, REPLY_ADDRESS, SignIn } from './sign-in.ts';
import { Subscriber } from './subscriber.ts';
import { ANNA, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

const DAY_MS = 24 * 60 * 60_000;

let stage: TenantStage;
let signIn: SignIn;
beforeAll(async () => {
  stage = await TenantStage.open();
  signIn = new SignIn(stage);
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

const errorOf = ({ status, body }: Reply): unknown[] => [status, body.error, body.error_codes[0]];
const rule = (upn: string, rules: Readonly<Record<string, boolean>>): Promise<Reply> =>
  stage.control('PUT', `people/${upn}/sign-in`, rules);

async function readAnna({ body }: Reply): Promise<Reply> {
  const ids = [await stage.idOf(ANNA)];
  const path = '/communications/getPresencesByUserId';
  return stage.graph('POST', path, { ids }, body.access_token);
}

describe('a presence account signs in at a device (v2-oauth2-device-code)', () => {
  test('AHB-30: shows a code, waits, and gets tokens once somebody entered it', async () => {
    const device = await signIn.beginDevice();
    expect(device).toMatchObject({
      expires_in: 900,
      interval: 5,
      user_code: expect.stringMatching(/^[A-Z0-9]{9}$/),
      verification_uri: `${stage.simulated.url}/login/device`,
      message: expect.stringContaining(String(device['user_code'])),
    });
    const waiting = await signIn.redeemDevice(device['device_code']);
    expect(errorOf(waiting)).toEqual([400, 'authorization_pending', 70016]);
    expect((await signIn.look('/login/device')).text).toContain('name="code"');
    const code = device['user_code'] ?? '';
    const entered = await signIn.enterCode({ code, upn: ACCOUNT, act: 'sign-in' });
    expect(entered.text).toContain('You have signed in');
    const reply = await signIn.redeemDevice(device['device_code']);
    expect(decodeJwt(reply.body.access_token)).toMatchObject({
      scp: 'Presence.Read.All',
      preferred_username: ACCOUNT,
      tid: stage.simulated.tenant.tenantId,
    });
    expect((await readAnna(reply)).body.value[0]).toMatchObject({ activity: 'Available' });
    const again = await signIn.redeemDevice(device['device_code']);
    expect(errorOf(again)).toEqual([400, 'bad_verification_code', 70018]);
  });

  test('may be asked for by the name that Microsoft’s own libraries still use', async () => {
    const { user_code: code = '', device_code: deviceCode = '' } = await signIn.beginDevice();
    await signIn.enterCode({ code, upn: ACCOUNT, act: 'sign-in' });
    const form = { grant_type: 'device_code', device_code: deviceCode };
    expect((await signIn.token(form)).status).toBe(200);
  });

  test('is told when the person declined, and when nobody came for 15 minutes', async () => {
    const declined = await signIn.beginDevice();
    await signIn.enterCode({ code: declined['user_code'] ?? '', act: 'cancel' });
    expect(errorOf(await signIn.redeemDevice(declined['device_code']))).toEqual([
      400,
      'authorization_declined',
      65004,
    ]);
    const late = await signIn.beginDevice();
    await stage.pass(901);
    expect(errorOf(await signIn.redeemDevice(late['device_code']))).toEqual([
      400,
      'expired_token',
      70020,
    ]);
    const fields = { code: late['user_code'] ?? '', upn: ACCOUNT };
    expect((await signIn.enterCode(fields)).status).toBe(400);
  });
});

describe('a presence account signs in by redirect (v2-oauth2-auth-code-flow)', () => {
  const verifier = 'a'.repeat(43);
  const challenge = { code_challenge: challengeOf(verifier), code_challenge_method: 'S256' };

  test('comes back with a code for its state, which only the verifier redeems, once', async () => {
    const path = signIn.authorizeUrl({ ...challenge, nonce: 'ours', login_hint: ACCOUNT });
    const page = await signIn.look(path);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(`value="${ACCOUNT}"`)]);
    const { location } = await signIn.fillIn(path, { upn: ACCOUNT, act: 'sign-in' });
    expect(location?.href.startsWith(`${REPLY_ADDRESS}?`)).toBe(true);
    expect(location?.searchParams.get('state')).toBe('ours & only ours');
    const code = location?.searchParams.get('code') ?? null;
    expect(errorOf(await signIn.redeemCode(code))).toEqual([400, 'invalid_grant', 501481]);
    const elsewhere = { code_verifier: verifier, redirect_uri: 'http://localhost/else' };
    expect(errorOf(await signIn.redeemCode(code, elsewhere))).toEqual([
      400,
      'invalid_grant',
      500112,
    ]);
    const reply = await signIn.redeemCode(code, { code_verifier: verifier });
    const idToken = (reply.body as unknown as { id_token: string }).id_token;
    expect(decodeJwt(idToken)).toMatchObject({ nonce: 'ours', preferred_username: ACCOUNT });
    expect((await readAnna(reply)).status).toBe(200);
    const twice = await signIn.redeemCode(code, { code_verifier: verifier });
    expect(errorOf(twice)).toEqual([400, 'invalid_grant', 54005]);
  });

  test('a code is good for ten minutes', async () => {
    const { location } = await signIn.fillIn(signIn.authorizeUrl(), { upn: ACCOUNT });
    await stage.pass(601);
    const reply = await signIn.redeemCode(location?.searchParams.get('code') ?? null);
    expect(errorOf(reply)).toEqual([400, 'invalid_grant', 70008]);
  });

  test('comes back with the error when the person cancels or the account is disabled', async () => {
    const path = signIn.authorizeUrl({ response_mode: 'fragment' });
    const cancelled = await signIn.fillIn(path, { act: 'cancel' });
    expect(cancelled.location?.hash).toContain('error=access_denied');
    await rule(ACCOUNT, { disabled: true });
    const disabled = await signIn.fillIn(signIn.authorizeUrl(), { upn: ACCOUNT });
    expect(disabled.location?.searchParams.get('error_description')).toContain('AADSTS50057');
    const silent = await signIn.look(signIn.authorizeUrl({ prompt: 'none' }));
    expect(silent.location?.searchParams.get('error')).toBe('login_required');
  });

  test('never sends anybody to an address that is not registered', async () => {
    const path = signIn.authorizeUrl({ redirect_uri: 'https://elsewhere.example/' });
    for (const reply of [await signIn.look(path), await signIn.fillIn(path, { upn: ACCOUNT })]) {
      expect([reply.status, reply.location]).toEqual([400, null]);
      expect(reply.text).toContain('AADSTS50011');
    }
  });

  test('a form may carry the code back, whatever the state holds', async () => {
    const path = signIn.authorizeUrl({ response_mode: 'form_post', state: '"><script>' });
    const { text } = await signIn.fillIn(path, { upn: ACCOUNT });
    expect(text).toContain('name="code"');
    expect(text).not.toContain('<script>');
  });
});

describe('a session goes on by refresh tokens', () => {
  test('AHB-33: each use gives a new one, and the old one goes on being good', async () => {
    const first = (await signIn.atDevice(ACCOUNT)).body.refresh_token;
    const second = (await signIn.refresh(first)).body.refresh_token;
    expect(second).not.toBe(first);
    expect((await signIn.refresh(first)).status).toBe(200);
    expect((await signIn.refresh(second)).status).toBe(200);
    expect(errorOf(await signIn.refresh('nonsense'))).toEqual([400, 'invalid_grant', 70008]);
  });

  test('90 days without use end it', async () => {
    const world = await readWorld('contoso', 1);
    const options = { world, productBaseUrl: '', seed: 1, startsAtMs: 0 };
    const tenant = await Tenant.create(options);
    const tokens = new RefreshTokens(tenant);
    const [account] = tenant.directory.serviceAccounts;
    if (account === undefined) throw new Error('There is no service account.');
    const grant = { account, tenantId: tenant.id, hasSecondFactor: false, session: 1, scope: '' };
    const token = tokens.issue(grant);
    tenant.clock.jumpTo(89 * DAY_MS);
    expect(tokens.redeem(token)).toMatchObject({ signedIn: { scope: '' } });
    tenant.clock.jumpTo(91 * DAY_MS);
    expect(tokens.redeem(token)).toMatchObject({ problem: { code: 700082 } });
    tenant.clock.close();
  });

  test('NIM-35, NIM-36: a second factor required by now ends a session without one', async () => {
    const { body } = await signIn.atDevice(ACCOUNT);
    await rule(ACCOUNT, { mfaRequired: true });
    const reply = await signIn.refresh(body.refresh_token);
    expect(errorOf(reply)).toEqual([400, 'invalid_grant', 50076]);
    expect(reply.body).toMatchObject({ suberror: 'basic_action' });
    expect(errorOf(await signIn.atDevice(ACCOUNT))).toEqual([400, 'invalid_grant', 50076]);
    expect((await signIn.atDevice(ACCOUNT, { secondFactor: 'on' })).status).toBe(200);
  });

  test('NIM-38: Conditional Access gives no token', async () => {
    const { body } = await signIn.atDevice(ACCOUNT);
    await rule(ACCOUNT, { conditionalAccess: true });
    const refused = await signIn.refresh(body.refresh_token);
    expect(errorOf(refused)).toEqual([400, 'invalid_grant', 53003]);
    await rule(ACCOUNT, { conditionalAccess: false });
    expect((await signIn.refresh(body.refresh_token)).status).toBe(200);
  });

  test('AHB-31: a missing consent is refused by its name', async () => {
    const { body } = await signIn.atDevice(ACCOUNT);
    await stage.control('PUT', 'consents', { 'Presence.Read.All': false });
    const refused = await signIn.refresh(body.refresh_token);
    expect(errorOf(refused)).toEqual([400, 'invalid_grant', 65001]);
    expect(refused.body.error_description).toContain('Presence.Read.All');
  });

  test('a revoked session ends at once, and a new one may begin', async () => {
    const reply = await signIn.atDevice(ACCOUNT);
    await rule(ACCOUNT, { revoked: true });
    const refused = await signIn.refresh(reply.body.refresh_token);
    expect(errorOf(refused)).toEqual([400, 'invalid_grant', 50173]);
    expect((await readAnna(reply)).status).toBe(401);
    expect((await readAnna(await signIn.atDevice(ACCOUNT))).status).toBe(200);
  });

  test('a disabled account is shut out at once', async () => {
    const reply = await signIn.atDevice(ACCOUNT);
    await rule(ACCOUNT, { disabled: true });
    expect(errorOf(await signIn.refresh(reply.body.refresh_token))).toEqual([
      400,
      'invalid_grant',
      50057,
    ]);
    expect((await readAnna(reply)).status).toBe(401);
  });
});

describe('an account at home in another tenant', () => {
  test('NIM-24: federated, it sees availability without its detail', async () => {
    const busy = { availability: 'Busy', activity: 'InACall' };
    await stage.control('PUT', `people/${ANNA}/presence`, busy);
    const reply = await signIn.atDevice(FEDERATED);
    expect(decodeJwt(reply.body.access_token)['tid']).not.toBe(stage.simulated.tenant.tenantId);
    const { body } = await readAnna(reply);
    expect(body.value[0]).toMatchObject({ availability: 'Busy', activity: 'Busy' });
  });

  test('NIM-24: federated, it is told of availability, and only when that changes', async () => {
    const subscriber = await Subscriber.open();
    const { body } = await signIn.atDevice(FEDERATED);
    const { now } = (await stage.control('GET', 'clock')).body;
    const expirationDateTime = new Date(Date.parse(now) + 600_000).toISOString();
    const ids = [await stage.idOf(ANNA)];
    await subscriber.subscribe(stage, body.access_token, ids, { expirationDateTime });
    for (const activity of ['Busy', 'InACall', 'InAConferenceCall']) {
      await stage.control('PUT', `people/${ANNA}/presence`, { availability: 'Busy', activity });
    }
    await stage.pass();
    expect(subscriber.told()).toEqual(['Busy/Busy']);
    await subscriber.close();
  });

  test('NIM-31, NIM-32: is nobody here until it is invited, then sees as a member', async () => {
    const { tenantId } = stage.simulated.tenant;
    const { body } = await signIn.atDevice(FEDERATED);
    const here = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
    expect(errorOf(await signIn.token(here, tenantId))).toEqual([400, 'invalid_grant', 50020]);
    await rule(FEDERATED, { invited: true });
    const busy = { availability: 'Busy', activity: 'InACall' };
    await stage.control('PUT', `people/${ANNA}/presence`, busy);
    const guest = await signIn.token(here, tenantId);
    expect(decodeJwt(guest.body.access_token)).toMatchObject({
      tid: tenantId,
      idp: expect.stringContaining('https://sts.windows.net/'),
    });
    expect((await readAnna(guest)).body.value[0]).toMatchObject({ activity: 'InACall' });
  });

  test('service accounts are shown beside the people, not among them', async () => {
    const { body } = await stage.control('GET', 'world');
    const { accounts } = body as unknown as { accounts: readonly Record<string, unknown>[] };
    expect(accounts.map(({ upn }) => upn)).toEqual([
      'presence.one@contoso.example',
      'presence.two@contoso.example',
      FEDERATED,
    ]);
    expect(body.people).toHaveLength(12);
  });
});
