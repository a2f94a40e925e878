import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { EndpointHealth } from '../../src/simulator/subscriptions/endpoint-health.ts';
import { selfSigned } from './self-signed.ts';
import { certificate, decrypted, Subscriber } from './subscriber.ts';
import { ANNA, BEN, CARLA, TenantStage } from './tenant-stage.ts';

const SAM = 'sam.supervisor@contoso.example';
const MINUTE = 60;

let stage: TenantStage;
let subscriber: Subscriber;
let token: string;
let id: string;
beforeAll(async () => {
  stage = await TenantStage.open();
  subscriber = await Subscriber.open();
});
beforeEach(async () => {
  await stage.reset();
  subscriber.reset();
  token = await stage.delegatedToken(SAM);
  id = await subscribe();
});
afterAll(async () => {
  await stage.close();
  await subscriber.close();
});

/** Subscribes to Anna and Ben for as long as may be. */
async function subscribe(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { now } = (await stage.control('GET', 'clock')).body;
  const expirationDateTime = new Date(Date.parse(now) + 59 * MINUTE * 1000).toISOString();
  const ids = [await stage.idOf(ANNA), await stage.idOf(BEN)];
  return (await subscriber.subscribe(stage, token, ids, { expirationDateTime, ...fields })).body.id;
}

const show = (upn: string, availability: string, activity = availability): Promise<unknown> =>
  stage.control('PUT', `people/${upn}/presence`, { availability, activity });

describe('a rich notification (change-notifications-with-resource-data)', () => {
  test('NIM-27: tells availability and activity and nothing else, encrypted', async () => {
    await show(ANNA, 'Busy', 'InAConferenceCall');
    await stage.pass();
    const anna = await stage.idOf(ANNA);
    const [item] = subscriber.items();
    expect(item).toMatchObject({
      subscriptionId: id,
      clientState: 'only we know',
      changeType: 'updated',
      tenantId: stage.simulated.tenant.tenantId,
      resource: `communications/presences/${anna}`,
      resourceData: { id: anna, '@odata.type': '#microsoft.graph.presence' },
      encryptedContent: {
        encryptionCertificateId: 'first',
        encryptionCertificateThumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
      },
    });
    expect(item && decrypted(item)).toEqual({
      '@odata.id': `users/${anna}/presence`,
      '@odata.type': '#microsoft.graph.presence',
      id: anna,
      availability: 'Busy',
      activity: 'InAConferenceCall',
    });
  });

  test('carries a token of the publisher, signed with keys of the common authority', async () => {
    await show(ANNA, 'Busy');
    await stage.pass();
    const [validation = ''] = subscriber.posts[0]?.validationTokens ?? [];
    const keys = new URL(`${stage.simulated.url}/login/common/discovery/v2.0/keys`);
    const { tenantId, applicationId } = stage.simulated.tenant;
    const { payload } = await jwtVerify(validation, createRemoteJWKSet(keys), {
      issuer: `https://sts.windows.net/${tenantId}/`,
      audience: applicationId,
      currentDate: new Date((await stage.control('GET', 'clock')).body.now),
    });
    expect(payload).toMatchObject({
      appid: '0bf30f3b-4a52-48df-9a82-234910c4a086',
      tid: tenantId,
      ver: '1.0',
    });
  });

  test('comes together with others of the same moment, each under a key of its own', async () => {
    await show(ANNA, 'Busy');
    await show(BEN, 'Away');
    await show(CARLA, 'Away');
    await stage.pass();
    expect(subscriber.posts).toHaveLength(1);
    expect(subscriber.told()).toEqual(['Busy/Busy', 'Away/Away']);
    const keys = subscriber.items().map(({ encryptedContent }) => encryptedContent?.dataKey);
    expect(new Set(keys).size).toBe(2);
  });

  test('is encrypted for the new certificate as soon as an update gave one', async () => {
    const second = selfSigned();
    const patch = { encryptionCertificate: second.base64, encryptionCertificateId: 'second' };
    await stage.graph('PATCH', `/subscriptions/${id}`, patch, token);
    await show(ANNA, 'Busy');
    await stage.pass();
    const [item] = subscriber.items();
    expect(item?.encryptedContent?.encryptionCertificateId).toBe('second');
    expect(() => item && decrypted(item, certificate())).toThrow();
    expect(item && decrypted(item, second)['availability']).toBe('Busy');
  });

  test('a basic one tells only that something changed', async () => {
    await stage.graph('DELETE', `/subscriptions/${id}`, undefined, token);
    await subscribe({ includeResourceData: false });
    await show(ANNA, 'Busy');
    await stage.pass();
    expect(subscriber.items()).toMatchObject([{ resourceData: { id: await stage.idOf(ANNA) } }]);
    expect(subscriber.items()[0]?.encryptedContent).toBeUndefined();
    expect(subscriber.posts[0]?.validationTokens).toBeUndefined();
  });
});

describe('delivery (change-notifications-delivery-webhooks)', () => {
  test('what is not taken comes again with growing pauses; newer news goes ahead', async () => {
    const statuses = [503, 503];
    subscriber.handle = (_request, response) => {
      response.statusCode = statuses.shift() ?? 202;
      response.end();
      return true;
    };
    await show(ANNA, 'Busy');
    await stage.pass();
    await show(ANNA, 'Away');
    await stage.pass();
    await stage.pass(30);
    expect(subscriber.told()).toEqual(['Busy/Busy', 'Away/Away', 'Busy/Busy', 'Away/Away']);
    expect(subscriber.posts[2]?.value).toEqual(subscriber.posts[0]?.value);
  });

  test('for up to four hours, and not longer', async () => {
    await stage.control('PUT', 'clock', { rate: 0 });
    subscriber.handle = (_request, response) => {
      response.statusCode = 500;
      response.end();
      return true;
    };
    await show(ANNA, 'Busy');
    await stage.pass(3 * 3600 + 59 * MINUTE);
    const tried = subscriber.items().length;
    expect(tried).toBeGreaterThan(20);
    await stage.pass(30 * MINUTE);
    expect(subscriber.items().length - tried).toBeLessThan(2);
  });

  test('an answer after 3 s is none', async () => {
    const held: (() => void)[] = [];
    subscriber.handle = (_request, response) => {
      if (held.length > 0) return false;
      held.push(() => response.end());
      return true;
    };
    await show(ANNA, 'Busy');
    // The three seconds are real ones: a busy machine may need more looks until they are over.
    for (let look = 0; look < 20 && subscriber.posts.length < 2; look += 1) await stage.pass(6);
    held[0]?.();
    expect(subscriber.told()).toEqual(['Busy/Busy', 'Busy/Busy']);
  });

  test('an address that answers slowly is served late, a very slow one not at all', () => {
    const health = new EndpointHealth();
    health.answered(99, 20_000, 0);
    expect(health.state(0)).toBe('well');
    health.answered(801, 10, 0);
    expect(health.state(0)).toBe('slow');
    expect(health.state(10 * MINUTE * 1000)).toBe('well');
    health.answered(80, 10, 10 * MINUTE * 1000);
    health.answered(20, 10_000, 10 * MINUTE * 1000);
    expect(health.state(10 * MINUTE * 1000)).toBe('drop');
  });
});

describe('faults of notifications apply to subscriptions too', () => {
  const plague = (notifications: Readonly<Record<string, unknown>>): Promise<unknown> =>
    stage.control('PUT', 'faults', { notifications });

  test('dropped and duplicated', async () => {
    await plague({ dropShare: 1 });
    await show(ANNA, 'Busy');
    await stage.pass(10);
    expect(subscriber.posts).toEqual([]);
    await plague({ duplicateShare: 1 });
    await show(ANNA, 'Away');
    await stage.pass();
    expect(subscriber.told()).toEqual(['Away/Away', 'Away/Away']);
  });

  test('delayed by minutes, in their order', async () => {
    await plague({ delayMs: [60_000, 180_000] });
    for (const value of ['Busy', 'Away', 'Busy', 'Away']) {
      await show(ANNA, value);
      await stage.pass(1);
    }
    await stage.pass(50);
    expect(subscriber.posts).toEqual([]);
    await stage.pass(180);
    expect(subscriber.told()).toEqual(['Busy/Busy', 'Away/Away', 'Busy/Busy', 'Away/Away']);
  });

  test('reordered', async () => {
    await plague({ reorder: true, delayMs: [0, 30_000] });
    const values = ['Busy', 'Away', 'DoNotDisturb', 'BeRightBack', 'Busy', 'Away'];
    for (const value of values) await show(ANNA, value);
    await stage.pass(40);
    const wanted = values.map((value) => `${value}/${value}`);
    expect(subscriber.told()).not.toEqual(wanted);
    expect(subscriber.told().sort()).toEqual(wanted.sort());
  });

  test('the silent death of all: they read as alive and tell nothing', async () => {
    await stage.control('PUT', 'faults', { subscriptions: { silent: true } });
    await show(ANNA, 'Busy');
    await stage.pass(50 * MINUTE);
    expect(subscriber.posts).toEqual([]);
    const read = await stage.graph('GET', `/subscriptions/${id}`, undefined, token);
    expect(read.status).toBe(200);
  });

  test('the silent death of one: a new one speaks', async () => {
    await stage.control('PUT', `subscriptions/${id}`, { silent: true });
    await show(ANNA, 'Busy');
    await stage.pass();
    expect(subscriber.posts).toEqual([]);
    await stage.graph('DELETE', `/subscriptions/${id}`, undefined, token);
    await subscribe();
    await show(ANNA, 'Away');
    await stage.pass();
    expect(subscriber.told()).toEqual(['Away/Away']);
  });

  test('a withdrawn consent stops them; given anew, reauthorizing starts them again', async () => {
    await stage.control('PUT', 'consents', { 'Presence.Read.All': false });
    await show(ANNA, 'Busy');
    await stage.pass();
    expect(subscriber.items()).toEqual([]);
    expect(subscriber.items('lifecycle')).toMatchObject([
      { lifecycleEvent: 'reauthorizationRequired' },
    ]);
    const reauthorize = (): Promise<number> =>
      stage
        .graph('POST', `/subscriptions/${id}/reauthorize`, undefined, token)
        .then(({ status }) => status);
    expect(await reauthorize()).toBe(403);
    await stage.control('PUT', 'consents', { 'Presence.Read.All': true });
    await show(ANNA, 'Away');
    await stage.pass();
    expect(subscriber.items()).toEqual([]);
    expect(await reauthorize()).toBe(200);
    await show(ANNA, 'Busy');
    await stage.pass();
    expect(subscriber.told()).toEqual(['Busy/Busy']);
  });
});

describe('the tenant’s clock', () => {
  test('may be wrong by minutes: tokens, expiries, notifications and the Date header', async () => {
    const { now } = (await stage.control('GET', 'clock')).body;
    await stage.control('PUT', 'faults', { login: { clockSkewSeconds: 300 } });
    await stage.signIn();
    const reply = await stage.graph('GET', '/users?$top=1');
    const shownMs = Date.parse(reply.headers.get('date') ?? '') - Date.parse(now);
    expect(Math.round(shownMs / MINUTE / 1000)).toBe(5);
    const { iat = 0 } = decodeJwt((await stage.token({})).body.access_token);
    expect(Math.round((iat * 1000 - Date.parse(now)) / MINUTE / 1000)).toBe(5);
    await show(ANNA, 'Busy');
    await stage.pass();
    const [validation = ''] = subscriber.posts[0]?.validationTokens ?? [];
    expect(decodeJwt(validation).iat).toBeGreaterThanOrEqual(iat);
    await stage.graph('DELETE', `/subscriptions/${id}`, undefined, token);
    await stage.control('PUT', 'faults', { login: { clockSkewSeconds: -300 } });
    const late = new Date(Date.parse(now) + 59 * MINUTE * 1000).toISOString();
    token = await stage.delegatedToken(SAM);
    const refused = await subscriber.subscribe(stage, token, ['x'], { expirationDateTime: late });
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('60 minutes'),
    ]);
  });
});
