import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EffectOutcome } from '@rufwerk/engine/core';
import { generateKeyPair } from 'jose';
import { createCallingWebhook } from '../../../../src/engine/graph/index.ts';
import { appId, tenantId } from './platformDouble.ts';
import { arriving, WebhookStage } from './webhookStage.ts';

describe('the calling webhook looks at the token first', () => {
  let stage: WebhookStage;

  beforeEach(async () => {
    stage = await WebhookStage.open();
  });
  afterEach(() => stage.close());

  const news = arriving({ phone: { id: '+41790000001' } });

  test.each(['https://api.botframework.com', 'https://graph.microsoft.com'])(
    'and trusts the issuer %s',
    async (iss) => {
      expect(await stage.post(news, await stage.platform.authorization({ iss }))).toBe(202);
      expect(stage.sink.submitted).toHaveLength(1);
    },
  );

  const anHourAgo = (): number => Math.floor(stage.clock.now() / 1000) - 3_600;
  test.each<[string, number, () => Promise<string | null>]>([
    ['none', 401, () => Promise.resolve(null)],
    ['not a bearer token', 401, () => Promise.resolve('Basic abc')],
    ['no token at all', 401, () => Promise.resolve('Bearer abc.def.ghi')],
    ['one that has expired', 401, () => stage.platform.authorization({ exp: anHourAgo() })],
    ['one that never expires', 401, () => stage.platform.authorization({ exp: undefined })],
    ['one for later', 401, () => stage.platform.authorization({ nbf: anHourAgo() + 7_200 })],
    ['one for another application', 403, () => stage.platform.authorization({ aud: 'other' })],
    [
      'one of another issuer',
      403,
      () => stage.platform.authorization({ iss: 'https://evil.example' }),
    ],
    ['one of another tenant', 403, () => stage.platform.authorization({ tid: 'other' })],
    ['one without a tenant', 403, () => stage.platform.authorization({ tid: undefined })],
    [
      'one that somebody else signed',
      401,
      async () => stage.platform.authorization({}, (await generateKeyPair('RS256')).privateKey),
    ],
  ])('%s: %i, and nothing changes', async (_what, status, authorization) => {
    expect(await stage.post(news, await authorization())).toBe(status);
    expect(stage.sink.submitted).toEqual([]);
  });

  test('an unsigned token is refused', async () => {
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: 'https://api.botframework.com', aud: appId, tid: tenantId, exp: 9e9 };
    const token = `${part({ alg: 'none' })}.${part(claims)}.`;
    expect(await stage.post(news, `Bearer ${token}`)).toBe(401);
    expect(stage.sink.submitted).toEqual([]);
  });

  test('a token counts by the tenant’s clock', async () => {
    const authorization = await stage.platform.authorization();
    await stage.clock.advance(2 * 3_600_000);
    expect(await stage.post(news, authorization)).toBe(401);
  });

  test('keys out of reach are 503, and are looked for again', async () => {
    stage.platform.http.script({ status: 500 });
    expect(await stage.post(news)).toBe(503);
    expect(await stage.post(news)).toBe(202);
    expect(stage.sink.submitted).toHaveLength(1);
  });

  test('the keys are fetched once, not for every notification', async () => {
    for (let posts = 0; posts < 5; posts += 1) await stage.post(news);
    expect(stage.platform.http.received.map(({ path }) => path)).toEqual(['/openid', '/keys']);
  });

  test('an http OpenID address elsewhere than on loopback is refused by name', () => {
    const openIdUrl = 'http://login.botframework.example/openid';
    const { sink, people, clock, log } = stage;
    const hangUp = (): Promise<EffectOutcome> => Promise.resolve({ kind: 'done' });
    const isCallbackAccount = () => Promise.resolve(false);
    const answering = { sink, people, isCallbackAccount, hangUp };
    expect(() =>
      createCallingWebhook({ ...answering, appId, tenantId, clock, log, openIdUrl }),
    ).toThrow(/CALLING_OPENID_URL/);
  });
});
