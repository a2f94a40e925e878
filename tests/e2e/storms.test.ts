/**
 * Days on which Microsoft is in trouble, black-box: calls are distributed under the rules all the
 * same, it recovers by itself, supervisors are told once, and readiness says what is wrong.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HELP_DESK } from './control.ts';
import { type Alerts, OLD_AFTER_SECONDS, StormHouse } from './stormHouse.ts';

const A_STORM_MS = 240_000;

let storm: StormHouse;
let before: Alerts;

beforeAll(async () => {
  storm = await StormHouse.open();
}, 120_000);
afterAll(() => storm.close());

beforeEach(async () => {
  await storm.serve();
  before = await storm.alerts();
}, 120_000);

/** Whatever was broken is mended, and everything is as before. */
afterEach(async () => {
  await mend();
  await storm.serve();
  await storm.expectRulesKept();
}, 120_000);

const faults = (wanted: object): Promise<Response> => storm.house.control.put('/faults', wanted);

async function mend(): Promise<void> {
  await storm.house.control.remove('/faults');
  await storm.house.control.put('/consents', READING(true));
}

/** Either lets the application read presence. */
const READING = (isGranted: boolean) => ({
  'Presence.Read.All': isGranted,
  'Presence.ReadWrite.All': isGranted,
});

/** While presence cannot be read it is good for two minutes, then nobody is rung until it is. */
async function presenceIsLost(finding: string): Promise<void> {
  await storm.ring();
  await storm.pass(OLD_AFTER_SECONDS + 10);
  const waiting = await storm.waits(30);
  await storm.finds(finding);
  await storm.toldOnceSince(before, 'degraded');
  await storm.pass(60);
  expect((await storm.house.control.call(waiting)).legs).toEqual([]);
  await mend();
  await storm.answered(waiting);
  await storm.ended(waiting);
  await storm.toldOnceSince(before, 'restored');
  await storm.findsNoMore(finding);
  expect(await storm.alerts()).toEqual({
    degraded: before.degraded + 1,
    restored: before.restored + 1,
  });
}

describe('presence that cannot be read', () => {
  test(
    'NIM-40 DEC-3: a storm of 429 with Retry-After',
    async () => {
      await faults({ graph: { status: 429, retryAfterSeconds: 20, path: '/communications/getP' } });
      await presenceIsLost('presence.poll');
    },
    A_STORM_MS,
  );

  test(
    'NIM-40 DEC-3: Graph answers 401 to every token',
    async () => {
      await faults({ graph: { status: 401, path: '/communications/getP' } });
      await presenceIsLost('presence.poll');
    },
    A_STORM_MS,
  );

  test(
    'NIM-34 DEC-17: consent to read presence is withdrawn, and granted again',
    async () => {
      await storm.house.control.put('/consents', READING(false));
      await presenceIsLost('permission.Presence.Read.All');
    },
    A_STORM_MS,
  );
});

describe('several troubles at once', () => {
  test(
    'NIM-40 DEC-3: throttling, a login that is down, clocks apart, news late and twice',
    async () => {
      await faults({
        graph: { status: 429, retryAfterSeconds: 20, path: '/communications/getP' },
        login: { down: true, clockSkewSeconds: 240 },
        notifications: { duplicateShare: 1, reorder: true, delayMs: [0, 2_000] },
      });
      await presenceIsLost('presence.poll');
      await storm.findsNoMore('sign-in');
      await storm.findsNoMore('clock');
    },
    A_STORM_MS,
  );
});

describe('everything of Microsoft', () => {
  test(
    'Graph is down for minutes: whoever calls afterwards is served, whoever talks goes on talking',
    async () => {
      const talking = await storm.answered(await storm.house.control.dial(HELP_DESK));
      await faults({ graph: { status: 503 } });
      await storm.pass(OLD_AFTER_SECONDS + 60);
      await storm.finds('presence.poll');
      await storm.toldOnceSince(before, 'degraded');
      expect((await storm.house.control.call(talking)).state).toBe('connected');
      await mend();
      await storm.toldOnceSince(before, 'restored');
      await storm.ended(talking);
      await storm.serve();
      await storm.findsNoMore('presence.poll');
    },
    A_STORM_MS,
  );

  test(
    'NIM-40: the login is down for longer than a token lives, and all is told afterwards',
    async () => {
      // Whoever looks has a new token asked for, and the bot's is no younger: it ends first.
      await storm.findsNoMore('sign-in');
      await faults({ login: { down: true } });
      await storm.finds('sign-in');
      await storm.serve();
      await storm.pass(64 * 60);
      // The bot signs in there too: until the login is back, only the tab can tell.
      expect(await storm.alerts()).toEqual(before);
      await mend();
      await storm.findsNoMore('sign-in');
      await storm.serve();
      await storm.toldOnceSince(before, 'degraded');
      await storm.toldOnceSince(before, 'restored');
    },
    A_STORM_MS,
  );

  test.each([-300, 300])(
    'clocks differ by %i seconds',
    async (clockSkewSeconds) => {
      await faults({ login: { clockSkewSeconds } });
      await storm.serve();
      await storm.finds('clock');
      await storm.pass(OLD_AFTER_SECONDS + 10);
      await storm.serve();
      await mend();
      await storm.findsNoMore('clock');
      expect(await storm.alerts()).toEqual(before);
    },
    A_STORM_MS,
  );
});
