/** How old a presence may be, and which of two tellings is the later one. */
import { describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import { opened, rungFor } from './helpDesk.ts';
import { person, type PlayedTenant } from './playedTenant.ts';

/** What a poll reads of agent a, with Graph's stamp. */
function shows(tenant: PlayedTenant, availability: string, sequenceNumber: string | null): void {
  const seen = { availability, activity: availability, fidelity: 'activity' as const };
  tenant.give({
    type: 'PresenceBlockPolled',
    blockId: asId('block-1'),
    changes: [{ agentId: person('a'), ...seen, outOfOffice: false, sequenceNumber }],
  });
}

describe('DEC-15: a presence that was last confirmed', () => {
  test.each([
    ['just as long ago as the service allows is relied on', 30_000, ['a']],
    ['a moment longer ago is not', 30_001, []],
  ])('%s', (_, ageMs, expected) => {
    const tenant = opened({ agents: ['a'], presence: { notOlderThanSeconds: 30 } });
    tenant.confirmPresence();
    tenant.pass(ageMs, { polling: false });
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(expected);
  });
});

test('an earlier stamp is late news, and changes nothing', () => {
  const tenant = opened({ agents: ['a'] });
  shows(tenant, 'DoNotDisturb', '00000020');
  shows(tenant, 'Available', '00000019');
  tenant.waits('call-1');
  expect(rungFor(tenant, 'call-1')).toEqual([]);
  shows(tenant, 'Available', '00000021');
  expect(rungFor(tenant, 'call-1')).toEqual(['a']);
});
