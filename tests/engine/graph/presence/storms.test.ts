/** Days on which Graph, the login or the clocks go wrong: polling recovers and never spins. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LoginProblem } from '../../../../src/engine/graph/index.ts';
import { PresenceStage } from './presenceStage.ts';

const MINUTE_MS = 60_000;

describe('storms', () => {
  let stage: PresenceStage;

  beforeEach(async () => {
    stage = await PresenceStage.open();
  });
  afterEach(() => stage.close());

  const requests = (): number => stage.double.received.length;

  /** Longer ticks of a test's time: a storm of minutes in a moment. */
  async function storm(ms: number): Promise<number> {
    const before = requests();
    await stage.pass(ms);
    return requests() - before;
  }

  test('Retry-After makes all blocks wait that long', async () => {
    stage.addMany(700, () => undefined);
    stage.intervalsMs = { asleep: 2_000 };
    await stage.start();
    stage.double.script({ status: 429, headers: { 'retry-after': '9' } });
    expect(await storm(2_000)).toBeLessThanOrEqual(2);
    expect(stage.health().pausedUntilAt).toBe(stage.clock.now() + 9_000);
    expect(await storm(8_750)).toBe(0);
    expect(await storm(500)).toBe(2);
    expect(stage.health()).toMatchObject({ isFailing: false, pausedUntilAt: null });
  });

  test('a storm of 429 without Retry-After: pauses grow, and end with the storm', async () => {
    stage.add('anna');
    await stage.start();
    stage.double.react = () => ({ status: 429 });
    const asked = await storm(5 * MINUTE_MS);
    expect(asked).toBeGreaterThanOrEqual(9);
    expect(asked).toBeLessThanOrEqual(25);
    stage.double.react = (request) => stage.showing(request);
    await stage.pass(31_000);
    expect(stage.health()).toMatchObject({ isFailing: false, notRefreshed: 0 });
  });

  test('Graph down: one block at a time is tried, within bounds, and it is logged once', async () => {
    stage.addMany(2_000, () => undefined);
    stage.intervalsMs = { asleep: 2_000 };
    await stage.start();
    stage.double.react = () => ({ status: 500 });
    const asked = await storm(5 * MINUTE_MS);
    expect(asked).toBeGreaterThanOrEqual(20);
    expect(asked).toBeLessThanOrEqual(30);
    expect(stage.health()).toMatchObject({ isFailing: true, notRefreshed: 2_000 });
    stage.double.react = (request) => stage.showing(request);
    await stage.pass(15_500);
    expect(stage.health()).toMatchObject({ isFailing: false, notRefreshed: 0 });
    const words = stage.log.lines.map(({ message }) => message);
    expect(words.filter((word) => word.includes('grows old'))).toHaveLength(1);
    expect(words.filter((word) => word === 'presence is read again')).toHaveLength(1);
  });

  test('the connection is cut each time: the same', async () => {
    stage.add('anna');
    await stage.start();
    stage.double.react = () => 'cut';
    expect(await storm(2 * MINUTE_MS)).toBeLessThanOrEqual(14);
    stage.double.react = (request) => stage.showing(request);
    await stage.pass(15_500);
    expect(stage.health().isFailing).toBe(false);
  });

  test('the login is down for ten minutes: its words are told, Graph is left alone', async () => {
    stage.add('anna');
    await stage.start();
    let asked = 0;
    stage.tokens.accessToken = () => {
      asked += 1;
      return Promise.reject(new LoginProblem('unreachable', 'Microsoft’s login gives no token.'));
    };
    expect(await storm(10 * MINUTE_MS)).toBe(0);
    expect(asked).toBeLessThanOrEqual(50);
    expect(stage.health().lastError?.cause).toBe('Microsoft’s login gives no token.');
    stage.tokens.accessToken = () => Promise.resolve('token');
    await stage.pass(15_500);
    expect(stage.health().isFailing).toBe(false);
  });

  test('a token that expires early costs one request more, and no reading', async () => {
    stage.add('anna');
    await stage.start();
    stage.double.script({ status: 401 });
    expect(await storm(2_000)).toBe(2);
    expect(stage.polls()).toHaveLength(2);
    expect(stage.health().isFailing).toBe(false);
  });

  test('consent withdrawn: it is said with its mend, and noticed when it returns', async () => {
    stage.add('anna');
    await stage.start();
    stage.double.react = ({ headers }) =>
      // The permission stands in the token that was given after it was granted again.
      headers['authorization'] === 'Bearer renewed' && isGranted
        ? stage.showing(stage.double.received.at(-1) ?? never())
        : { status: 403, body: { error: { code: 'Forbidden' } } };
    let isGranted = false;
    stage.tokens.accessToken = (_scope, refused) =>
      Promise.resolve(refused === undefined ? 'token' : 'renewed');
    await stage.pass(5 * MINUTE_MS);
    expect(stage.health().lastError?.cause).toBe('Microsoft Graph answered 403 (Forbidden)');
    expect(stage.health().lastError?.mend).toMatch(/Presence\.Read\.All/);
    expect(stage.health().applicationTrouble?.mend).toMatch(/admin consent/);
    isGranted = true;
    await stage.pass(76_000);
    expect(stage.health()).toMatchObject({ isFailing: false, applicationTrouble: null });
  });

  test('people whom Graph refuses to tell of do not keep others from being read', async () => {
    stage.addMany(1_300, () => undefined);
    stage.intervalsMs = { asleep: 2_000 };
    await stage.start();
    stage.double.react = (request) =>
      request.text.includes('"entra-agent-0"') ? { status: 400 } : stage.showing(request);
    await stage.pass(2 * MINUTE_MS);
    expect(stage.health()).toMatchObject({ notRefreshed: 650 });
    const refused = stage.double.received.filter(({ text }) => text.includes('"entra-agent-0"'));
    expect(refused.length).toBeLessThanOrEqual(10);
  });

  test('clocks five minutes apart: it is a finding, and Retry-After is taken by Graph’s', async () => {
    stage.add('anna');
    await stage.start();
    const graphAt = () => stage.clock.now() + 5 * MINUTE_MS;
    stage.double.react = (request) => ({
      ...(stage.showing(request) as { status: number }),
      headers: { date: new Date(graphAt()).toUTCString() },
    });
    for (let round = 0; round < 8; round += 1) await stage.pass(2_000);
    expect(stage.health()).toMatchObject({ isClockOff: true });
    const apartMs = stage.health().clockDifferenceMs ?? 0;
    expect(Math.abs(apartMs - 5 * MINUTE_MS)).toBeLessThan(2_000);

    const headers = {
      date: new Date(graphAt()).toUTCString(),
      'retry-after': new Date(graphAt() + 4_000).toUTCString(),
    };
    stage.double.script({ status: 503, headers });
    await stage.pass(2_000);
    expect((stage.health().pausedUntilAt ?? 0) - stage.clock.now()).toBeLessThanOrEqual(4_000);
  });

  test('answers that overtake each other keep the instants of their questions', async () => {
    stage.addMany(1_300, () => undefined);
    stage.intervalsMs = { asleep: 2_000 };
    await stage.start();
    const release = stage.hold();
    await stage.pass(2_000, 'without waiting');
    const askedAt = stage.clock.now();
    await stage.pass(3_000, 'without waiting');
    release();
    await stage.answered();
    const late = stage.polls().slice(2, 4);
    expect(late.map((each) => each.askedAt)).toEqual([askedAt, askedAt]);
  });
});

function never(): never {
  throw new Error('nothing was asked');
}
