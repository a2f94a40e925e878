import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KeeperStage } from './keeperStage.ts';

const MINUTE_MS = 60_000;

let stage: KeeperStage;
beforeEach(async () => {
  stage = await KeeperStage.open();
  await stage.start();
});
afterEach(() => stage.close());

/** Two accounts: the first subscribes, the second stands by. */
async function two(): Promise<readonly [string, string]> {
  const first = await stage.signIn('one');
  await stage.until('subscribed', () => stage.health(first).state === 'live');
  const second = await stage.signIn('two');
  await stage.quiet();
  return [first, second];
}

/** Makes the account's next sign-in fail, and lets its token end. */
async function keepOut(name: string, codes: readonly number[]): Promise<void> {
  stage.entra.keptOut.set(name, { error: 'invalid_grant', codes });
  await stage.clock.advance(56 * MINUTE_MS);
}

describe('the second account', () => {
  test('NIM-30, DEC-17: stands by, without a subscription of its own', async () => {
    const [first, second] = await two();
    expect(stage.health(second)).toMatchObject({ state: 'resting', people: 0, lastError: null });
    expect(stage.graph.only.account).toBe('one');
    expect(stage.health(first).people).toBe(2);
  });

  test.each([
    [50076, 'multi-factor authentication'],
    [53003, 'Conditional Access'],
    [65001, 'delegated permissions'],
    [50173, 'sign-in'],
  ])('takes over when AADSTS%i keeps the first out, and %s is told', async (code, field) => {
    const [first, second] = await two();
    await keepOut('one', [code]);
    await stage.until('taken over', () => stage.health(second).state === 'live', 1_000);
    expect(stage.health(first)).toMatchObject({
      state: 'barred',
      people: 0,
      lastError: { field: { en: field } },
      // What Graph still has of it is not relied on, and nobody renews it.
      ...{ madeAt: null, expiresAt: null, newsState: 'offline' },
    });
    expect(stage.health(second).people).toBe(2);
    const live = stage.graph.subscriptions.filter(({ account }) => account === 'two');
    expect(live).toHaveLength(1);
  });

  test('NIM-35: keeps the work when the first is let in again, and nothing is wrong any more', async () => {
    const [first, second] = await two();
    await keepOut('one', [50076]);
    await stage.until('taken over', () => stage.health(second).state === 'live', 1_000);
    stage.entra.keptOut.clear();
    await stage.until('let in', () => stage.health(first).state !== 'barred', 10_000);
    await stage.until('tidied', () => stage.graph.subscriptions.length === 1, 1_000);
    expect(stage.graph.only.account).toBe('two');
    expect(stage.health(first)).toMatchObject({ state: 'resting', lastError: null });
  });

  test('covers the next 650 when there are more', async () => {
    stage.urgent = Array.from({ length: 1_400 }, (_, index) =>
      stage.people.add(`person-${index}`, `e-${index}`),
    );
    const first = await stage.signIn('one');
    await stage.until('subscribed', () => stage.health(first).people === 650);
    const second = await stage.signIn('two');
    await stage.until('subscribed', () => stage.health(second).people === 650, 1_000);
    const covered = new Set(stage.graph.subscriptions.flatMap(({ entraIds }) => entraIds));
    expect(covered.size).toBe(1_300);
    expect(covered.has('e-0') && covered.has('e-1299')).toBe(true);
  });
});

describe('an account that is kept out', () => {
  test('is used at once when it is signed in again', async () => {
    const id = await stage.signIn('one');
    await stage.until('subscribed', () => stage.health(id).state === 'live');
    await keepOut('one', [50173]);
    await stage.until('barred', () => stage.health(id).state === 'barred', 1_000);
    stage.entra.keptOut.clear();
    stage.graph.lose();
    await stage.signIn('one');
    await stage.until('live again', () => stage.graph.subscriptions.length === 1);
  });

  test('without the permission at Graph is told so', async () => {
    stage.graph.fault = { status: 403 };
    const id = await stage.signIn('one');
    await stage.until('barred', () => stage.health(id).state === 'barred');
    expect(stage.health(id).lastError?.field.en).toContain('Presence.Read.All');
  });
});

describe('Graph in trouble', () => {
  test('is asked ever more rarely, and never before the time it names', async () => {
    stage.graph.fault = { status: 429, retryAfterSeconds: 120 };
    const id = await stage.signIn('one');
    await stage.until('waiting', () => stage.health(id).state === 'waiting');
    await stage.quiet();
    const asked = stage.graph.http.received.length;
    await stage.clock.advance(119_000);
    await stage.quiet();
    expect(stage.graph.http.received).toHaveLength(asked);
    expect(stage.health(id).lastError?.cause.en).toContain('429');
    stage.graph.fault = null;
    await stage.until('live', () => stage.health(id).state === 'live', 1_000);
    expect(stage.health(id).lastError).toBeNull();
  });

  test('does not cost what is held: it is gone on with when Graph is back', async () => {
    const id = await stage.signIn('one');
    await stage.until('subscribed', () => stage.health(id).state === 'live');
    const before = stage.graph.only.id;
    stage.graph.fault = { status: 503 };
    await stage.clock.advance(10 * MINUTE_MS);
    await stage.quiet();
    expect(stage.health(id)).toMatchObject({ state: 'live', people: 2 });
    stage.graph.fault = null;
    await stage.clock.advance(6 * MINUTE_MS);
    await stage.quiet();
    expect(stage.graph.only.id).toBe(before);
  });

  test('with the login down for ten minutes nothing is given up', async () => {
    const [first, second] = await two();
    stage.entra.isDown = true;
    await stage.clock.advance(56 * MINUTE_MS);
    await stage.until('it failed', () => stage.health(first).lastError !== null, 1_000);
    expect(stage.health(first).state).toBe('live');
    expect(stage.health(second).state).toBe('resting');
    stage.entra.isDown = false;
    await stage.until(
      'renewed',
      () => stage.graph.count('PATCH') + stage.graph.count('POST') > 3,
      10_000,
    );
    expect(stage.health(first).state).toBe('live');
  });
});

describe('a restart', () => {
  test('takes the subscription over, and its news are known at once', async () => {
    const id = await stage.signIn('one');
    await stage.until('subscribed', () => stage.health(id).state === 'live');
    const { id: before, clientState } = stage.graph.only;
    await stage.start();
    expect(stage.keeper.candidates(before)).toMatchObject([{ clientState }]);
    await stage.quiet();
    expect(stage.graph.only.id).toBe(before);
    expect(stage.graph.count('POST')).toBe(1);
    expect(stage.health(id)).toMatchObject({ state: 'live', people: 2 });
  });

  test('deletes one of ours of which nothing is known', async () => {
    const id = await stage.signIn('one');
    await stage.until('subscribed', () => stage.health(id).state === 'live');
    stage.secrets.values.delete('presence-subscriptions');
    const before = stage.graph.only.id;
    await stage.start();
    await stage.until('another', () => stage.health(id).state === 'live');
    expect(stage.graph.only.id).not.toBe(before);
  });

  test('at another address makes a new one', async () => {
    const id = await stage.signIn('one');
    await stage.until('subscribed', () => stage.health(id).state === 'live');
    stage.publicUrl = 'https://new.example';
    await stage.start();
    await stage.until('moved', () => stage.health(id).replaced.address === 1);
    expect(stage.graph.only.notificationUrl).toBe('https://new.example/api/notifications');
  });

  test('between asking and the answer: the first news is known by its secret', async () => {
    const asked = (): string | undefined =>
      stage.keeper.candidates('not-known-yet')[0]?.clientState;
    stage.graph.http.script({ status: 200, body: { value: [] } }, 'hang');
    await stage.signIn('one');
    await stage.until('asked for', () => stage.graph.count('POST') === 1);
    const secret = asked();
    const request = stage.graph.http.received.at(-1)?.body as Record<string, string>;
    expect(request['clientState']).toBe(secret);
    expect(stage.secrets.values.get('presence-subscriptions')).toContain(secret);
  });
});
