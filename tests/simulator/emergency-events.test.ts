import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decrypted, Subscriber } from './subscriber.ts';
import { ANNA, BEN, TenantStage } from './tenant-stage.ts';
import type { Reply } from './tenant-stage.ts';

const HOUR = 3600;
const PERMISSION = 'CallEvents-Emergency.Read.All';

let stage: TenantStage;
let subscriber: Subscriber;
beforeAll(async () => {
  stage = await TenantStage.open();
  subscriber = await Subscriber.open();
});
beforeEach(async () => {
  await stage.reset();
  subscriber.reset();
});
afterAll(async () => {
  await stage.close();
  await subscriber.close();
});

const resourceOf = (policy: string): string =>
  `communications/calls/getEmergencyEventsByPolicy(policyName='${policy}')`;

async function inSeconds(seconds: number): Promise<string> {
  const { now } = (await stage.control('GET', 'clock')).body;
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}

async function subscribe(
  fields: Readonly<Record<string, unknown>> = {},
  asWhom?: string,
): Promise<Reply> {
  return subscriber.subscribe(stage, asWhom, [], {
    resource: resourceOf('EmergencyPolicy'),
    expirationDateTime: await inSeconds(24 * HOUR),
    ...fields,
  });
}

async function dials(upn = ANNA): Promise<string> {
  const reply = await stage.control('POST', `people/${upn}/calls`, { to: '144' });
  await stage.pass();
  return reply.body.id;
}

async function hangsUp(callId: string, upn = ANNA): Promise<void> {
  await stage.control('POST', `people/${upn}/calls/${callId}/hangup`);
  await stage.pass();
}

interface ToldEvent {
  readonly callEventType: string;
  readonly callerInfo: { readonly upn: string; readonly location: unknown };
}

/** The events that were told, decrypted, in the order they came. */
function events(): ToldEvent[] {
  return subscriber.items().map((item) => {
    const { emergencyCallEvent } = decrypted(item) as unknown as {
      readonly emergencyCallEvent: ToldEvent;
    };
    return emergencyCallEvent;
  });
}

const types = (): string[] => events().map(({ callEventType }) => callEventType);

describe('a subscription to emergency calls (changenotifications-for-emergencycalls)', () => {
  test('is created after the handshake, for a day at most, by the application alone', async () => {
    const { status, body } = await subscribe();
    expect(status).toBe(201);
    expect(subscriber.handshakes.sort()).toEqual(['/lifecycle', '/notifications']);
    expect(body).toMatchObject({
      resource: resourceOf('EmergencyPolicy'),
      changeType: 'updated',
      creatorId: stage.simulated.tenant.applicationId,
    });
    const listed = await stage.graph('GET', '/subscriptions');
    expect(listed.body.value.map(({ id }) => id)).toEqual([body.id]);
    const person = await stage.delegatedToken(ANNA);
    expect((await subscribe({}, person)).status).toBe(403);
    expect((await stage.graph('GET', `/subscriptions/${body.id}`, undefined, person)).status).toBe(
      404,
    );
  });

  test('is refused without the permission', async () => {
    await stage.control('PUT', 'consents', { [PERMISSION]: false });
    await stage.signIn();
    const { status, body } = await subscribe();
    expect([status, body.error.code]).toEqual([403, 'ExtensionError']);
  });

  test('exists once per policy; another policy may have one too', async () => {
    const first = await subscribe();
    const second = await subscribe({ resource: resourceOf('emergencypolicy') });
    expect([second.status, second.body.error.code]).toEqual([409, 'ExtensionError']);
    expect((await subscribe({ resource: resourceOf('Geneva') })).status).toBe(201);
    await stage.graph('DELETE', `/subscriptions/${first.body.id}`);
    expect((await subscribe()).status).toBe(201);
  });

  test('is refused when it is not rich, too long, or for another change', async () => {
    const wrong = [
      { includeResourceData: false },
      { expirationDateTime: await inSeconds(24 * HOUR + 60) },
      { changeType: 'created' },
      { encryptionCertificate: undefined },
    ];
    for (const fields of wrong) expect((await subscribe(fields)).status).toBe(400);
    expect(subscriber.handshakes).toEqual([]);
  });

  test('is renewed by PATCH for another day, and not for longer', async () => {
    const { id } = (await subscribe()).body;
    await stage.pass(HOUR / 2);
    const renew = async (seconds: number): Promise<number> => {
      const body = { expirationDateTime: await inSeconds(seconds) };
      return (await stage.graph('PATCH', `/subscriptions/${id}`, body)).status;
    };
    expect(await renew(24 * HOUR)).toBe(200);
    expect(await renew(24 * HOUR + 60)).toBe(400);
  });

  test('is told to reauthorize before its token ends, and goes on when it did', async () => {
    const { id } = (await subscribe()).body;
    await stage.pass(HOUR - 10 * 60);
    expect(subscriber.items('lifecycle')).toMatchObject([
      { subscriptionId: id, lifecycleEvent: 'reauthorizationRequired' },
    ]);
    await stage.signIn();
    expect((await stage.graph('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(200);
    await stage.pass(30 * 60);
    await dials();
    expect(types()).toEqual(['callStarted']);
  });
});

describe('the event of an emergency call', () => {
  test('tells beginning and end, who, where and what was dialled, encrypted', async () => {
    const { id } = (await subscribe()).body;
    await hangsUp(await dials());
    const [started] = subscriber.items();
    expect(started).toMatchObject({
      subscriptionId: id,
      clientState: 'only we know',
      changeType: 'updated',
      resource: resourceOf('EmergencyPolicy'),
      resourceData: { '@odata.type': '#microsoft.graph.emergencyCallEvent' },
    });
    expect(JSON.stringify(started)).not.toContain(ANNA);
    expect(types()).toEqual(['callStarted', 'callEnded']);
    expect(events()[0]).toMatchObject({
      policyName: 'EmergencyPolicy',
      emergencyNumberDialed: '144',
      callerInfo: {
        upn: ANNA,
        displayName: 'Anna Müller',
        phoneNumber: '+41440000411',
        tenantId: stage.simulated.tenant.tenantId,
        location: {
          address: { city: 'Zürich', countryOrRegion: 'CH', postalCode: '8000' },
          coordinates: { latitude: '47.3769', longitude: '8.5417' },
        },
      },
    });
  });

  test('is told for the policy in force only; without one for nobody', async () => {
    await subscribe();
    await stage.control('PUT', `people/${ANNA}/settings`, { emergencyPolicy: 'Geneva' });
    await stage.control('PUT', `people/${BEN}/settings`, { emergencyPolicy: null });
    await dials(ANNA);
    await dials(BEN);
    expect(types()).toEqual([]);
    const ids = subscriber.posts.length;
    await subscribe({ resource: resourceOf('Geneva') });
    await hangsUp((await stage.control('GET', 'world')).body.calls[0]?.id ?? '');
    expect([ids, types()]).toEqual([0, ['callEnded']]);
  });

  test('has no location where the client knows none', async () => {
    await subscribe();
    await stage.control('PUT', `people/${ANNA}/settings`, { locationKnown: false });
    await dials();
    expect(events()[0]?.callerInfo).toMatchObject({ upn: ANNA, location: null });
  });

  test('goes astray as every notification does: delayed, doubled, reordered, dropped', async () => {
    await subscribe();
    const plague = (notifications: Readonly<Record<string, unknown>>): Promise<Reply> =>
      stage.control('PUT', 'faults', { notifications });
    await plague({ delayMs: [5000, 5000], duplicateShare: 1 });
    const call = await dials();
    await stage.pass(4);
    expect(types()).toEqual([]);
    await stage.pass(2);
    expect(types()).toEqual(['callStarted', 'callStarted']);
    await plague({ dropShare: 1 });
    await hangsUp(call);
    await stage.control('PUT', 'faults', { subscriptions: { silent: true }, notifications: {} });
    await hangsUp(await dials(BEN), BEN);
    await stage.pass(60);
    expect(types()).toHaveLength(2);
    await stage.control('DELETE', 'faults');
    subscriber.reset();
    await plague({ delayMs: [0, 20_000], reorder: true });
    for (let n = 0; n < 4; n += 1) await hangsUp(await dials());
    await stage.pass(30);
    expect(types()).toHaveLength(8);
    const inOrder = Array.from({ length: 4 }, () => ['callStarted', 'callEnded']).flat();
    expect(types()).not.toEqual(inOrder);
  });

  test('is not told once the consent was withdrawn', async () => {
    await subscribe();
    await stage.control('PUT', 'consents', { [PERMISSION]: false });
    await dials();
    expect(types()).toEqual([]);
  });
});
