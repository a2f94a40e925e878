import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import { OUR_TENANT } from '../accounts/entraDouble.ts';
import { KeeperStage } from './keeperStage.ts';

const MINUTE_MS = 60_000;

let stage: KeeperStage;
beforeEach(async () => {
  stage = await KeeperStage.open();
});
afterEach(() => stage.close());

const anna = asId<PersonId>('anna');
const changed = [{ agentId: anna, isOfAvailability: true }];

/** An account that is signed in and subscribes. */
async function live(): Promise<string> {
  await stage.start();
  const id = await stage.signIn('one');
  await stage.until('subscribed', () => stage.health(id).state === 'live');
  return id;
}

describe('a subscription', () => {
  test('NIM-32, AHB-04: covers everybody, with a certificate, a secret and both addresses', async () => {
    const id = await live();
    expect(stage.graph.only).toMatchObject({
      entraIds: ['e-anna', 'e-ben'],
      notificationUrl: 'https://contact.example/api/notifications',
      lifecycleNotificationUrl: 'https://contact.example/api/lifecycle',
    });
    const { clientState, expirationDateTime, certificateId } = stage.graph.only;
    expect(clientState.length).toBeGreaterThan(40);
    expect(clientState.length).toBeLessThanOrEqual(128);
    expect(Date.parse(expirationDateTime) - stage.clock.now()).toBe(54 * MINUTE_MS);
    expect(stage.keys.holds(certificateId)).toBe(true);
    expect(stage.health(id)).toMatchObject({ state: 'live', people: 2, lastError: null });
    expect(stage.keeper.candidates(stage.graph.only.id)).toMatchObject([
      { clientState, tenantIds: [OUR_TENANT, OUR_TENANT] },
    ]);
  });

  test('is renewed before half of its hour is over, again and again', async () => {
    const id = await live();
    const { id: before } = stage.graph.only;
    for (let hours = 0; hours < 3; hours += 1) {
      await stage.until('an hour passes', () => stage.graph.count('PATCH') > hours * 2, MINUTE_MS);
      await stage.quiet();
    }
    expect(stage.graph.only.id).toBe(before);
    expect(stage.graph.count('POST')).toBe(1);
    expect(stage.health(id).expiresAt).toBeGreaterThan(stage.clock.now());
  });

  test('is looked at every minute, and made anew when Graph has lost it', async () => {
    const id = await live();
    stage.graph.lose();
    await stage.until('made anew', () => stage.graph.subscriptions.length === 1, 10_000);
    await stage.until('told', () => stage.health(id).replaced.gone === 1);
    expect(stage.health(id).state).toBe('live');
    expect(stage.clock.now()).toBeLessThan(Date.UTC(2026, 10, 23, 9, 3));
  });

  test.each([true, false])(
    'that Graph does not renew is replaced (one for each account: %p)',
    async (allowsOneOnly) => {
      const id = await live();
      const before = stage.graph.only;
      stage.graph.renews = false;
      stage.graph.allowsOneOnly = allowsOneOnly;
      await stage.until('replaced', () => stage.health(id).replaced['not-renewable'] === 1, 10_000);
      await stage.quiet();
      expect(stage.graph.only.id).not.toBe(before.id);
      // What the old one told last is still believed.
      expect(stage.keeper.candidates(before.id)).toMatchObject([
        { clientState: before.clientState },
      ]);
    },
  );

  test('is replaced when somebody new has to be covered, or somebody no more', async () => {
    const id = await live();
    stage.urgent.push(stage.people.add('carla', 'e-carla'));
    await stage.until('covered', () => stage.health(id).people === 3, 10_000);
    expect(stage.graph.only.entraIds).toHaveLength(3);
    stage.urgent = [anna];
    await stage.until('left out', () => stage.health(id).people === 1, 10_000);
    expect(stage.graph.only.resource).toBe('/communications/presences/e-anna');
    expect(stage.health(id).replaced.people).toBe(2);
  });

  test('is deleted when nobody is to be covered, and when its account is removed', async () => {
    const id = await live();
    stage.urgent = [];
    await stage.until('deleted', () => stage.graph.subscriptions.length === 0, 10_000);
    stage.urgent = [anna];
    await stage.until('made', () => stage.graph.subscriptions.length === 1, 10_000);
    await stage.quiet();
    await stage.keeper.end(id);
    await stage.accounts.remove(id);
    expect(stage.graph.subscriptions).toEqual([]);
    expect(stage.keeper.health()).toEqual([]);
  });

  test('a subscription of another installation is left alone, and told with the mend', async () => {
    await stage.start();
    stage.graph.subscriptions.push({
      ...{ id: 'other', account: 'one', clientState: 'x', certificateId: 'x', entraIds: [] },
      notificationUrl: 'https://other.example/api/notifications',
      lifecycleNotificationUrl: '',
      resource: '/communications/presences/e-anna',
      expirationDateTime: '2026-11-23T10:00:00Z',
    });
    const id = await stage.signIn('one');
    await stage.until('told', () => stage.health(id).lastError !== null);
    expect(stage.health(id).lastError?.mend.en).toContain('a presence account of its own');
    expect(stage.graph.only.id).toBe('other');
  });
});

describe('whether news come', () => {
  test('AHB-60..64, DEC-16: offline at first, connected once subscribed, online by news', async () => {
    await stage.start();
    stage.urgent = [];
    const id = await stage.signIn('one');
    await stage.quiet();
    expect(stage.health(id).newsState).toBe('offline');
    stage.urgent = [anna];
    await stage.until('subscribed', () => stage.health(id).state === 'live', 10_000);
    expect(stage.health(id).newsState).toBe('connected');
    stage.topic().readingAccepted(anna);
    await stage.clock.advance(5 * MINUTE_MS);
    expect(stage.health(id).newsState).toBe('online');
    await stage.clock.advance(1_000);
    expect(stage.health(id).newsState).toBe('connected');
  });
});

describe('lifecycle events', () => {
  test('reauthorizationRequired renews at once', async () => {
    await live();
    await stage.clock.advance(1_000);
    stage.topic().lifecycle('reauthorizationRequired');
    await stage.until('renewed', () => stage.graph.count('PATCH') === 1);
  });

  test('subscriptionRemoved is looked after, and believed only when Graph says so too', async () => {
    await live();
    const before = stage.graph.only.id;
    const topic = stage.topic();
    topic.lifecycle('subscriptionRemoved');
    await stage.quiet();
    expect(stage.graph.only.id).toBe(before);
    stage.graph.lose();
    topic.lifecycle('subscriptionRemoved');
    await stage.until('made anew', () => stage.graph.subscriptions.length === 1);
  });

  test('missed needs nothing', async () => {
    await live();
    const requests = stage.graph.http.received.length;
    stage.topic().lifecycle('missed');
    await stage.quiet();
    expect(stage.graph.http.received).toHaveLength(requests);
  });
});

describe('silent death', () => {
  test('DEC-15: is noticed 30 s after polling learnt what push did not tell, and mended', async () => {
    const id = await live();
    const before = stage.graph.only.id;
    await stage.clock.advance(10_000);
    stage.keeper.reconciliation.polledChange(changed, stage.clock.now());
    await stage.clock.advance(29_000);
    await stage.quiet();
    expect(stage.health(id).silentSinceAt).toBeNull();
    await stage.clock.advance(1_000);
    await stage.until('another one is made', () => stage.health(id).replaced.silent === 1);
    expect(stage.graph.only.id).not.toBe(before);
  });

  test('DEC-15: a subscription that was made after the change is not blamed for it', async () => {
    const id = await live();
    await stage.clock.advance(10_000);
    stage.keeper.reconciliation.polledChange(changed, stage.clock.now());
    await stage.clock.advance(10_000);
    stage.topic().unreadable();
    await stage.until('replaced', () => stage.health(id).replaced.key === 1);
    await stage.clock.advance(30_000);
    await stage.quiet();
    expect(stage.health(id)).toMatchObject({ silentSinceAt: null, replaced: { silent: 0 } });
  });

  test('is not suspected when push told it soon after, and how late it was is known', async () => {
    const id = await live();
    await stage.clock.advance(10_000);
    stage.keeper.reconciliation.polledChange(changed, stage.clock.now());
    await stage.clock.advance(4_000);
    stage.topic().readingAccepted(anna);
    await stage.clock.advance(60_000);
    expect(stage.health(id)).toMatchObject({ silentSinceAt: null, replaced: { silent: 0 } });
    expect(stage.keeper.reconciliation.behindPolling).toMatchObject({ count: 1, sumMs: 4_000 });
  });

  test('a new one that is silent as well is replaced after ever longer pauses', async () => {
    const id = await live();
    const suspected = async (): Promise<void> => {
      await stage.clock.advance(5_000);
      stage.keeper.reconciliation.polledChange(changed, stage.clock.now());
      await stage.clock.advance(30_000);
      await stage.quiet();
    };
    for (let minutes = 0; minutes < 60; minutes += 1) {
      await suspected();
      await stage.clock.advance(25_000);
    }
    const { silent } = stage.health(id).replaced;
    expect(silent).toBeGreaterThanOrEqual(4);
    expect(silent).toBeLessThanOrEqual(9);
  });
});

describe('keys', () => {
  test('a new certificate is used by a new subscription, and the old key is kept until nothing needs it', async () => {
    const id = await live();
    const before = stage.graph.only.certificateId;
    await stage.keys.rollOver();
    await stage.until('replaced', () => stage.health(id).replaced.key === 1, 10_000);
    expect(stage.graph.only.certificateId).not.toBe(before);
    expect(stage.keys.holds(before)).toBe(true);
    await stage.clock.advance(4 * 60 * MINUTE_MS);
    await stage.quiet();
    expect(stage.keys.holds(before)).toBe(true);
    await stage.until('forgotten', () => !stage.keys.holds(before), 10 * MINUTE_MS);
    expect(stage.keys.holds(stage.graph.only.certificateId)).toBe(true);
  });

  test('news sealed for a key that is not held: another subscription is made', async () => {
    const id = await live();
    const before = stage.graph.only.id;
    stage.topic().unreadable();
    await stage.until('replaced', () => stage.health(id).replaced.key === 1);
    expect(stage.graph.only.id).not.toBe(before);
  });
});
