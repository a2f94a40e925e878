/** Offers: ring time, pauses, misses, broadcast, recalls, and that a call keeps its place. */
import { describe, expect, test } from '@jest/globals';
import { DUTY_REASONS } from '@rufwerk/engine/core';
import { helpDesk, letsRing, opened, rungFor, service, talks } from './helpDesk.ts';
import { factsOf, person, PlayedTenant } from './playedTenant.ts';

describe('an offer that nobody takes', () => {
  test.each([5, 90])('NIMx-01: is taken back after exactly the ring time, %i s', (seconds) => {
    const tenant = opened({ agents: ['a'], offers: { ringTimeoutSeconds: seconds } });
    tenant.waits('call-1');
    tenant.rings();
    tenant.pass(seconds * 1000 - 1);
    expect(tenant.ringing()).toBe('a');
    tenant.pass(1);
    expect(tenant.ringing()).toBeNull();
  });

  const PAUSES = {
    pauseAfterMissedSeconds: 40,
    pauseAfterDeclinedSeconds: 20,
    pauseAfterUnreachableSeconds: 70,
  };

  test.each([
    { words: 'declined', code: 603, cause: 'declined', seconds: 20 },
    { words: 'not answered', code: 480, cause: 'missed', seconds: 40 },
    { words: 'without a client', code: 500, cause: 'unreachable', seconds: 70 },
  ])('NIMx-02: $words is followed by its own pause, which ends by itself', (outcome) => {
    const tenant = opened({ agents: ['a'], offers: PAUSES });
    tenant.waits('call-1');
    tenant.rings();
    tenant.invitationFails('call-1', outcome.code);
    expect(tenant.agent('a').pause).toMatchObject({ cause: outcome.cause });
    tenant.pass(outcome.seconds * 1000 - 1);
    expect(tenant.ringing()).toBeNull();
    tenant.pass(1);
    expect(tenant.ringing()).toBe('a');
  });

  test('NIMx-02: an agent whose caller hung up while it rang has missed nothing', () => {
    const tenant = opened({ agents: ['a'], offers: PAUSES });
    tenant.waits('call-1');
    tenant.rings();
    // The end of the ringing is told before the end of the call.
    tenant.invitationFails('call-1', 487);
    tenant.callState('call-1', 'terminated');
    expect(tenant.agent('a')).toMatchObject({ pause: null, missesInARow: 0, offerId: null });
    tenant.waits('call-2');
    expect(tenant.ringing()).toBe('a');
  });

  test('NIMx-02: "back to ready" ends the pause at once', () => {
    const tenant = opened({ agents: ['a'], offers: PAUSES });
    tenant.waits('call-1');
    tenant.invitationFails('call-1', 603);
    tenant.give({ type: 'ReadyPressed', agentId: person('a'), by: person('a') });
    expect(tenant.ringing()).toBe('a');
  });

  test('NIMx-02: misses in a row set the agent off duty with a numbered reason, and are told', () => {
    const offers = { offDutyAfterMisses: 2, pauseAfterMissedSeconds: 0 };
    const tenant = opened({ agents: ['a'], supervisors: ['s'], offers });
    tenant.waits('call-1');
    letsRing(tenant);
    expect(tenant.agent('a').onDuty).toBe(true);
    const facts = letsRing(tenant);
    expect(factsOf(facts, 'DutyChanged')).toMatchObject([
      { agentId: 'a', onDuty: false, by: null, reasonCode: DUTY_REASONS.MISSED_OFFERS },
    ]);
    expect(tenant.open('raise-alert')).toMatchObject([
      { alert: { kind: 'off-duty-after-misses', misses: 2 }, recipientIds: ['s'] },
    ]);
  });

  test('an answered call ends the row of misses', () => {
    const offers = { offDutyAfterMisses: 2, pauseAfterMissedSeconds: 0 };
    const tenant = opened({ agents: ['a'], offers, afterCallWork: { mode: 'none' } });
    tenant.waits('call-1');
    letsRing(tenant);
    tenant.roster('call-1', 'bot', 'caller', 'a');
    tenant.callState('call-1', 'terminated');
    tenant.waits('call-2');
    letsRing(tenant);
    expect(tenant.agent('a').onDuty).toBe(true);
  });

  test('declines do not count as misses', () => {
    const offers = { offDutyAfterMisses: 1, pauseAfterDeclinedSeconds: 0 };
    const tenant = opened({ agents: ['a'], offers });
    tenant.waits('call-1');
    tenant.invitationFails('call-1', 603);
    expect(tenant.agent('a').onDuty).toBe(true);
  });

  test('the same person is not rung again before the others, and the call keeps its place', () => {
    const tenant = opened({
      agents: ['a', 'b', 'c'],
      order: 'fixed-order',
      offers: { pauseAfterDeclinedSeconds: 0 },
    });
    tenant.waits('call-1');
    const rung: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      rung.push(...rungFor(tenant, 'call-1'));
      tenant.invitationFails('call-1', 603);
    }
    expect(rung).toEqual(['a', 'b', 'c', 'a']);
    expect(tenant.task('call-1')?.queuedAt).toBe(tenant.startedAt);
  });
});

describe('an offer that may no longer stand', () => {
  test('DEC-4: an agent is blocked from the first ring on', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.waits('call-1');
    tenant.waits('call-2');
    expect(rungFor(tenant, 'call-2')).toEqual([]);
    expect(tenant.state.offers.size).toBe(1);
  });

  test('NIM-28: presence that shows a call takes the offer back, and it is nobody’s miss', () => {
    const tenant = opened({ agents: ['a', 'b'] });
    tenant.waits('call-1');
    const [first = ''] = rungFor(tenant, 'call-1');
    tenant.rings();
    tenant.presence(first, 'Busy', 'InACall');
    expect([...tenant.state.offers.values()][0]).toMatchObject({ phase: 'checking' });
    tenant.invitationFails('call-1', 480);
    expect(tenant.agent(first).pause).toBeNull();
    expect(rungFor(tenant, 'call-1')).toEqual([first === 'a' ? 'b' : 'a']);
  });

  test('DEC-4: an acceptance that crosses the recall wins', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.waits('call-1');
    tenant.rings();
    tenant.pass(15_000);
    tenant.reads('established', 'bot', 'caller');
    expect([...tenant.state.offers.values()][0]).toMatchObject({ phase: 'recalling' });
    tenant.roster('call-1', 'bot', 'caller', 'a');
    expect(tenant.task('call-1')).toMatchObject({ phase: 'connected', agentId: 'a' });
  });

  test('a gap in what was heard charges nobody with a miss', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.waits('call-1');
    tenant.rings();
    tenant.give({ type: 'GapObserved', fromAt: tenant.now });
    tenant.reads('established', 'bot', 'caller');
    tenant.invitationFails('call-1', 480);
    expect(tenant.agent('a').pause).toBeNull();
    expect(tenant.agent('a').missesInARow).toBe(0);
  });
});

describe('a broadcast', () => {
  const BROADCAST = { order: 'broadcast' as const, offers: { broadcastTo: 3 } };

  test('NIMx-01: rings the first N at once, the longest idle first', () => {
    const tenant = opened(BROADCAST);
    for (const name of ['b', 'd', 'a', 'c']) {
      tenant.pass(1_000);
      tenant.duty(name, false);
      tenant.duty(name, true);
    }
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(['b', 'd', 'a']);
  });

  test('NIMx-01: rings ten unless told otherwise', () => {
    const agents = Array.from({ length: 12 }, (_, index) => `agent-${index}`);
    const tenant = opened({ agents, order: 'broadcast' });
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toHaveLength(10);
  });

  test('NIMx-01: the first to accept wins, and nobody is paused for having lost', () => {
    const tenant = opened(BROADCAST);
    tenant.waits('call-1');
    const [first = '', second = '', third = ''] = rungFor(tenant, 'call-1');
    tenant.roster('call-1', 'bot', 'caller', second);
    expect(tenant.task('call-1')?.agentId).toBe(second);
    tenant.pass(6_000);
    for (const name of [first, third]) {
      expect(tenant.agent(name)).toMatchObject({ offerId: null, pause: null, missesInARow: 0 });
    }
  });

  test('NIMx-01: a lost broadcast pauses only where the service says so', () => {
    const offers = { broadcastTo: 3, pauseAfterMissedBroadcast: true };
    const tenant = opened({ order: 'broadcast', offers });
    tenant.waits('call-1');
    const [first = '', second = ''] = rungFor(tenant, 'call-1');
    tenant.roster('call-1', 'bot', 'caller', first);
    tenant.pass(6_000);
    expect(tenant.agent(second).pause).toMatchObject({ cause: 'missed' });
  });

  test('NIMx-01: nobody answers, and nobody is paused', () => {
    const tenant = opened({ ...BROADCAST, agents: ['a', 'b'] });
    tenant.waits('call-1');
    letsRing(tenant);
    tenant.pass(7_000);
    expect(tenant.agent('a').pause).toBeNull();
    expect(tenant.agent('b').pause).toBeNull();
  });
});

describe('a higher priority', () => {
  /** Agents of both services; a call of `low` rings before one of `high` comes. */
  function two(shared: readonly string[], high: readonly string[] = shared): PlayedTenant {
    return new PlayedTenant({
      ageingSeconds: 60,
      services: [
        service('low', { agents: [...shared], queue: { priority: 5 } }),
        service('high', { agents: [...high], queue: { priority: 1 } }),
      ],
    });
  }

  function arrives(tenant: PlayedTenant, call: string, account: string): void {
    tenant.dials(call, account);
    tenant.settle('answer-call');
    tenant.established(call);
  }

  test('NIMx-06: takes the agent back from a ringing call of lower priority', () => {
    const tenant = two(['a']);
    arrives(tenant, 'call-1', 'account-low');
    arrives(tenant, 'call-2', 'account-high');
    const [offer] = tenant.state.offers.values();
    expect(offer).toMatchObject({ phase: 'checking', recallCause: 'higher-priority' });
    tenant.pass(7_000);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
    expect(tenant.task('call-1')?.phase).toBe('waiting');
  });

  test('NIMx-06: takes nobody back while somebody else can take it', () => {
    const tenant = two(['a'], ['a', 'b']);
    arrives(tenant, 'call-1', 'account-low');
    arrives(tenant, 'call-2', 'account-high');
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
    expect(rungFor(tenant, 'call-2')).toEqual(['b']);
  });

  test('NIMx-06: does not take back what has waited longer than the ageing time allows', () => {
    const tenant = two(['a']);
    tenant.presence('a', 'Busy', 'InAMeeting');
    arrives(tenant, 'call-1', 'account-low');
    tenant.pass(4 * 60_000 + 1_000);
    tenant.presence('a', 'Available', 'Available');
    arrives(tenant, 'call-2', 'account-high');
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
    expect(tenant.ringing()).toBe('a');
  });

  test('NIMx-06: is served first, but never before a call that has aged past it', () => {
    const tenant = two(['a']);
    tenant.duty('a', false);
    arrives(tenant, 'old', 'account-low');
    tenant.pass(4 * 60_000 + 1);
    arrives(tenant, 'new', 'account-high');
    arrives(tenant, 'late', 'account-low');
    tenant.duty('a', true);
    const served: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const call = ['old', 'new', 'late'].find((name) => rungFor(tenant, name).length > 0) ?? '';
      served.push(call);
      tenant.roster(call, 'bot', 'caller', 'a');
      tenant.callState(call, 'terminated');
      tenant.pass(10_000);
    }
    expect(served).toEqual(['old', 'new', 'late']);
  });

  test('NIMx-06: under redirect nothing rings that could be taken back', () => {
    const tenant = new PlayedTenant({
      services: [
        service('low', { agents: ['a'], delivery: 'redirect', queue: { priority: 5 } }),
        service('high', { agents: ['a'], queue: { priority: 1 } }),
      ],
    });
    tenant.dials('call-1', 'account-low');
    arrives(tenant, 'call-2', 'account-high');
    expect([...tenant.state.offers.values()]).toMatchObject([{ phase: 'ringing', agentId: 'a' }]);
  });
});

test('NIM-42: an agent in a call of ours is not rung, whatever presence says', () => {
  const tenant = new PlayedTenant({ services: [helpDesk({ agents: ['a'] })] });
  expect(talks(tenant, 'call-1')).toBe('a');
  tenant.presence('a', 'Available', 'Available');
  tenant.waits('call-2');
  expect(rungFor(tenant, 'call-2')).toEqual([]);
});
