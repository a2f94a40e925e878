/** Sources of presence: what orders their news, and what a late notification may do. */
import { describe, expect, test } from '@jest/globals';
import type { BlockId, PresenceReading } from '@rufwerk/engine/core';
import { asId, seenPresence } from '@rufwerk/engine/core';
import { opened } from '../helpDesk.ts';
import { factsOf, person, type PlayedTenant } from '../playedTenant.ts';

const BLOCK = asId<BlockId>('block-1');

function reading(
  agent: string,
  availability: string,
  activity = availability,
  sequenceNumber: string | null = null,
): PresenceReading {
  return {
    ...{ agentId: person(agent), availability, activity, sequenceNumber },
    ...{ fidelity: 'activity', outOfOffice: false },
  };
}

function polled(tenant: PlayedTenant, askedAt: number, ...changes: PresenceReading[]) {
  return tenant.give({ type: 'PresenceBlockPolled', blockId: BLOCK, askedAt, changes });
}

function pushed(tenant: PlayedTenant, ...readings: PresenceReading[]) {
  return tenant.give({ type: 'PresencePushed', readings });
}

function shown(tenant: PlayedTenant, agent: string): string | undefined {
  return seenPresence(tenant.state, tenant.agent(agent), tenant.now)?.activity;
}

/** Graph gives no stamp to anything in these stories: their news are ordered by time. */
function withoutStamps(tenant: PlayedTenant): PlayedTenant {
  for (const agent of tenant.state.agents.values()) {
    if (agent.evidence !== null) agent.evidence.sequenceNumber = null;
  }
  return tenant;
}

describe('a notification', () => {
  test('NIM-28 DEC-15: takes an agent away at once and recalls what rings', () => {
    const tenant = withoutStamps(opened({ agents: ['a'] }));
    tenant.waits('call-1');
    tenant.rings();
    pushed(tenant, reading('a', 'Busy', 'InACall'));
    expect(shown(tenant, 'a')).toBe('InACall');
    expect(tenant.open('read-call')).toHaveLength(1);
    expect([...tenant.state.offers.values()][0]).toMatchObject({ recallCause: 'presence' });
  });

  test('NIM-27: of a stranger is not taken in the place of what a member saw', () => {
    const tenant = withoutStamps(opened({ agents: ['a'] }));
    pushed(tenant, { ...reading('a', 'DoNotDisturb'), fidelity: 'availability' });
    expect(shown(tenant, 'a')).toBe('Available');
    expect(tenant.open('read-presence')).toMatchObject([{ agentIds: ['a'], because: 'push' }]);
  });

  test('NIM-28: that may be late gives nobody back before Teams has been asked', () => {
    const tenant = withoutStamps(opened({ agents: ['a'] }));
    pushed(tenant, reading('a', 'Busy', 'InACall'));
    tenant.waits('call-1');
    pushed(tenant, reading('a', 'Available'));
    expect(tenant.ringing()).toBeNull();
    const [read] = tenant.open('read-presence');
    expect(read).toMatchObject({ agentIds: ['a'], because: 'push' });
    tenant.settle('read-presence', {
      kind: 'presence-read',
      askedAt: tenant.now,
      readings: [reading('a', 'Available')],
    });
    expect(tenant.ringing()).toBe('a');
  });

  test('NIM-28: that was late changes nothing when the reading says so', () => {
    const tenant = withoutStamps(opened({ agents: ['a'] }));
    pushed(tenant, reading('a', 'Busy', 'InACall'));
    tenant.waits('call-1');
    pushed(tenant, reading('a', 'Available'));
    tenant.settle('read-presence', {
      kind: 'presence-read',
      askedAt: tenant.now,
      readings: [reading('a', 'Busy', 'InACall')],
    });
    expect(tenant.ringing()).toBeNull();
    expect(shown(tenant, 'a')).toBe('InACall');
  });

  test('NIM-28: a stamp does not make it trusted where it gives: a later one may be on its way', () => {
    const tenant = opened({ agents: ['a'] });
    pushed(tenant, reading('a', 'Busy', 'InACall', '00000005'));
    // A new call, told with a later stamp, is nothing new; then the end of the first one comes.
    pushed(tenant, reading('a', 'Busy', 'InACall', '00000007'));
    tenant.waits('call-1');
    pushed(tenant, reading('a', 'Available', 'Available', '00000006'));
    expect(shown(tenant, 'a')).toBe('InACall');
    expect(tenant.ringing()).toBeNull();
    expect(tenant.open('read-presence')).toHaveLength(1);
  });

  test('DEC-15: with an earlier stamp is late, and not even worth a reading', () => {
    const tenant = opened({ agents: ['a'] });
    pushed(tenant, reading('a', 'Busy', 'InACall', '00000007'));
    pushed(tenant, reading('a', 'Available', 'Available', '00000006'));
    expect(tenant.open('read-presence')).toEqual([]);
  });

  test('NIM-27: a member’s view of the same moment replaces a stranger’s, not the other way', () => {
    const tenant = opened({ agents: ['a'] });
    const stranger = {
      ...reading('a', 'Busy', 'Busy', '00000009'),
      fidelity: 'availability',
    } as const;
    const member = reading('a', 'Busy', 'InAConferenceCall', '00000009');
    polled(tenant, tenant.now, stranger);
    polled(tenant, tenant.now, member);
    expect(shown(tenant, 'a')).toBe('InAConferenceCall');
    polled(tenant, tenant.now, stranger);
    expect(shown(tenant, 'a')).toBe('InAConferenceCall');
  });

  test('DEC-15: told again it is no fact, and it does not make what is known any younger', () => {
    const tenant = withoutStamps(opened({ agents: ['a'] }));
    tenant.now += 30_000;
    const facts = pushed(tenant, reading('a', 'Available'), reading('stranger', 'Busy'));
    expect(facts).toEqual([]);
    expect(seenPresence(tenant.state, tenant.agent('a'), tenant.now)?.ageMs).toBe(30_000);
  });
});

describe('a poll', () => {
  test('DEC-15: that was asked before a notification came does not take it back', () => {
    const tenant = withoutStamps(opened({ agents: ['a'] }));
    const askedAt = tenant.now;
    tenant.now += 100;
    pushed(tenant, reading('a', 'Busy', 'InACall'));
    tenant.now += 100;
    polled(tenant, askedAt, reading('a', 'Available'));
    expect(shown(tenant, 'a')).toBe('InACall');
    polled(tenant, tenant.now, reading('a', 'Available'));
    expect(shown(tenant, 'a')).toBe('Available');
  });

  test('DEC-15: is as old as its question, not as its answer', () => {
    const tenant = withoutStamps(opened({ agents: ['a'] }));
    const askedAt = tenant.now + 1_000;
    tenant.now += 5_000;
    polled(tenant, askedAt);
    expect(seenPresence(tenant.state, tenant.agent('a'), tenant.now)?.ageMs).toBe(4_000);
  });

  test('DEC-15: whoever moves to another block takes along how old the knowledge is', () => {
    const tenant = opened({ agents: ['a', 'b'] });
    tenant.now += 10_000;
    const blockId = asId<BlockId>('block-9');
    const agentIds = [person('a')];
    tenant.give({ type: 'PresenceBlocksFormed', blocks: [{ blockId, agentIds }] });
    tenant.now += 10_000;
    const age = () => seenPresence(tenant.state, tenant.agent('a'), tenant.now)?.ageMs;
    expect(age()).toBe(20_000);
    tenant.give({ type: 'PresenceBlockPolled', blockId, askedAt: tenant.now, changes: [] });
    expect(age()).toBe(0);
  });
});

test('however many blocks there are, a restart forgets of none when it was confirmed', () => {
  const agents = Array.from({ length: 40 }, (_, index) => `agent-${index}`);
  const tenant = opened({ agents });
  const blocks = agents.map((agent, index) => ({
    blockId: asId<BlockId>(`block-${index + 1}`),
    agentIds: [person(agent)],
  }));
  tenant.give({ type: 'PresenceBlocksFormed', blocks });
  tenant.now += 60_000;
  for (const { blockId } of blocks) {
    tenant.give({ type: 'PresenceBlockPolled', blockId, askedAt: tenant.now, changes: [] });
  }
  const ages = () =>
    agents.map((agent) => seenPresence(tenant.state, tenant.agent(agent), tenant.now)?.ageMs);
  expect(new Set(ages())).toEqual(new Set([0]));
  tenant.restart();
  expect(new Set(ages())).toEqual(new Set([0]));
});

describe('an old presence', () => {
  const old = { notOlderThanSeconds: 30 } as const;

  test('DEC-15: is worth no offer unless the service says otherwise', () => {
    const tenant = opened({ agents: ['a'], presence: old });
    tenant.pass(31_000, { polling: false });
    tenant.waits('call-1');
    expect(tenant.ringing()).toBeNull();
  });

  test('DEC-15: comes after all others where the service prefers them', () => {
    const presence = { ...old, whenOlder: 'others-first' } as const;
    const tenant = opened({ agents: ['a', 'b'], order: 'fixed-order', presence });
    tenant.give({
      type: 'PresenceBlocksFormed',
      blocks: [
        { blockId: BLOCK, agentIds: [person('a')] },
        { blockId: asId<BlockId>('block-2'), agentIds: [person('b')] },
      ],
    });
    tenant.now += 31_000;
    const blockId = asId<BlockId>('block-2');
    tenant.give({ type: 'PresenceBlockPolled', blockId, changes: [] });
    tenant.waits('call-1');
    expect(tenant.ringing()).toBe('b');
    expect(
      tenant.decisions.at(-1)?.candidates.map(({ agentId, isLate }) => [agentId, isLate]),
    ).toEqual([
      ['b', false],
      ['a', true],
    ]);
    tenant.waits('call-2');
    expect(factsOf(tenant.journal.at(-1)?.facts ?? [], 'CallOffered')).toMatchObject([
      { agentId: 'a' },
    ]);
  });

  test('DEC-3 row 16: an activity that has grown too old is what a stranger sees', () => {
    const presence = { busy: true, activityTrustedForSeconds: 20, notOlderThanSeconds: 60 };
    const tenant = opened({ agents: ['a'], presence });
    tenant.presence('a', 'Busy', 'InAMeeting');
    tenant.pass(21_000, { polling: false });
    tenant.waits('call-1');
    expect(tenant.ringing()).toBeNull();
    expect(tenant.decisions.at(-1)?.notChosen).toMatchObject([
      { agentId: 'a', reason: { code: 'busy-while-degraded', ageMs: 21_000, limitMs: 20_000 } },
    ]);
    tenant.confirmPresence();
    expect(tenant.ringing()).toBe('a');
  });
});
