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
  // Before and after the time for which an activity is trusted.
  test.each([
    [30, 'just as long ago as the service allows is relied on', 0, ['a']],
    [30, 'a moment longer ago is not', 1, []],
    [120, 'just as long ago as the service allows is relied on', 0, ['a']],
    [120, 'a moment longer ago is not', 1, []],
  ])('within %s s: %s', (notOlderThanSeconds, _, moreMs, expected) => {
    const tenant = opened({ agents: ['a'], presence: { notOlderThanSeconds } });
    tenant.confirmPresence();
    tenant.pass(notOlderThanSeconds * 1000 + moreMs, { polling: false });
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
