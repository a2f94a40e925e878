/** Confirm before offering: at most one reading, and its time is shown. */
import { describe, expect, test } from '@jest/globals';
import type { PresenceReading } from '@rufwerk/engine/core';
import { opened } from '../helpDesk.ts';
import { factsOf, person, type PlayedTenant } from '../playedTenant.ts';

const presence = { notOlderThanSeconds: 30, whenOlder: 'confirm' } as const;

function aged(agents: string[]): PlayedTenant {
  const tenant = opened({ agents, order: 'fixed-order', presence });
  tenant.pass(31_000, { polling: false });
  tenant.waits('call-1');
  return tenant;
}

function shows(tenant: PlayedTenant, agent: string, availability: string, activity: string) {
  const reading: PresenceReading = {
    ...{ agentId: person(agent), availability, activity },
    ...{ fidelity: 'activity', outOfOffice: false, sequenceNumber: '99999999' },
  };
  const outcome = { kind: 'presence-read', askedAt: tenant.now, readings: [reading] } as const;
  return tenant.settle('read-presence', outcome);
}

describe('an offer to somebody of whom too little is known', () => {
  test('DEC-15: asks Teams once and rings then; the time it took is a fact', () => {
    const tenant = aged(['a']);
    expect(tenant.open('read-presence')).toMatchObject([{ agentIds: ['a'], because: 'offer' }]);
    expect(tenant.open('invite-agent')).toEqual([]);
    tenant.now += 120;
    const facts = shows(tenant, 'a', 'Available', 'Available');
    expect(factsOf(facts, 'OfferConfirmed')).toMatchObject([{ tookMs: 120 }]);
    expect(tenant.ringing()).toBe('a');
    expect(tenant.open('read-presence')).toEqual([]);
  });

  test('NIM-28: rings nobody whom the reading shows in a call, and tries the next', () => {
    const tenant = aged(['a', 'b']);
    shows(tenant, 'a', 'Busy', 'InACall');
    expect(tenant.open('invite-agent')).toEqual([]);
    expect(tenant.open('read-presence')).toMatchObject([{ agentIds: ['b'] }]);
    shows(tenant, 'b', 'Available', 'Available');
    expect(tenant.ringing()).toBe('b');
  });

  test('DEC-4: the agent is not free meanwhile', () => {
    const tenant = aged(['a']);
    tenant.waits('call-2');
    expect(tenant.open('read-presence')).toHaveLength(1);
    expect(tenant.task('call-2')?.offerIds).toEqual([]);
  });

  test('DEC-15: without an answer in time the next is tried, and this one after a moment', () => {
    const tenant = aged(['a', 'b']);
    const facts = tenant.pass(2_500, { polling: false });
    expect(factsOf(facts, 'OfferEnded')).toMatchObject([
      { outcome: 'not-confirmed', isMiss: false, pause: { cause: 'not-confirmed' } },
    ]);
    expect(tenant.open('read-presence').map(({ agentIds }) => agentIds)).toEqual([['a'], ['b']]);
    expect(tenant.agent('a').missesInARow).toBe(0);
  });

  test('DEC-15: a reading that fails is taken as no answer', () => {
    const tenant = aged(['a']);
    tenant.settle('read-presence', { kind: 'failed', cause: 'down' });
    expect(tenant.open('invite-agent')).toEqual([]);
    expect(tenant.agent('a').pause).toMatchObject({ cause: 'not-confirmed' });
    tenant.pass(10_000, { polling: false });
    expect(tenant.open('read-presence')).toHaveLength(1);
  });

  test('the caller hanging up meanwhile leaves the agent free, and a late answer rings nobody', () => {
    const tenant = aged(['a']);
    tenant.callState('call-1', 'terminated');
    expect(tenant.agent('a').offerId).toBeNull();
    shows(tenant, 'a', 'Available', 'Available');
    expect(tenant.open('invite-agent')).toEqual([]);
  });

  test('DEC-15: what is fresh is not asked for', () => {
    const tenant = opened({ agents: ['a'], presence });
    tenant.waits('call-1');
    expect(tenant.open('read-presence')).toEqual([]);
    expect(tenant.ringing()).toBe('a');
  });
});

describe('somebody who has just come on duty', () => {
  function comes(unseenMs: number): PlayedTenant {
    const tenant = opened({ agents: ['a'] });
    tenant.duty('a', false);
    tenant.pass(unseenMs, { polling: false });
    tenant.waits('call-1');
    tenant.duty('a', true);
    return tenant;
  }

  test('NIM-28: is read before the first ring when they have not been seen for a while', () => {
    const tenant = comes(40_000);
    expect(tenant.open('invite-agent')).toEqual([]);
    shows(tenant, 'a', 'Busy', 'InACall');
    expect(tenant.open('invite-agent')).toEqual([]);
    expect(tenant.ringing()).toBeNull();
  });

  test('NIM-28: rings at once when the reading shows them free, or they were seen just now', () => {
    const tenant = comes(40_000);
    shows(tenant, 'a', 'Available', 'Available');
    expect(tenant.ringing()).toBe('a');
    expect(comes(5_000).ringing()).toBe('a');
  });

  test('DEC-3: is rung without it where Teams does not answer', () => {
    const tenant = comes(40_000);
    tenant.pass(2_500, { polling: false });
    expect(tenant.open('invite-agent')).toEqual([]);
    tenant.pass(10_000, { polling: false });
    expect(tenant.open('invite-agent')).toHaveLength(1);
  });
});
