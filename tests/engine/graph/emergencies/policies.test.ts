import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SecretsDouble } from '../accounts/secretsDouble.ts';
import { PolicyStage } from './policyStage.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let stage: PolicyStage;
beforeEach(async () => {
  stage = await PolicyStage.open();
});
afterEach(() => stage.close());

const resourceOf = (policyName: string): string =>
  `communications/calls/getEmergencyEventsByPolicy(policyName='${policyName}')`;
const resources = (): string[] => stage.graph.subscriptions.map(({ resource }) => resource);

describe('a subscription to emergency calls', () => {
  test('DEC-8: is made for each policy, rich, for a day at most', async () => {
    stage.policies = ['Headquarters', "Children's house"];
    await stage.live();
    expect(resources().sort()).toEqual(
      [resourceOf("Children''s house"), resourceOf('Headquarters')].sort(),
    );
    const [made] = stage.graph.http.received.filter(({ method }) => method === 'POST');
    expect(made?.body).toMatchObject({
      changeType: 'updated',
      includeResourceData: true,
      encryptionCertificateId: 'first-key',
      notificationUrl: 'https://contact.example/api/notifications',
      lifecycleNotificationUrl: 'https://contact.example/api/lifecycle',
    });
    const { expiresAt, madeAt } = stage.health() ?? {};
    expect((expiresAt ?? 0) - (madeAt ?? 0)).toBe(24 * HOUR_MS - 10 * MINUTE_MS);
    expect(stage.health()).toMatchObject({ lastError: null, lastEventAt: null });
  });

  test('is renewed before half of its day is over, again and again', async () => {
    await stage.live();
    const { id } = stage.graph.only;
    for (let renewals = 1; renewals <= 4; renewals += 1) {
      await stage.until('renewed', () => stage.graph.count('PATCH') >= renewals, HOUR_MS / 2);
      await stage.quiet();
      const leftMs = (stage.health()?.expiresAt ?? 0) - stage.clock.now();
      expect(leftMs).toBeGreaterThan(11 * HOUR_MS);
    }
    expect(stage.graph.only.id).toBe(id);
    expect(stage.graph.count('POST')).toBe(1);
  });

  test('of which Graph gives little is not renewed without a pause', async () => {
    stage.graph.expiresAtMost = new Date(stage.clock.now() + 2 * MINUTE_MS).toISOString();
    await stage.live();
    await stage.clock.advance(MINUTE_MS);
    await stage.quiet();
    expect(stage.graph.count('PATCH')).toBeLessThanOrEqual(2);
  });

  test('that Graph has lost is missed within a minute and made anew', async () => {
    await stage.live();
    stage.graph.lose();
    await stage.until('made anew', () => stage.graph.subscriptions.length === 1, 10_000);
    expect(stage.clock.now()).toBeLessThan(Date.UTC(2026, 10, 23, 9, 3));
  });

  test.each([true, false])('that is not renewed is replaced (one only: %p)', async (isOneOnly) => {
    await stage.live();
    const { id } = stage.graph.only;
    stage.graph.renews = false;
    stage.graph.allowsOneOnly = isOneOnly;
    await stage.until(
      'replaced',
      () => stage.graph.subscriptions.some((each) => each.id !== id),
      HOUR_MS / 2,
    );
    await stage.quiet();
    expect(stage.graph.only.id).not.toBe(id);
    // What the old one told last is still believed.
    expect(stage.keeper.candidates(id)).toHaveLength(1);
  });

  test('is taken over after a restart', async () => {
    await stage.live();
    const { id, clientState } = stage.graph.only;
    await stage.start();
    expect(stage.keeper.candidates(id)).toMatchObject([{ clientState, tenantIds: ['contoso'] }]);
    await stage.until('live', () => stage.health()?.state === 'live');
    await stage.quiet();
    expect(stage.graph.count('POST')).toBe(1);
  });

  test('of ours whose secret is lost is deleted, and another one made', async () => {
    await stage.live();
    const { id } = stage.graph.only;
    stage.secrets = new SecretsDouble();
    await stage.live();
    expect(stage.graph.only.id).not.toBe(id);
  });

  test('uses a new certificate as soon as there is one', async () => {
    await stage.live();
    const { certificateId } = stage.graph.only;
    await stage.keys.rollOver();
    await stage.until(
      'replaced',
      () => stage.graph.subscriptions[0]?.certificateId !== certificateId,
      10_000,
    );
    await stage.keys.forgetUnused();
    expect(stage.keys.holds(stage.graph.only.certificateId)).toBe(true);
  });
});

describe('trouble', () => {
  test('of another installation (409): its subscription stays, and health says so', async () => {
    await stage.live();
    const { id } = stage.graph.only;
    stage.secrets = new SecretsDouble();
    stage.publicUrl = 'https://another.example';
    await stage.start();
    await stage.until('told', () => stage.health()?.lastError !== null);
    expect(stage.health()).toMatchObject({
      state: 'waiting',
      lastError: {
        field: { en: 'emergency calling policy Headquarters' },
        cause: { en: expect.stringContaining('Another installation') },
      },
    });
    expect(stage.graph.only.id).toBe(id);
  });

  test('of a missing permission (403) is told by its name, and over once it is granted', async () => {
    stage.graph.fault = { status: 403 };
    await stage.start();
    await stage.until('told', () => stage.health()?.state === 'barred');
    expect(stage.health()?.lastError).toMatchObject({
      field: { en: 'application permission CallEvents-Emergency.Read.All' },
      mend: { en: expect.stringContaining('admin consent') },
    });
    stage.graph.fault = null;
    await stage.until('live', () => stage.health()?.state === 'live', 10_000);
  });

  test('of Graph itself is tried again after growing pauses', async () => {
    stage.graph.fault = { status: 503 };
    await stage.start();
    await stage.until('told', () => stage.health()?.state === 'waiting', 100);
    const before = stage.graph.http.received.length;
    for (let minutes = 0; minutes < 10; minutes += 1) {
      await stage.clock.advance(MINUTE_MS);
      await stage.quiet();
    }
    expect(stage.graph.http.received.length - before).toBeLessThan(30);
    stage.graph.fault = null;
    await stage.until('live', () => stage.health()?.state === 'live', 10_000);
  });
});

describe('lifecycle events', () => {
  test('reauthorizationRequired renews at once', async () => {
    await stage.live();
    stage.topic().lifecycle('reauthorizationRequired');
    await stage.until('renewed', () => stage.graph.count('PATCH') === 1);
  });

  test('subscriptionRemoved is believed only when Graph says so too', async () => {
    await stage.live();
    const { id } = stage.graph.only;
    const topic = stage.topic();
    topic.lifecycle('subscriptionRemoved');
    await stage.quiet();
    expect(stage.graph.only.id).toBe(id);
    stage.graph.lose();
    topic.lifecycle('subscriptionRemoved');
    await stage.until('made anew', () => stage.graph.subscriptions.length === 1);
  });

  test('missed is told: nobody can read these events afterwards', async () => {
    await stage.live();
    stage.topic().lifecycle('missed');
    expect(stage.health()?.missedAt).toBe(stage.clock.now());
  });

  test('news sealed for a key that is not held: another subscription is made', async () => {
    await stage.live();
    const { id } = stage.graph.only;
    stage.topic().unreadable();
    await stage.until(
      'replaced',
      () => ![undefined, id].includes(stage.graph.subscriptions[0]?.id),
    );
  });

  test('an event is remembered as the last sign of life', async () => {
    await stage.live();
    expect(stage.topic()).toMatchObject({ subject: 'emergency-calls', isUrgent: true });
    stage.topic().read('{}', null);
    expect(stage.health()?.lastEventAt).toBe(stage.clock.now());
  });
});

describe('a policy that leaves the configuration', () => {
  test('takes its subscription along, and the others stay', async () => {
    stage.policies = ['Headquarters', 'Branch'];
    await stage.live();
    const id = stage.graph.subscriptions.find(({ resource }) => resource.includes('Branch'))?.id;
    stage.policies = ['Headquarters'];
    await stage.until('deleted', () => stage.graph.subscriptions.length === 1, 1_000);
    expect(resources()).toEqual([resourceOf('Headquarters')]);
    expect(stage.keeper.candidates(id ?? '')).toEqual([]);
    await stage.until('forgotten', () => stage.health('Branch') === undefined, 1_000);
  });

  test('while Graph is down, or Rufwerk is: it is deleted later', async () => {
    await stage.live();
    stage.graph.fault = { status: 503 };
    stage.policies = [];
    await stage.clock.advance(30_000);
    await stage.quiet();
    expect(stage.graph.subscriptions).toHaveLength(1);
    stage.graph.fault = null;
    await stage.start();
    await stage.until('deleted', () => stage.graph.subscriptions.length === 0, 1_000);
    await stage.until('forgotten', () => stage.health() === undefined, 1_000);
    expect(stage.secrets.values.get('emergency-subscriptions')).toBe('{}');
  });

  test('and comes back is subscribed to again', async () => {
    await stage.live();
    stage.policies = [];
    await stage.until('deleted', () => stage.graph.subscriptions.length === 0, 1_000);
    stage.policies = ['Headquarters'];
    await stage.until('made', () => stage.graph.subscriptions.length === 1, 1_000);
  });
});
