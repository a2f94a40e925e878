import { describe, expect, test } from '@jest/globals';
import { DUTY_REASONS } from '@rufwerk/engine/core';
import { desk, rung, service } from './distributionStories.ts';
import { factsOf, PlayedTenant } from './playedTenant.ts';

describe('NIMx-01: broadcast', () => {
  const broadcast = { order: 'broadcast' as const, offers: { broadcastTo: 3 } };

  test('whoever accepts first has the call, the others stop ringing and are not paused', () => {
    const tenant = new PlayedTenant(desk(broadcast));
    tenant.waits('c1');
    const [winner = '', ...others] = rung(tenant);
    for (const effect of tenant.open('invite-agent')) {
      const { effectId, offerId } = effect;
      const outcome = { kind: 'invited', participantId: `p-${offerId}` } as const;
      tenant.give({ type: 'EffectReported', effectId, outcome });
    }
    tenant.roster('c1', 'bot', 'caller', winner);
    expect(tenant.task('c1')).toMatchObject({ phase: 'connected', agentId: winner });
    expect(tenant.open('remove-participant')).toHaveLength(2);
    while (tenant.open('remove-participant').length > 0) tenant.settle('remove-participant');
    for (const agent of others) {
      expect(tenant.agent(agent)).toMatchObject({ offerId: null, pause: null, missesInARow: 0 });
    }
  });

  test('a miss counts only where the service says so', () => {
    for (const pauseAfterMissedBroadcast of [false, true]) {
      const offers = { ...broadcast.offers, pauseAfterMissedBroadcast };
      const tenant = new PlayedTenant(desk({ ...broadcast, offers, agents: ['a'] }));
      tenant.waits('c1');
      tenant.rings();
      tenant.invitationFails('c1', 480);
      expect(tenant.agent('a').pause !== null).toBe(pauseAfterMissedBroadcast);
    }
  });
});

describe('NIMx-06: priority', () => {
  const low = { queue: { priority: 5 }, agents: ['a'] };
  const high = service('urgent', { queue: { priority: 1 }, agents: ['a'] });

  test('an offer is recalled for a higher priority, which then has the agent', () => {
    const tenant = new PlayedTenant(desk(low, [high]));
    tenant.waits('low');
    tenant.rings();
    tenant.dials('high', 'account-urgent');
    tenant.settle('answer-call');
    tenant.established('high');
    const [offer] = tenant.state.offers.values();
    expect(offer).toMatchObject({ phase: 'checking', recallCause: 'higher-priority' });
    tenant.reads('established', 'bot', 'caller');
    tenant.settle('remove-participant');
    expect(tenant.task('high')?.offerIds).toHaveLength(1);
    expect(tenant.task('low')).toMatchObject({ phase: 'waiting', offerIds: [] });
    expect(tenant.agent('a')).toMatchObject({ pause: null, missesInARow: 0 });
  });

  test('DEC-4: an acceptance that crosses the recall wins', () => {
    const tenant = new PlayedTenant(desk(low, [high]));
    tenant.waits('low');
    tenant.rings();
    tenant.dials('high', 'account-urgent');
    tenant.settle('answer-call');
    tenant.established('high');
    tenant.roster('low', 'bot', 'caller', 'a');
    expect(tenant.task('low')).toMatchObject({ phase: 'connected', agentId: 'a' });
    expect(tenant.task('high')?.phase).toBe('waiting');
  });

  test('a call that has aged enough keeps its offer', () => {
    const tenant = new PlayedTenant({ ...desk(low, [high]), ageingSeconds: 10 });
    tenant.presence('a', 'Offline', 'Offline');
    tenant.waits('low');
    tenant.pass(60_000);
    tenant.presence('a', 'Available', 'Available');
    expect(tenant.task('low')?.offerIds).toHaveLength(1);
    tenant.dials('high', 'account-urgent');
    tenant.settle('answer-call');
    tenant.established('high');
    expect([...tenant.state.offers.values()][0]?.phase).toBe('ringing');
  });
});

describe('NIMx-02: misses and pauses', () => {
  test('so many misses in a row set the agent off duty, with a numbered reason and an alert', () => {
    const offers = { offDutyAfterMisses: 2, pauseAfterMissedSeconds: 0 };
    const tenant = new PlayedTenant(desk({ agents: ['a'], offers }));
    tenant.waits('c1');
    tenant.rings();
    tenant.invitationFails('c1', 480);
    expect(tenant.agent('a')).toMatchObject({ onDuty: true, missesInARow: 1 });
    const facts = tenant.invitationFails('c1', 480);
    expect(factsOf(facts, 'DutyChanged')[0]).toMatchObject({
      onDuty: false,
      by: null,
      reasonCode: DUTY_REASONS.MISSED_OFFERS,
    });
    expect(tenant.open('raise-alert')[0]?.alert).toMatchObject({
      kind: 'off-duty-after-misses',
      agentId: 'a',
      misses: 2,
    });
  });

  test('an accepted call begins the count anew', () => {
    const offers = { offDutyAfterMisses: 2, pauseAfterMissedSeconds: 0 };
    const tenant = new PlayedTenant(desk({ agents: ['a'], offers }));
    tenant.waits('c1');
    tenant.rings();
    tenant.invitationFails('c1', 480);
    tenant.roster('c1', 'bot', 'caller', 'a');
    expect(tenant.agent('a').missesInARow).toBe(0);
  });

  test('each outcome has its own pause, and the agent returns by itself when it ends', () => {
    const offers = {
      pauseAfterMissedSeconds: 11,
      pauseAfterDeclinedSeconds: 22,
      pauseAfterUnreachableSeconds: 33,
    };
    for (const [code, seconds] of [
      [480, 11],
      [603, 22],
      [500, 33],
    ] as const) {
      const tenant = new PlayedTenant(desk({ agents: ['a'], offers }));
      tenant.waits('c1');
      tenant.rings();
      tenant.invitationFails('c1', code);
      expect(tenant.agent('a').pause?.untilAt).toBe(tenant.now + seconds * 1000);
      tenant.pass(seconds * 1000);
      expect(rung(tenant)).toEqual(['a']);
    }
  });

  test('NIM-43: a presence that turns ineligible recalls the offer, and is not the agent’s miss', () => {
    const tenant = new PlayedTenant(desk({ agents: ['a'] }));
    tenant.waits('c1');
    tenant.rings();
    tenant.presence('a', 'Busy', 'InACall');
    expect([...tenant.state.offers.values()][0]).toMatchObject({
      phase: 'checking',
      recallCause: 'presence',
    });
    tenant.invitationFails('c1', 480);
    expect(tenant.agent('a')).toMatchObject({ pause: null, missesInARow: 0 });
  });
});
