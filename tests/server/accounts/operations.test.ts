import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EntraDouble } from '../../engine/graph/accounts/entraDouble.ts';
import { Stage } from '../stage/stage.ts';

const PATH = '/api/v1/presence-accounts';

let entra: EntraDouble;
let stage: Stage;
beforeAll(async () => {
  entra = await EntraDouble.open();
});
beforeEach(async () => {
  entra.refused = null;
  entra.codeRefused = null;
  entra.isSignedIn = true;
  entra.isDown = false;
  stage = await Stage.open({ accountsLoginUrl: entra.loginUrl });
});
afterEach(() => stage.close());
afterAll(() => entra.close());

const start = (way: string, more: object = {}) =>
  stage.ask('admin', `${PATH}/sign-ins`, { method: 'POST', body: { way, ...more } });

/** What becomes of a sign-in. */
async function over(id: string): Promise<unknown> {
  for (;;) {
    const { body } = await stage.ask('admin', `${PATH}/sign-ins/${id}`);
    if ((body as { state: string }).state !== 'waiting') return body;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('presence accounts', () => {
  test('AHB-30, AHB-33, AHB-60: are signed in by a code, listed without any token, and deleted', async () => {
    entra.isSignedIn = false;
    const { status, body } = await start('device-code');
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'waiting', userCode: 'ABCD-EFGH', problem: null });
    entra.isSignedIn = true;
    const { id } = body as { id: string };
    expect(await over(id)).toMatchObject({ state: 'signed-in' });
    const listed = await stage.ask('admin', PATH);
    expect(listed.body).toMatchObject({
      accounts: [
        {
          userPrincipalName: 'presence.one@contoso.example',
          seesActivity: true,
          problem: null,
          subscription: { state: 'resting', newsState: 'offline', people: 0, lastError: null },
        },
      ],
    });
    expect(listed.text).not.toMatch(/refresh-|access-/);
    const [account] = (listed.body as { accounts: { id: string }[] }).accounts;
    const one = `${PATH}/${account?.id ?? ''}`;
    expect((await stage.ask('admin', one, { method: 'DELETE' })).status).toBe(204);
    expect((await stage.ask('admin', one, { method: 'DELETE' })).status).toBe(404);
    expect((await stage.ask('admin', PATH)).body).toEqual({ accounts: [] });
  });

  test('are signed in by redirect: the browser brings a secret back, once', async () => {
    const { body } = await start('redirect');
    const { address, id } = body as { address: string; id: string };
    const query = new URLSearchParams(entra.browse(address));
    const back = `/api/presence-accounts/redirect?${query.toString()}`;
    const page = await stage.send(back);
    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(page.text).toContain('You can close this window.');
    expect(await over(id)).toMatchObject({ state: 'signed-in' });
    const again = await stage.send(back, { headers: { 'accept-language': 'de-CH' } });
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('niemand mehr')]);
  });

  test('what Entra writes into the address is no part of the page', async () => {
    const { body } = await start('redirect');
    const { state } = entra.browse((body as { address: string }).address);
    const error = '<script>alert(1)</script>';
    const query = new URLSearchParams({ state: state ?? '', error, error_description: error });
    const page = await stage.send(`/api/presence-accounts/redirect?${query.toString()}`);
    expect(page.status).toBe(403);
    expect(page.text).not.toContain('<script>');
  });

  test('NIM-35: a second factor is told with field, rule and mend', async () => {
    entra.refused = { error: 'invalid_grant', codes: [50076] };
    const { body } = await start('device-code');
    expect(await over((body as { id: string }).id)).toMatchObject({
      state: 'refused',
      problem: { kind: 'second-factor', field: 'multi-factor authentication' },
    });
  });

  test.each([90002, 900023])(
    'AHB-31: a directory that does not exist (AADSTS%i) is told with field, rule and mend',
    async (code) => {
      entra.codeRefused = { error: 'invalid_request', codes: [code] };
      const tenantId = '99999999-7c1b-4b8e-9f3a-2c4d6e8f0a1b';
      const { status, body } = await start('device-code', { tenantId });
      expect(status).toBe(422);
      expect(body).toMatchObject({
        problems: [
          {
            field: 'tenantId',
            rule: 'Microsoft Entra knows no directory by that id.',
            mend: expect.stringContaining('MICROSOFT_TENANT_ID'),
          },
        ],
      });
    },
  );

  test('NIM-35, AHB-31: what keeps an account out is told in German, too', async () => {
    const headers = { 'accept-language': 'de-CH' };
    entra.refused = { error: 'invalid_grant', codes: [53003] };
    const { body } = await start('device-code');
    const { id } = body as { id: string };
    await over(id);
    const told = await stage.ask('admin', `${PATH}/sign-ins/${id}`, { headers });
    expect(told.body).toMatchObject({
      problem: {
        field: 'Bedingter Zugriff',
        rule: expect.stringContaining('sperrt das Konto aus'),
        mend: expect.stringContaining('Benannte Standorte'),
      },
    });

    entra.codeRefused = { error: 'invalid_request', codes: [90002] };
    const sent = { method: 'POST', body: { way: 'device-code' }, headers };
    expect((await stage.ask('admin', `${PATH}/sign-ins`, sent)).body).toMatchObject({
      title: 'Das Konto lässt sich nicht anmelden',
      problems: [{ rule: 'Microsoft Entra kennt kein Verzeichnis mit dieser Id.' }],
    });
  });

  test('an Entra that is down is told as a problem that passes', async () => {
    entra.isDown = true;
    const answer = await start('device-code');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('are nobody’s but administrators’', async () => {
    for (const name of ['sam.supervisor', 'anna.agent'] as const) {
      expect((await stage.ask(name, PATH)).status).toBe(403);
      const body = { way: 'redirect' };
      expect((await stage.ask(name, `${PATH}/sign-ins`, { method: 'POST', body })).status).toBe(
        403,
      );
      expect((await stage.ask(name, `${PATH}/sign-ins/x`)).status).toBe(403);
      expect((await stage.ask(name, `${PATH}/x`, { method: 'DELETE' })).status).toBe(403);
    }
    expect((await stage.send(PATH)).status).toBe(401);
  });

  test('are signed in by the two ways only', async () => {
    expect((await start('password')).status).toBe(400);
    expect((await start('redirect', { tenantId: 'common' })).status).toBe(400);
    expect((await stage.ask('admin', `${PATH}/sign-ins/unknown`)).status).toBe(404);
  });
});
