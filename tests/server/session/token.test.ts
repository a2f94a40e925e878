import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { APP_ID, TENANT_ID } from '../stage/signIn.ts';
import { type Answer, Stage, START_MS } from '../stage/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

async function meWith(token: string | null): Promise<Answer> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  return stage.send('/api/v1/me', { headers });
}

async function meWithClaims(claims: Record<string, unknown>): Promise<Answer> {
  return meWith(await stage.token('anna.agent', claims));
}

describe('a request to the API', () => {
  test('tells who is signed in', async () => {
    const { status, body } = await meWithClaims({});
    expect(status).toBe(200);
    expect(body).toEqual({
      id: stage.personId('anna.agent'),
      name: 'Anna Müller',
      userPrincipalName: 'anna.agent@contoso.example',
      roles: ['agent'],
    });
  });

  test.each([
    ['an API of this app by its id URI', { aud: `api://127.0.0.1:3978/botid-${APP_ID}` }],
    ['a clock that is five minutes behind ours', { exp: START_MS / 1000 - 299 }],
    ['a clock that is five minutes ahead of ours', { nbf: START_MS / 1000 + 299 }],
  ])('is let in with %s', async (_, claims) => {
    expect((await meWithClaims(claims)).status).toBe(200);
  });

  test.each([
    ['that has expired', { exp: START_MS / 1000 - 301 }],
    ['for another API', { aud: '00000003-0000-0000-c000-000000000000' }],
    ['for an app of the same id at another host', { aud: `api://evil.example/botid-${APP_ID}` }],
    ['of another issuer', { iss: 'https://evil.example/v2.0' }],
    ['of version 1.0', { ver: '1.0' }],
    ['of no person', { oid: undefined }],
    ['that does not say its tenant', { tid: undefined }],
  ])('is refused with 401 for a token %s', async (_, claims) => {
    const { status, headers, body } = await meWithClaims(claims);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Bearer');
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 401, title: 'Sign-in needed' });
  });

  test('is refused with 401 without a token, or with one that is none', async () => {
    expect((await meWith(null)).status).toBe(401);
    expect((await meWith('not-a-token')).status).toBe(401);
  });

  test('is refused with 401 for a token that another key signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const claims = { oid: 'x', tid: TENANT_ID };
    expect((await meWith(await stage.parts.signIn.token(claims, privateKey))).status).toBe(401);
  });

  test('is refused with 401 for a token that nobody signed', async () => {
    const [, payload] = (await stage.token('admin')).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect((await meWith(`${header}.${payload}.`)).status).toBe(401);
  });

  test('is refused with 403 for somebody of another tenant', async () => {
    const { status, body } = await meWithClaims({ tid: '11111111-1111-4111-8111-111111111111' });
    expect(status).toBe(403);
    expect(body).toMatchObject({ rule: expect.stringContaining('tenant') });
  });

  test('is refused with 403 for a token without our scope', async () => {
    expect((await meWithClaims({ scp: 'User.Read' })).status).toBe(403);
  });

  test('changes nothing when it is refused', async () => {
    const before = stage.parts.runtime.health().seq;
    const duty = { method: 'PUT', body: { onDuty: false } };
    const { status } = await stage.send('/api/v1/my-work/duty', {
      ...duty,
      headers: { authorization: `Bearer ${await stage.token('anna.agent', { exp: 1 })}` },
    });
    expect(status).toBe(401);
    expect(stage.parts.runtime.health().seq).toBe(before);
  });
});

describe('roles', () => {
  test('come from the configuration and from the app roles of the token', async () => {
    const rolesOf = async (name: Parameters<Stage['token']>[0], roles: string[]) =>
      ((await meWith(await stage.token(name, { roles }))).body as { roles: string[] }).roles;
    expect(await rolesOf('ursula.user', [])).toEqual([]);
    expect(await rolesOf('ursula.user', ['Administrator'])).toEqual(['administrator']);
    expect(await rolesOf('sam.supervisor', ['Unheard.Of'])).toEqual(['supervisor']);
    expect(await rolesOf('admin', [])).toEqual(['administrator']);
    expect((await rolesOf('anna.agent', ['Supervisor'])).toSorted()).toEqual([
      'agent',
      'supervisor',
    ]);
  });
});

describe('while the keys of Microsoft Entra cannot be had', () => {
  test('a token that cannot be checked is answered 503, never let in', async () => {
    const other = await Stage.openEmpty();
    other.parts.signIn.breakDown();
    const { status, body } = await other.ask('admin', '/api/v1/me');
    expect(status).toBe(503);
    expect(body).toMatchObject({ title: 'The sign-in cannot be checked' });
    await other.close();
  });
});
