/**
 * Days on which news of presence goes astray, black-box: what comes late, twice or not at all makes
 * nobody eligible who is in a call, and what was accepted is kept, `kill -9` included.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { PresenceAccountView, SeenPresenceView, SignInView } from '@rufwerk/engine/api';
import { HELP_DESK, upn } from './control.ts';
import { ANNA, StormHouse } from './stormHouse.ts';

const A_STORM_MS = 240_000;
const ADMIN = upn('admin');

let storm: StormHouse;

beforeAll(async () => {
  storm = await StormHouse.open();
  await signIn('presence.one');
  await storm.until(account, ({ subscription }) => subscription.state === 'live', 5);
}, 180_000);
afterAll(() => storm.close());

afterEach(async () => {
  await storm.house.control.remove('/faults');
  await storm.house.control.remove(`/people/${ANNA}/presence`);
  await storm.serve();
  await storm.expectRulesKept();
}, 120_000);

async function signIn(name: string): Promise<void> {
  const address = '/api/v1/presence-accounts/sign-ins';
  const order = { way: 'device-code' };
  const begun = await storm.house.send<SignInView>(ADMIN, 'POST', address, order);
  await fetch(`${storm.house.tenant.url}/login/device`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ code: begun.userCode ?? '', upn: upn(name), act: 'sign-in' }),
  });
  await storm.until(
    () => storm.house.api<SignInView>(ADMIN, `${address}/${begun.id}`),
    ({ state }) => state === 'signed-in',
    5,
  );
}

async function account(): Promise<PresenceAccountView> {
  const path = '/api/v1/presence-accounts';
  const told = await storm.house.api<{ accounts: readonly PresenceAccountView[] }>(ADMIN, path);
  const [first] = told.accounts;
  if (first === undefined) throw new Error('There is no presence account.');
  return first;
}

async function seenOfAnna(): Promise<SeenPresenceView | null> {
  const work = await storm.house.api<{ presence: SeenPresenceView | null }>(
    ANNA,
    '/api/v1/my-work',
  );
  return work.presence;
}

const faults = (wanted: object): Promise<Response> => storm.house.control.put('/faults', wanted);
const shows = (availability: string, activity: string): Promise<Response> =>
  storm.house.control.presence(ANNA, availability, activity);

describe('news of presence', () => {
  test(
    'NIM-28: twice, out of order and minutes late makes nobody eligible who is in a call',
    async () => {
      await faults({
        notifications: { duplicateShare: 1, reorder: true, delayMs: [30_000, 180_000] },
      });
      for (const [availability, activity] of [
        ['Away', 'Away'],
        ['Available', 'Available'],
        ['Busy', 'InACall'],
      ] as const) {
        await shows(availability, activity);
        await storm.pass(5);
      }
      // What is on its way stays on its way; calls are told in time.
      await storm.house.control.remove('/faults');
      await storm.until(seenOfAnna, (seen) => seen?.activity === 'InACall');
      const waiting = await storm.waits(200);
      await shows('Available', 'Available');
      await storm.answered(waiting);
      await storm.ended(waiting);
    },
    A_STORM_MS,
  );

  test(
    'DEC-15: a subscription that dies silently is told within 90 s, and nobody is rung because of it',
    async () => {
      const { control } = storm.house;
      await shows('Away', 'Away');
      await storm.until(seenOfAnna, (seen) => seen?.source === 'graph-push');
      const { subscriptions } = await control.get<{ subscriptions: { id: string }[] }>('/world');
      const madeAt = (await account()).subscription.madeAt;
      for (const { id } of subscriptions) {
        await control.put(`/subscriptions/${id}`, { silent: true });
      }
      await shows('Available', 'Available');
      await storm.pass(10);
      await shows('Busy', 'InACall');
      const waiting = await storm.waits(10);
      await storm.pass(70);
      expect(await storm.check('push.silence')).toBe('warning');
      expect((await account()).subscription.madeAt).not.toBe(madeAt);
      expect((await control.call(waiting)).legs).toEqual([]);
      await shows('Available', 'Available');
      await storm.answered(waiting);
      await storm.ended(waiting);
      await storm.pass(16 * 60);
      expect(await storm.check('push.silence')).toBe('good');
    },
    A_STORM_MS,
  );

  test(
    'after kill -9 what was accepted is known, although nothing tells it again',
    async () => {
      await storm.serve();
      const before = (await account()).subscription.lastNotificationAt;
      await faults({ graph: { status: 503, path: '/communications/getP' } });
      await shows('DoNotDisturb', 'Presenting');
      await storm.until(
        account,
        ({ subscription }) => subscription.lastNotificationAt !== before,
        1,
      );
      await storm.house.kill();
      await storm.house.start();
      expect(await seenOfAnna()).toMatchObject({ activity: 'Presenting', source: 'graph-push' });
      const waiting = await storm.house.control.dial(HELP_DESK);
      await storm.pass(20);
      expect((await storm.house.control.call(waiting)).legs).toEqual([]);
      await storm.ended(waiting);
    },
    A_STORM_MS,
  );
});
