/** Presence that we show: leases, renewals, releases, and that our own echo is no evidence. */
import { describe, expect, test } from '@jest/globals';
import { asId, seenPresence, type ServiceId, writeSnapshot } from '@rufwerk/engine/core';
import { takeLease } from '../../../../src/engine/core/leases/leases.ts';
import { Turn } from '../../../../src/engine/core/tenant/turn.ts';
import { opened, talks } from '../helpDesk.ts';
import { factsOf, person, type PlayedTenant } from '../playedTenant.ts';

const SHOWING = { agents: ['a'], showWorkInTeams: true } as const;
const WORK = { mode: 'fixed', seconds: 600, maximumSeconds: 600 } as const;

function shown(tenant: PlayedTenant, agent = 'a'): string | undefined {
  return seenPresence(tenant.state, tenant.agent(agent), tenant.now)?.activity;
}

function inWork(): PlayedTenant {
  const tenant = opened({ ...SHOWING, agents: ['a'], afterCallWork: WORK });
  talks(tenant, 'call-1');
  tenant.settle('write-presence');
  tenant.callState('call-1', 'terminated');
  return tenant;
}

describe('work that shows in Teams', () => {
  test('DEC-5: is written from the connection on, as Busy in a call, for ten minutes at most', () => {
    const tenant = opened({ ...SHOWING, agents: ['a'] });
    talks(tenant, 'call-1');
    expect(tenant.open('write-presence')).toMatchObject([
      { agentId: 'a', presence: { availability: 'Busy', activity: 'InACall' }, forSeconds: 600 },
    ]);
  });

  test('DEC-5: nothing is written where the service does not ask for it', () => {
    const tenant = opened({ agents: ['a'] });
    talks(tenant, 'call-1');
    expect(tenant.open('write-presence')).toEqual([]);
    expect(tenant.state.sessions.size).toBe(0);
  });

  test('DEC-5: is renewed every four minutes while the work stands', () => {
    const tenant = opened({ ...SHOWING, agents: ['a'] });
    talks(tenant, 'call-1');
    tenant.settle('write-presence');
    tenant.pass(240_000 - 1);
    expect(tenant.open('write-presence')).toEqual([]);
    tenant.pass(1);
    expect(tenant.open('write-presence')).toHaveLength(1);
  });

  test('DEC-5: a call of three hours is shown to its end', () => {
    const tenant = opened({ ...SHOWING, agents: ['a'] });
    talks(tenant, 'call-1');
    for (let minutes = 0; minutes < 180; minutes += 1) {
      if (tenant.open('write-presence').length > 0) tenant.settle('write-presence');
      tenant.pass(60_000);
    }
    expect(tenant.state.sessions.get(person('a'))?.leases).toHaveLength(1);
    const until = tenant.state.sessions.get(person('a'))?.shown?.untilAt ?? 0;
    expect(until).toBeGreaterThan(tenant.now);
  });

  test('DEC-5: ends by release, and nothing earlier is written back', () => {
    const tenant = inWork();
    const facts = tenant.pass(600_000);
    expect(factsOf(facts, 'LeaseReleased')).toMatchObject([{ cause: 'reason-ended' }]);
    if (tenant.open('write-presence').length > 0) tenant.settle('write-presence');
    expect(tenant.open('clear-presence')).toMatchObject([{ agentId: 'a' }]);
    tenant.settle('clear-presence');
    expect(tenant.open('write-presence')).toEqual([]);
    expect(tenant.open('prefer-presence')).toEqual([]);
  });

  test('DEC-5: once everything is over nothing of it is kept', () => {
    const tenant = inWork();
    tenant.give({ type: 'AfterCallWorkFinished', agentId: person('a'), by: person('a') });
    tenant.settle('clear-presence');
    tenant.settle('read-presence', { kind: 'failed', cause: 'down' });
    tenant.pass(61_000);
    expect(tenant.state.sessions.size).toBe(0);
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });

  test('DEC-5: a write that fails is tried again later and later, a clearance too', () => {
    const tenant = opened({ ...SHOWING, agents: ['a'], afterCallWork: { mode: 'none' } });
    talks(tenant, 'call-1');
    tenant.settle('write-presence', { kind: 'failed', cause: 'throttled' });
    expect(tenant.open('write-presence')).toEqual([]);
    tenant.pass(2_000);
    tenant.settle('write-presence', { kind: 'unknown', cause: 'timeout' });
    tenant.pass(3_999);
    expect(tenant.open('write-presence')).toEqual([]);
    tenant.pass(1);
    tenant.settle('write-presence');
    tenant.callState('call-1', 'terminated');
    tenant.settle('clear-presence', { kind: 'failed', cause: 'down' });
    tenant.pass(2_000);
    expect(tenant.open('clear-presence')).toHaveLength(1);
  });

  test('DEC-5: a clearance that never succeeds is over when the write has ended by itself', () => {
    const tenant = opened({ ...SHOWING, agents: ['a'], afterCallWork: { mode: 'none' } });
    talks(tenant, 'call-1');
    tenant.settle('write-presence');
    tenant.callState('call-1', 'terminated');
    for (let seconds = 0; seconds < 700; seconds += 1) {
      if (tenant.open('clear-presence').length > 0) {
        tenant.settle('clear-presence', { kind: 'failed', cause: 'down' });
      }
      tenant.pass(1_000);
    }
    expect(tenant.open('clear-presence')).toEqual([]);
    expect(tenant.state.sessions.get(person('a'))?.shown ?? null).toBeNull();
  });

  test('DEC-5: a restart in the middle finds every lease and releases it in time', () => {
    const tenant = inWork();
    tenant.restart();
    tenant.pass(600_000);
    if (tenant.open('write-presence').length > 0) tenant.settle('write-presence');
    expect(tenant.open('clear-presence')).toHaveLength(1);
  });
});

describe('two leases of one person', () => {
  test('DEC-5: the stronger one is shown, and the weaker one again when it has gone', () => {
    const tenant = opened({ ...SHOWING, agents: ['a'] });
    talks(tenant, 'call-1');
    tenant.settle('write-presence');
    const agentId = person('a');
    const seen = { type: 'EmergencyCallSeen', agentId, sign: 'button' } as const;
    tenant.give({ ...seen, dialledAt: null, isDrill: false, by: agentId });
    expect(tenant.open('write-presence')).toMatchObject([
      { presence: { availability: 'DoNotDisturb' } },
    ]);
    tenant.settle('write-presence');
    tenant.give({ type: 'EmergencyCallOver', agentId, by: agentId, endedAt: null });
    expect(tenant.open('write-presence')).toMatchObject([{ presence: { activity: 'InACall' } }]);
  });
});

describe('a lease that nobody releases', () => {
  test('DEC-5: ends by itself, whoever took it', () => {
    const tenant = opened({ agents: ['a'] });
    const reason = { kind: 'after-call-work', serviceId: asId<ServiceId>('help-desk') } as const;
    const presence = { availability: 'Busy', activity: 'InACall' } as const;
    const untilAt = tenant.now + 60_000;
    const turn = new Turn(tenant.state, tenant.now, null);
    takeLease(turn, person('a'), { owner: 'connector', reason, presence, untilAt });
    tenant.settle('write-presence');
    expect(factsOf(tenant.pass(59_999), 'LeaseReleased')).toEqual([]);
    expect(factsOf(tenant.pass(1), 'LeaseReleased')).toMatchObject([{ cause: 'expired' }]);
    expect(tenant.open('clear-presence')).toHaveLength(1);
  });
});

describe('our own echo', () => {
  test('DEC-5: is no evidence: an agent shown as Busy because of us is not thereby ineligible', () => {
    const tenant = inWork();
    expect(shown(tenant)).toBe('Available');
    tenant.presence('a', 'Busy', 'InACall');
    expect(shown(tenant)).toBe('Available');
    tenant.give({ type: 'AfterCallWorkFinished', agentId: person('a'), by: person('a') });
    tenant.settle('clear-presence');
    tenant.presence('a', 'Busy', 'InACall');
    tenant.waits('call-2');
    tenant.presence('a', 'Available', 'Available');
    expect(tenant.ringing()).toBe('a');
  });

  test('NIM-28: what looks like it may be a call of the person’s own: nobody is rung on it', () => {
    const tenant = inWork();
    tenant.give({ type: 'AfterCallWorkFinished', agentId: person('a'), by: person('a') });
    tenant.settle('clear-presence');
    tenant.waits('call-2');
    expect(tenant.ringing()).toBeNull();
    tenant.presence('a', 'Busy', 'InACall');
    tenant.pass(59_000);
    expect(tenant.ringing()).toBeNull();
    expect(tenant.decisions.at(-1)?.notChosen[0]?.reason).toEqual({ code: 'presence-not-known' });
  });

  test('NIM-28: once it must be over, what is known from before counts, as old as it is', () => {
    const tenant = inWork();
    tenant.give({ type: 'AfterCallWorkFinished', agentId: person('a'), by: person('a') });
    tenant.settle('clear-presence');
    tenant.waits('call-2');
    tenant.pass(61_000, { polling: false });
    const reason = tenant.decisions.at(-1)?.notChosen[0]?.reason.code;
    expect(tenant.ringing() ?? reason).not.toBe('presence-not-known');
  });

  test('NIM-28: long after our session has ended it is the person’s own again', () => {
    const tenant = inWork();
    tenant.give({ type: 'AfterCallWorkFinished', agentId: person('a'), by: person('a') });
    tenant.settle('clear-presence');
    tenant.pass(80_000);
    tenant.presence('a', 'Busy', 'InACall');
    expect(shown(tenant)).toBe('InACall');
  });

  test('NIM-28: a call of the person right after our session ended is the person’s own', () => {
    const tenant = inWork();
    const agentId = person('a');
    tenant.give({ type: 'AfterCallWorkFinished', agentId, by: agentId });
    tenant.settle('clear-presence');
    const shownBy = { fidelity: 'activity', outOfOffice: false } as const;
    const free = { availability: 'Available', activity: 'Available', sequenceNumber: '99999998' };
    const readings = [{ agentId, ...free, ...shownBy }];
    tenant.settle('read-presence', { kind: 'presence-read', askedAt: tenant.now, readings });
    tenant.now += 3_000;
    const call = { availability: 'Busy', activity: 'InACall', sequenceNumber: null };
    tenant.give({ type: 'PresencePushed', readings: [{ agentId, ...call, ...shownBy }] });
    expect(shown(tenant)).toBe('InACall');
    tenant.waits('call-2');
    expect(tenant.ringing()).toBeNull();
  });

  test('NIM-28: of a write that could not be renewed the same value is the person’s own', () => {
    const tenant = inWork();
    const refused = { kind: 'failed', cause: 'refused' } as const;
    for (let minute = 0; minute < 9; minute += 1) {
      tenant.pass(60_000);
      if (tenant.open('write-presence').length > 0) tenant.settle('write-presence', refused);
    }
    const until = tenant.state.sessions.get(person('a'))?.shown?.untilAt ?? 0;
    tenant.pass(Math.max(0, until - tenant.now) + 16_000, { pollingEveryMs: 1_000 });
    tenant.presence('a', 'Busy', 'InACall');
    expect(shown(tenant)).toBe('InACall');
  });

  test('NIM-28: what differs from it is evidence at once', () => {
    const tenant = inWork();
    tenant.presence('a', 'DoNotDisturb', 'DoNotDisturb');
    expect(shown(tenant)).toBe('DoNotDisturb');
  });

  test('DEC-15: a block that is confirmed meanwhile does not make older knowledge fresh', () => {
    const tenant = inWork();
    const age = () => seenPresence(tenant.state, tenant.agent('a'), tenant.now)?.ageMs ?? 0;
    tenant.pass(100_000);
    expect(age()).toBeGreaterThanOrEqual(100_000);
    tenant.give({ type: 'AfterCallWorkFinished', agentId: person('a'), by: person('a') });
    tenant.settle('clear-presence');
    const agentId = person('a');
    tenant.settle('read-presence', {
      kind: 'presence-read',
      askedAt: tenant.now,
      readings: [
        {
          ...{ agentId, availability: 'Available', activity: 'Available' },
          ...{ fidelity: 'activity', outOfOffice: false, sequenceNumber: '99999999' },
        },
      ],
    });
    expect(age()).toBe(0);
  });
});
