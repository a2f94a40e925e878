import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import { NotAccepted } from '@rufwerk/engine/ports';
import { eventually } from '../../engine/graph/playedClock.ts';
import { FABRIKAM, FABRIKAM_TENANT, ONE, PushStage, TWO } from './pushStage.ts';

const anna = asId<PersonId>('anna');

let stage: PushStage;
beforeEach(async () => {
  stage = await PushStage.open();
});
afterEach(async () => {
  stage.expectValidRequests();
  await stage.close();
});

/** Whether the newest thing told of a person is this. */
const tells = (line: string): Promise<void> => {
  const [name = ''] = line.split(' ');
  return eventually(line, () => stage.told().findLast((each) => each.startsWith(name)) === line);
};

describe('presence by push, through the simulated tenant', () => {
  test('AHB-04, NIM-27: a change is committed as a member sees it, without any polling', async () => {
    const account = await stage.signIn(ONE);
    await stage.live(account);
    await stage.show('anna', 'Busy', 'InACall');
    await tells('anna Busy/InACall activity');
    await stage.show('ben', 'DoNotDisturb', 'Presenting');
    await tells('ben DoNotDisturb/Presenting activity');
    expect(stage.push.health().notifications.presence).toMatchObject({ accepted: 2 });
    expect(stage.health(account).lastNotificationAt).not.toBeNull();
  });

  test('NIM-24: an account of another directory brings the availability only', async () => {
    const account = await stage.signIn(FABRIKAM, FABRIKAM_TENANT);
    expect(stage.push.accounts.list()[0]).toMatchObject({ seesActivity: false });
    await stage.live(account);
    await stage.show('anna', 'Busy', 'InACall');
    await tells('anna Busy/Busy availability');
  });

  test('NIM-02: an account of another directory sees who is in a call once it is a guest', async () => {
    // Microsoft does not even lead the browser back.
    await expect(stage.signIn(FABRIKAM)).rejects.toThrow();
    expect(stage.push.accounts.list()).toEqual([]);
    await stage.control('PUT', `people/${FABRIKAM}/sign-in`, { invited: true });
    const account = await stage.signIn(FABRIKAM);
    expect(stage.push.accounts.list()[0]).toMatchObject({ seesActivity: true });
    await stage.live(account);
    await stage.show('anna', 'Busy', 'InACall');
    await tells('anna Busy/InACall activity');
  });

  test('nothing is lost while the engine takes no more: Graph tells it again', async () => {
    await stage.live(await stage.signIn(ONE));
    stage.sink.before = () => Promise.reject(new NotAccepted('full'));
    await stage.show('anna', 'Busy', 'Busy');
    await eventually('put off', () => stage.push.health().notifications.presence.putOff > 0);
    stage.sink.before = () => undefined;
    await stage.control('PUT', 'clock', { advanceSeconds: 10 });
    await tells('anna Busy/Busy activity');
  });

  test('news that come twice are committed once', async () => {
    await stage.live(await stage.signIn(ONE));
    await stage.control('PUT', 'faults', { notifications: { duplicateShare: 1 } });
    await stage.show('anna', 'Busy', 'Busy');
    await eventually('twice', () => stage.push.health().notifications.presence.duplicate > 0);
    await tells('anna Busy/Busy activity');
    expect(stage.told()).toEqual(['anna Busy/Busy activity']);
  });

  test('DEC-15: a subscription that dies silently is found by polling, replaced, and tells again', async () => {
    const account = await stage.signIn(ONE);
    await stage.live(account);
    const [before] = await stage.subscriptions();
    await stage.control('PUT', `subscriptions/${before?.id ?? ''}`, { silent: true });
    await stage.show('anna', 'Busy', 'InACall');
    stage.push.polledChange([{ agentId: anna, isOfAvailability: true }], stage.clock.now() + 1);
    stage.clock.forward(31_000);
    await eventually('replaced', () => stage.health(account).replaced.silent === 1);
    expect(stage.told()).toEqual([]);
    await stage.show('anna', 'Away', 'Away');
    await tells('anna Away/Away activity');
  });

  test('DEC-15: a silent death after earlier news is noticed within 90 s as well', async () => {
    const account = await stage.signIn(ONE);
    await stage.live(account);
    await stage.show('anna', 'Busy', 'Busy');
    await tells('anna Busy/Busy activity');
    await stage.forward(10);
    const [before] = await stage.subscriptions();
    await stage.control('PUT', `subscriptions/${before?.id ?? ''}`, { silent: true });
    const diedAt = stage.clock.now();
    await stage.show('anna', 'Busy', 'InACall');
    // Polling reads those who could be rung every few seconds; thirty is slow.
    await stage.forward(30);
    stage.push.polledChange([{ agentId: anna, isOfAvailability: true }], stage.clock.now());
    await stage.forward(31);
    await eventually('replaced', () => stage.health(account).replaced.silent === 1);
    expect(stage.clock.now() - diedAt).toBeLessThan(90_000);
    expect(stage.health(account).lastSilence).toMatchObject({ overAt: null });
    await stage.show('anna', 'Away', 'Away');
    await tells('anna Away/Away activity');
    expect(stage.health(account).lastSilence?.overAt).not.toBeNull();
  });

  test('a subscription that Graph removes, and says so, is made anew', async () => {
    const account = await stage.signIn(ONE);
    await stage.live(account);
    const [before] = await stage.subscriptions();
    await stage.control('DELETE', `subscriptions/${before?.id ?? ''}`);
    await eventually('made anew', () => stage.health(account).replaced.gone === 1);
    expect(await stage.subscriptions()).toHaveLength(1);
  });

  test.each([false, true])(
    'is renewed by the hour, or made anew (renewal refused: %p)',
    async (refuseRenewal) => {
      const account = await stage.signIn(ONE);
      await stage.live(account);
      await stage.control('PUT', 'faults', { subscriptions: { refuseRenewal } });
      const { expiresAt } = stage.health(account);
      await stage.control('PUT', 'clock', { advanceSeconds: 1_900 });
      stage.clock.forward(1_900_000);
      await eventually('renewed', () => (stage.health(account).expiresAt ?? 0) > (expiresAt ?? 0));
      expect(stage.health(account).replaced['not-renewable']).toBe(refuseRenewal ? 1 : 0);
      await stage.show('anna', 'Busy', 'Busy');
      await tells('anna Busy/Busy activity');
    },
  );

  test('NIM-35, DEC-17: when a second factor is asked of the first account, the second takes over', async () => {
    const first = await stage.signIn(ONE);
    await stage.live(first);
    const second = await stage.signIn(TWO);
    await eventually('stands by', () => stage.health(second).state === 'resting');
    await stage.control('PUT', `people/${ONE}/sign-in`, { mfaRequired: true });
    await stage.control('PUT', 'clock', { advanceSeconds: 3_500 });
    stage.clock.forward(3_500_000);
    await stage.live(second);
    expect(stage.health(first)).toMatchObject({ state: 'barred' });
    expect(stage.push.accounts.list()[0]?.problem?.kind).toBe('second-factor');
    await stage.show('anna', 'Busy', 'Busy');
    await tells('anna Busy/Busy activity');
  });

  test('a restart takes the subscription over, key and all', async () => {
    const account = await stage.signIn(ONE);
    await stage.live(account);
    const before = await stage.subscriptions();
    await stage.start();
    await stage.show('anna', 'Busy', 'Busy');
    await tells('anna Busy/Busy activity');
    expect(await stage.subscriptions()).toEqual(before);
  });

  test.each(['ahead', 'behind'])('lives with a clock that is five minutes %s', async (where) => {
    if (where === 'ahead') stage.clock.forward(300_000);
    else await stage.control('PUT', 'clock', { advanceSeconds: 300 });
    const account = await stage.signIn(ONE);
    await stage.live(account);
    await stage.show('anna', 'Busy', 'InACall');
    await tells('anna Busy/InACall activity');
    expect(stage.health(account).lastError).toBeNull();
  });

  test('an old certificate gives way to a new one, and no news is lost in between', async () => {
    const account = await stage.signIn(ONE);
    await stage.live(account);
    // What is told now is sealed for the old certificate, and comes after the new one was made.
    await stage.control('PUT', 'faults', { notifications: { delayMs: [60_000, 60_000] } });
    await stage.show('anna', 'Busy', 'InACall');
    stage.makeKeysOlder(181 * 86_400_000);
    await stage.start();
    await eventually('another key', () => stage.health(account).replaced.key === 1);
    expect(stage.told()).toEqual([]);
    await stage.control('PUT', 'faults', { notifications: {} });
    await stage.show('ben', 'Away', 'Away');
    await tells('ben Away/Away activity');
    await stage.forward(61);
    await tells('anna Busy/InACall activity');
  });

  test('an account that is deleted leaves nothing at Graph', async () => {
    const account = await stage.signIn(ONE);
    await stage.live(account);
    expect(await stage.push.removeAccount(account)).toBe(true);
    expect(await stage.subscriptions()).toEqual([]);
  });
});
