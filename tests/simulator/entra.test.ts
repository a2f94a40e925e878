import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { ANNA, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

let stage: TenantStage;
beforeAll(async () => {
  stage = await TenantStage.open();
});
beforeEach(() => stage.reset());
afterAll(() => stage.close());

async function tabToken(upn: string): Promise<string> {
  const response = await fetch(`${stage.simulated.url}/page/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ upn }),
  });
  return ((await response.json()) as { token: string }).token;
}

function onBehalfOf(assertion: string, scope: string): Promise<Reply> {
  return stage.token({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion,
    scope,
  });
}

describe('the application signs in', () => {
  test('its token carries every consented permission, signed with the published key', async () => {
    const { tenantId, applicationId } = stage.simulated.tenant;
    const { body } = await stage.token({});
    const metadata = (await stage.get(`/login/${tenantId}/v2.0/.well-known/openid-configuration`))
      .body;
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
    const { payload } = await jwtVerify(body.access_token, keys, {
      issuer: metadata.issuer,
      audience: 'https://graph.microsoft.com',
    });
    expect(payload).toMatchObject({ tid: tenantId, azp: applicationId, ver: '2.0' });
    expect(payload['roles']).toContain('Calls.InitiateGroupCall.All');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  });

  test('wrong secrets, applications, tenants, grants, resources are refused by codes', async () => {
    const refusals = [
      await stage.token({ client_secret: 'wrong' }),
      await stage.token({ client_id: 'dc5d9672-7bb8-4b4d-a234-574557e0c5dd' }),
      await stage.token({ grant_type: 'password' }),
      await stage.token({ scope: 'https://elsewhere.example/.default' }),
      await stage.get('/login/9b1e9f5c-0000-4000-8000-000000000000/discovery/v2.0/keys'),
    ];
    expect(refusals.map(({ status, body }) => [status, body.error, body.error_codes[0]])).toEqual([
      [401, 'invalid_client', 7000215],
      [400, 'unauthorized_client', 700016],
      [400, 'unsupported_grant_type', 70003],
      [400, 'invalid_resource', 500011],
      [400, 'invalid_request', 90002],
    ]);
    expect(refusals[0]?.body.error_description).toMatch(/^AADSTS7000215: .*Trace ID/);
  });

  test('the token for the bot has the connector as its audience', async () => {
    const { body } = await stage.token({ scope: 'https://api.botframework.com/.default' });
    expect(decodeJwt(body.access_token).aud).toBe('https://api.botframework.com');
  });

  test('nobody can while the login is down', async () => {
    await stage.control('PUT', 'faults', { login: { down: true } });
    expect((await stage.token({})).status).toBe(503);
    await stage.control('DELETE', 'faults');
    expect((await stage.token({})).status).toBe(200);
  });
});

describe('the tab signs in', () => {
  test('with a token about the person, for the application, by the mirrored issuer', async () => {
    const { tenantId, applicationId } = stage.simulated.tenant;
    expect(decodeJwt(await tabToken(ANNA))).toMatchObject({
      iss: `${stage.simulated.url}/login/${tenantId}/v2.0`,
      aud: applicationId,
      scp: 'access_as_user',
      ver: '2.0',
      oid: await stage.idOf(ANNA),
      tid: tenantId,
      preferred_username: ANNA,
      name: 'Anna Müller',
    });
  });

  test('and only administrators and supervisors have a role', async () => {
    const roles = await Promise.all(
      ['admin@contoso.example', 'sam.supervisor@contoso.example', ANNA].map(
        async (upn) => decodeJwt(await tabToken(upn))['roles'],
      ),
    );
    expect(roles).toEqual([['Administrator'], ['Supervisor'], undefined]);
  });

  test('on behalf of the person, and again by the refresh token, again and again', async () => {
    const scope = 'https://graph.microsoft.com/User.Read offline_access openid';
    const first = (await onBehalfOf(await tabToken(ANNA), scope)).body;
    const me = await stage.graph('GET', '/me', undefined, first.access_token);
    expect(me.body.userPrincipalName).toBe(ANNA);
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token, scope };
    expect((await stage.token(refresh)).status).toBe(200);
    expect((await stage.token(refresh)).status).toBe(200);
  });

  test('a missing consent and a worn or false assertion are told apart', async () => {
    const assertion = await tabToken(ANNA);
    await stage.control('PUT', 'consents', { 'Presence.Read': false });
    const scope = 'https://graph.microsoft.com/Presence.Read';
    expect((await onBehalfOf(assertion, scope)).body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
    expect((await onBehalfOf(`${assertion}x`, scope)).body.error_codes).toEqual([50013]);
    await stage.pass(3700);
    expect((await onBehalfOf(assertion, scope)).body.error_codes).toEqual([500133]);
  });
});

describe('Graph looks at the token', () => {
  test('none, a false and an expired one are 401', async () => {
    expect((await stage.graph('GET', '/users', undefined, '')).status).toBe(401);
    expect((await stage.graph('GET', '/users', undefined, 'a.b.c')).status).toBe(401);
    expect((await stage.graph('GET', '/users', undefined, await tabToken(ANNA))).status).toBe(401);
    await stage.pass(3700);
    const expired = await stage.graph('GET', '/users');
    expect([expired.status, expired.body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    await stage.signIn();
    expect((await stage.graph('GET', '/users')).status).toBe(200);
  });

  test('a withdrawn consent is 403 at once; given anew it counts from the next token', async () => {
    const id = await stage.idOf(ANNA);
    const read = async (): Promise<number> =>
      (await stage.graph('GET', `/users/${id}/presence`)).status;
    const withdrawn = { 'Presence.Read.All': false, 'Presence.ReadWrite.All': false };
    await stage.control('PUT', 'consents', withdrawn);
    expect(await read()).toBe(403);
    await stage.signIn();
    await stage.control('PUT', 'consents', { 'Presence.Read.All': true });
    expect(await read()).toBe(403);
    await stage.signIn();
    expect(await read()).toBe(200);
  });

  test('calls without their consent are refused by 7504, the caller stays encrypted', async () => {
    const calls = ['AccessMedia', 'Initiate', 'InitiateGroupCall', 'JoinGroupCall'];
    const withdrawn = Object.fromEntries(calls.map((name) => [`Calls.${name}.All`, false]));
    await stage.control('PUT', 'consents', withdrawn);
    const id = await stage.dial();
    const identity = stage.received.at(-1)?.data.source.identity;
    expect([identity?.phone, typeof identity?.encrypted?.id]).toEqual([undefined, 'string']);
    const reply = await stage.answer(id);
    expect([reply.status, reply.body.error.code]).toEqual([403, '7504']);
  });

  test('a permission that nobody knows cannot be withdrawn', async () => {
    const reply = await stage.control('PUT', 'consents', { 'Everything.All': false });
    expect(reply.status).toBe(400);
  });
});
