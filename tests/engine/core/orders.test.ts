import { describe, expect, test } from '@jest/globals';
import {
  CURRENT_FLAGS,
  orderName,
  orderSchema,
  orderSentence,
  RULE_FLAGS,
  writeSnapshot,
} from '@rufwerk/engine/core';
import { desk, rung } from './distributionStories.ts';
import { person, PlayedTenant, START_AT } from './playedTenant.ts';

/** A call is rung, accepted by whoever rings, and ends after so long. */
function served(tenant: PlayedTenant, call: string, talkMs: number): string {
  tenant.confirmPresence();
  tenant.waits(call);
  const agent = tenant.ringing() ?? '';
  tenant.roster(call, 'bot', 'caller', agent);
  tenant.now += talkMs;
  tenant.callState(call, 'terminated');
  return agent;
}

const quick = { afterCallWork: { mode: 'none' as const } };

describe('NIMx-01: the orders', () => {
  test('each has a name and one sentence in both languages, and no two are alike', () => {
    const orders = orderSchema.options;
    for (const language of ['en', 'de'] as const) {
      expect(new Set(orders.map((order) => orderSentence(order, language))).size).toBe(9);
      expect(new Set(orders.map((order) => orderName(order, language))).size).toBe(9);
    }
  });

  test('longest idle: whoever has been free longest', () => {
    const tenant = new PlayedTenant(desk({ ...quick, order: 'longest-idle' }));
    const first = served(tenant, 'c1', 1_000);
    const rest = ['c2', 'c3', 'c4'].map((call) => served(tenant, call, 1_000));
    expect(new Set([first, ...rest]).size).toBe(4);
    expect(served(tenant, 'c5', 1_000)).toBe(first);
  });

  test('round robin: whoever was offered a call of this service longest ago', () => {
    const tenant = new PlayedTenant(desk({ ...quick, order: 'round-robin' }));
    const turn = ['c1', 'c2', 'c3', 'c4'].map((call) => served(tenant, call, 1_000));
    expect(new Set(turn).size).toBe(4);
    expect(['c5', 'c6', 'c7', 'c8'].map((call) => served(tenant, call, 1_000))).toEqual(turn);
  });

  test('round robin: offers made under another order count too, since rule flag 10', () => {
    const rungAfterChange = (flags?: readonly number[]) => {
      const settings = { ...quick, agents: ['a', 'b'], order: 'fixed-order' as const };
      const tenant = new PlayedTenant(desk(settings), null, START_AT, flags);
      tenant.presence('a', 'Offline', 'Offline');
      served(tenant, 'taken-by-b', 1_000);
      tenant.presence('a', 'Available', 'Available');
      tenant.duty('b', false);
      tenant.waits('refused-by-a');
      tenant.invitationFails('refused-by-a', 603);
      tenant.callState('refused-by-a', 'terminated');
      tenant.duty('b', true);
      tenant.pass(120_000);
      tenant.configure(desk({ ...settings, order: 'round-robin' }));
      tenant.restart();
      return served(tenant, 'next', 1_000);
    };
    expect(rungAfterChange()).toBe('b');
    const before = CURRENT_FLAGS.filter((flag) => flag !== RULE_FLAGS.ONE_PLACE);
    expect(rungAfterChange(before)).toBe('a');
  });

  test('fixed order: the first of the list, as long as free', () => {
    const tenant = new PlayedTenant(desk({ ...quick, order: 'fixed-order' }));
    expect(['c1', 'c2'].map((call) => served(tenant, call, 1_000))).toEqual(['a', 'a']);
    tenant.presence('a', 'Offline', 'Offline');
    expect(served(tenant, 'c3', 1_000)).toBe('b');
  });

  test('fewest calls: counted anew each day', () => {
    const tenant = new PlayedTenant(desk({ ...quick, order: 'fewest-calls', agents: ['a', 'b'] }));
    tenant.presence('b', 'Offline', 'Offline');
    served(tenant, 'c1', 1_000);
    tenant.presence('b', 'Available', 'Available');
    expect(served(tenant, 'c2', 1_000)).toBe('b');
    expect(tenant.agent('a').callsToday).toBe(1);
    tenant.give({ type: 'DayBegan' });
    expect(tenant.agent('a').callsToday).toBe(0);
  });

  test('least talk time: a long call counts for more than two short ones', () => {
    const tenant = new PlayedTenant(
      desk({ ...quick, order: 'least-talk-time', agents: ['a', 'b'] }),
    );
    const long = served(tenant, 'c1', 60_000);
    const other = served(tenant, 'c2', 1_000);
    expect(other).not.toBe(long);
    expect(served(tenant, 'c3', 1_000)).toBe(other);
  });

  test('lowest occupancy: busy time over time on duty', () => {
    const tenant = new PlayedTenant(
      desk({ ...quick, order: 'lowest-occupancy', agents: ['a', 'b'] }),
    );
    const busy = served(tenant, 'c1', 60_000);
    expect(served(tenant, 'c2', 1_000)).not.toBe(busy);
  });

  test('best skill: the highest levels in the skills of the service, then idle time', () => {
    const bySkill = { by: 'skills' as const, skills: [{ skill: 'german', minimum: 10 }] };
    const tenant = new PlayedTenant(
      desk({ ...quick, order: 'best-skill', responsibility: bySkill }, [], {
        agents: [
          { id: 'a', skills: [{ skill: 'german', level: 40 }] },
          { id: 'b', skills: [{ skill: 'german', level: 90 }] },
          { id: 'c', skills: [{ skill: 'german', level: 5 }] },
        ],
      }),
    );
    expect(served(tenant, 'c1', 1_000)).toBe('b');
    expect(tenant.decisions.at(-1)?.candidates).toMatchObject([
      { agentId: 'b', value: -90 },
      { agentId: 'a', value: -40 },
    ]);
  });

  test('weighted random: in the long run as often as the lots say, and the same in every replay', () => {
    const draft = desk({ ...quick, order: 'weighted-random', agents: ['a', 'b'] }, [], {
      agents: [{ id: 'a', lots: 3 }],
    });
    const play = (): string[] => {
      const tenant = new PlayedTenant(draft);
      return Array.from({ length: 400 }, (_, number) => served(tenant, `c${number}`, 1_000));
    };
    const winners = play();
    const share = winners.filter((agent) => agent === 'a').length / winners.length;
    expect(share).toBeGreaterThan(0.68);
    expect(share).toBeLessThan(0.82);
    expect(play()).toEqual(winners);
  });

  test('a talk or after-call work over midnight counts in each day with its own part', () => {
    const afterCallWork = { mode: 'fixed' as const, seconds: 40 };
    const tenant = new PlayedTenant(desk({ agents: ['a'], afterCallWork }));
    tenant.waits('c1');
    tenant.roster('c1', 'bot', 'caller', 'a');
    tenant.now += 3_600_000;
    tenant.give({ type: 'DayBegan' });
    tenant.now += 60_000;
    tenant.callState('c1', 'terminated');
    expect(tenant.agent('a')).toMatchObject({ callsToday: 0, talkMsToday: 60_000 });
    tenant.pass(30_000);
    tenant.give({ type: 'DayBegan' });
    tenant.pass(10_000);
    expect(tenant.agent('a')).toMatchObject({ talkMsToday: 0, busyMsToday: 10_000 });
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });

  test('round robin and occupancy do not ask for idle time, and equal counts do', () => {
    const two = { ...quick, agents: ['a', 'b'] };
    const turning = new PlayedTenant(desk({ ...two, order: 'round-robin' }));
    const first = served(turning, 'c1', 1_000);
    served(turning, 'c2', 1_000);
    turning.duty(first, false);
    turning.duty(first, true);
    expect(served(turning, 'c3', 1_000)).toBe(first);

    const occupied = new PlayedTenant(desk({ ...two, order: 'lowest-occupancy' }));
    const busy = served(occupied, 'c1', 60_000);
    const other = served(occupied, 'c2', 1_000);
    expect(other).not.toBe(busy);
    expect(served(occupied, 'c3', 1_000)).toBe(other);

    const counted = new PlayedTenant(desk({ ...two, order: 'fewest-calls' }));
    const one = served(counted, 'c1', 1_000);
    served(counted, 'c2', 1_000);
    expect(served(counted, 'c3', 1_000)).toBe(one);
  });

  test('nobody is rung who placed the call, or whose presence is too old', () => {
    const tenant = new PlayedTenant(desk({ ...quick, agents: ['a'] }));
    tenant.dials('own', 'account-help-desk', 'a');
    tenant.settle('answer-call');
    tenant.established('own');
    expect(tenant.decisions.at(-1)?.notChosen[0]?.reason.code).toBe('in-our-call');
    tenant.callState('own', 'terminated');
    tenant.now += 121_000;
    tenant.waits('c1');
    expect(tenant.decisions.at(-1)?.notChosen[0]?.reason.code).toBe('presence-too-old');
  });

  test('every order puts first whoever was offered this very call least often', () => {
    for (const order of orderSchema.options) {
      if (order === 'broadcast') continue;
      const tenant = new PlayedTenant(
        desk({ order, agents: ['a', 'b'], offers: { pauseAfterDeclinedSeconds: 0 } }),
      );
      tenant.waits('c1');
      const declined = tenant.ringing();
      tenant.invitationFails('c1', 603);
      expect(tenant.ringing()).not.toBe(declined);
      expect(tenant.ringing()).not.toBeNull();
    }
  });

  test('broadcast: the first so many ring at once, and no two orders compare equal', () => {
    const tenant = new PlayedTenant(desk({ order: 'broadcast', offers: { broadcastTo: 3 } }));
    tenant.waits('c1');
    expect(rung(tenant)).toHaveLength(3);
    const [record] = tenant.decisions.slice(-1);
    expect(record?.offered).toBe(3);
    expect(new Set(record?.candidates.map(({ tieBreak }) => tieBreak)).size).toBe(4);
    expect(tenant.agent(person('a')).offerId === null).toBe(!rung(tenant).includes('a'));
  });
});
