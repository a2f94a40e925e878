import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ANNA, BEN, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';
import { selfSigned } from './self-signed.ts';
import { certificate, Subscriber } from './subscriber.ts';

const SAM = 'sam.supervisor@contoso.example';
const HOUR_MS = 3_600_000;

let stage: TenantStage;
let subscriber: Subscriber;
let token: string;
beforeAll(async () => {
  stage = await TenantStage.open();
  subscriber = await Subscriber.open();
});
beforeEach(async () => {
  await stage.reset();
  subscriber.reset();
  token = await stage.delegatedToken(SAM);
});
afterAll(async () => {
  await stage.close();
  await subscriber.close();
});

/** An instant of the played world as a subscriber writes it. */
async function inMinutes(minutes: number): Promise<string> {
  const { now } = (await stage.control('GET', 'clock')).body;
  return new Date(Date.parse(now) + minutes * 60_000).toISOString();
}

async function subscribe(
  fields: Readonly<Record<string, unknown>> = {},
  asWhom = token,
): Promise<Reply> {
  const expirationDateTime = await inMinutes(59);
  const ids = [await stage.idOf(ANNA), await stage.idOf(BEN)];
  return subscriber.subscribe(stage, asWhom, ids, { expirationDateTime, ...fields });
}

const isAlive = async (id: string): Promise<boolean> =>
  (await stage.graph('GET', `/subscriptions/${id}`, undefined, token)).status === 200;

describe('a subscription to presence (changenotifications-for-presence)', () => {
  test('is created after both addresses sent their token back, and reads as asked', async () => {
    const { status, body } = await subscribe();
    expect(status).toBe(201);
    expect(subscriber.handshakes.sort()).toEqual(['/lifecycle', '/notifications']);
    expect(body).toMatchObject({
      changeType: 'updated',
      clientState: 'only we know',
      creatorId: await stage.idOf(SAM),
      encryptionCertificateId: 'first',
      includeResourceData: true,
      notificationUrl: `${subscriber.url}/notifications`,
    });
    const listed = await stage.graph('GET', '/subscriptions', undefined, token);
    expect(listed.body.value.map(({ id }) => id)).toEqual([body.id]);
    const { subscriptions } = (await stage.control('GET', 'world')).body;
    expect(subscriptions).toMatchObject([{ id: body.id, creator: SAM, state: 'delivering' }]);
  });

  test('NIM-34: is delegated only; application tokens are refused in Graph’s words', async () => {
    const { status, body } = await stage.graph('POST', '/subscriptions', {});
    expect([status, body.error.code]).toEqual([403, 'ExtensionError']);
    expect(body.error.message).toContain(
      'Reason: The request is not authorized for this user or application.',
    );
  });

  test('exists once per user and application; another user may have one too', async () => {
    const first = await subscribe();
    const second = await subscribe();
    expect([second.status, second.body.error.code]).toEqual([409, 'ExtensionError']);
    expect(second.body.error.message).toContain('Status Code: Conflict');
    expect((await subscribe({}, await stage.delegatedToken(BEN))).status).toBe(201);
    const gone = await stage.graph('DELETE', `/subscriptions/${first.body.id}`, undefined, token);
    expect(gone.status).toBe(204);
    expect((await subscribe()).status).toBe(201);
  });

  test('nobody reads or ends what another user subscribed to', async () => {
    const { id } = (await subscribe()).body;
    const ben = await stage.delegatedToken(BEN);
    expect((await stage.graph('GET', `/subscriptions/${id}`, undefined, ben)).status).toBe(404);
    expect((await stage.graph('DELETE', `/subscriptions/${id}`, undefined, ben)).status).toBe(404);
    expect(await isAlive(id)).toBe(true);
  });

  test('is refused with 400 when a field is missing or wrong', async () => {
    const weak = selfSigned(1024).base64;
    const wrong: Readonly<Record<string, unknown>>[] = [
      { changeType: 'created,updated' },
      { resource: '/users/x/messages' },
      { resource: '/communications/presences' },
      { notificationUrl: undefined },
      { notificationUrl: 'http://elsewhere.example/notifications' },
      { expirationDateTime: undefined },
      { expirationDateTime: await inMinutes(61) },
      { expirationDateTime: await inMinutes(-1) },
      { clientState: 'x'.repeat(129) },
      { encryptionCertificate: undefined },
      { encryptionCertificate: Buffer.from('no certificate').toString('base64') },
      { encryptionCertificate: weak },
      { encryptionCertificateId: undefined },
      { encryptionCertificateId: 'x'.repeat(129) },
    ];
    const answers: [number, string][] = [];
    for (const fields of wrong) {
      const { status, body } = await subscribe(fields);
      answers.push([status, body.error.code]);
    }
    expect(answers).toEqual(wrong.map(() => [400, 'ValidationError']));
    expect(subscriber.handshakes).toEqual([]);
  });

  test('names at most 650 people', async () => {
    const ids = Array.from({ length: 651 }, (_each, index) => `id-${index}`);
    const expirationDateTime = await inMinutes(10);
    const reply = await subscriber.subscribe(stage, token, ids, { expirationDateTime });
    expect(reply.status).toBe(400);
    const fewer = await subscriber.subscribe(stage, token, ids.slice(1), { expirationDateTime });
    expect(fewer.status).toBe(201);
  });

  test.each([
    ['an error', 403, 'text/plain', undefined, "HTTP status code is 'Forbidden'."],
    ['another text', 200, 'text/plain', 'no', 'Response must exactly match validationToken'],
    ['another type', 200, 'text/html', undefined, 'Response must exactly match validationToken'],
  ])('is not created when an address answers with %s', async (_how, status, type, text, words) => {
    subscriber.handle = (request, response) => {
      const url = new URL(request.url ?? '', subscriber.url);
      if (url.pathname !== '/lifecycle') return false;
      response.writeHead(status, { 'Content-Type': type });
      response.end(text ?? url.searchParams.get('validationToken'));
      return true;
    };
    const { status: answered, body } = await subscribe();
    expect([answered, body.error.code]).toEqual([400, 'ValidationError']);
    expect(body.error.message).toContain('Subscription validation request failed.');
    expect(body.error.message).toContain(words);
  });
});

describe('the life of a subscription', () => {
  test('PATCH renews it, moves it after a handshake and gives it another certificate', async () => {
    const { id } = (await subscribe()).body;
    await stage.pass(50 * 60);
    subscriber.handshakes.length = 0;
    const expirationDateTime = await inMinutes(50);
    const patch = {
      expirationDateTime,
      notificationUrl: `${subscriber.url}/moved`,
      encryptionCertificate: certificate().base64,
      encryptionCertificateId: 'second',
    };
    const renewed = await stage.graph('PATCH', `/subscriptions/${id}`, patch, token);
    expect(renewed.status).toBe(200);
    expect(Date.parse(renewed.body.expirationDateTime)).toBe(Date.parse(expirationDateTime));
    expect(renewed.body).toMatchObject({ encryptionCertificateId: 'second' });
    expect(subscriber.handshakes).toEqual(['/moved']);
    const none = await stage.graph('PATCH', `/subscriptions/${id}`, {}, token);
    expect([none.status, none.body.error.message]).toEqual([
      400,
      expect.stringContaining("either the 'expirationDateTime' or 'notificationUrl'"),
    ]);
  });

  test('a fault refuses renewals, as Microsoft once said of presence', async () => {
    const { id } = (await subscribe()).body;
    await stage.control('PUT', 'faults', { subscriptions: { refuseRenewal: true } });
    const patch = { expirationDateTime: await inMinutes(50) };
    expect((await stage.graph('PATCH', `/subscriptions/${id}`, patch, token)).status).toBe(400);
  });

  test('expiry removes it without a word', async () => {
    const { id } = (await subscribe({ expirationDateTime: await inMinutes(30) })).body;
    await stage.pass(31 * 60);
    expect(await isAlive(id)).toBe(false);
    expect(subscriber.items('lifecycle').map(({ lifecycleEvent }) => lifecycleEvent)).toEqual([
      'reauthorizationRequired',
    ]);
  });

  test('reauthorizationRequired is told 15 minutes before the end', async () => {
    const { id } = (await subscribe({ expirationDateTime: await inMinutes(40) })).body;
    await stage.pass(24 * 60);
    expect(subscriber.items('lifecycle')).toEqual([]);
    await stage.pass(2 * 60);
    expect(subscriber.items('lifecycle')).toMatchObject([
      {
        subscriptionId: id,
        lifecycleEvent: 'reauthorizationRequired',
        clientState: 'only we know',
        tenantId: stage.simulated.tenant.tenantId,
      },
    ]);
  });

  test('reauthorizing keeps the flow going but not the subscription', async () => {
    await stage.pass(40 * 60);
    const { id } = (await subscribe()).body;
    const anna = await stage.idOf(ANNA);
    await stage.pass(35 * 60);
    const busy = { availability: 'Busy', activity: 'Busy' };
    await stage.control('PUT', `people/${ANNA}/presence`, busy);
    await stage.pass();
    expect(subscriber.told()).toEqual([]);
    token = await stage.delegatedToken(SAM);
    const reply = await stage.graph('POST', `/subscriptions/${id}/reauthorize`, undefined, token);
    expect(reply.status).toBe(200);
    await stage.control('DELETE', `people/${ANNA}/presence`);
    await stage.pass();
    expect(subscriber.told()).toEqual(['Available/Available']);
    expect(subscriber.items()[0]?.resourceData.id).toBe(anna);
    await stage.pass(HOUR_MS / 1000);
    expect(await isAlive(id)).toBe(false);
  });

  test.each(['disabled', 'revoked'])('%s, its account loses it and is told', async (rule) => {
    const { id } = (await subscribe()).body;
    await stage.control('PUT', `people/${SAM}/sign-in`, { [rule]: true });
    await stage.pass();
    expect((await stage.control('GET', 'world')).body.subscriptions).toEqual([]);
    expect(subscriber.items('lifecycle')).toMatchObject([
      { subscriptionId: id, lifecycleEvent: 'subscriptionRemoved' },
    ]);
  });

  test('the platform may remove it and says so', async () => {
    const { id } = (await subscribe()).body;
    await stage.control('DELETE', `subscriptions/${id}`);
    await stage.pass();
    expect(await isAlive(id)).toBe(false);
    expect(subscriber.items('lifecycle')).toMatchObject([
      { subscriptionId: id, lifecycleEvent: 'subscriptionRemoved' },
    ]);
  });
});
