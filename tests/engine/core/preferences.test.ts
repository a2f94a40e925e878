/** A caller is kept for somebody only as long as one of them can come (NIMx-04). */
import { describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import { helpDesk, opened, rungFor, talks } from './helpDesk.ts';
import { person, type PlayedTenant } from './playedTenant.ts';

/** A caller is kept for c and d for a minute; both are on duty and busy, a and b are free. */
function kept(): PlayedTenant {
  const tenant = opened({
    responsibility: { preferred: ['c', 'd'], preferredFirstSeconds: 60, team: null },
  });
  for (const name of ['c', 'd']) tenant.presence(name, 'Busy', 'InACall');
  tenant.waits('call-1');
  expect(rungFor(tenant, 'call-1')).toEqual([]);
  return tenant;
}

describe('NIMx-04: a preference', () => {
  test('ends when the last of its people goes off duty, and not before', () => {
    const tenant = kept();
    tenant.duty('c', false);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.duty('d', false);
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
  });

  test('ends when the last of them takes a break', () => {
    const tenant = kept();
    tenant.duty('c', false);
    tenant.give({ type: 'BreakTaken', agentId: person('d'), reasonCode: 100, by: person('d') });
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
  });

  test('ends when the last of them switches the service off', () => {
    const tenant = kept();
    tenant.duty('c', false);
    const switched = { serviceId: asId<never>('help-desk'), active: false };
    tenant.give({ type: 'ServiceSwitched', agentId: person('d'), ...switched, by: person('d') });
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
  });

  test('ends when they are no longer of the service', () => {
    const tenant = kept();
    tenant.configure({ services: [helpDesk({ agents: ['a', 'b'] })] });
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
  });

  test('ends when the last of them is away in Teams, and not while they are only busy', () => {
    const tenant = kept();
    tenant.duty('c', false);
    tenant.presence('d', 'Busy', 'InAConferenceCall');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.presence('d', 'Offline', 'Offline');
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
  });

  test('does not begin for people whom presence keeps away', () => {
    const tenant = opened({
      responsibility: { preferred: ['c', 'd'], preferredFirstSeconds: 60, team: null },
    });
    for (const name of ['c', 'd']) tenant.presence(name, 'DoNotDisturb', 'DoNotDisturb');
    tenant.waits('call-1');
    expect(['a', 'b']).toContain(rungFor(tenant, 'call-1')[0]);
  });

  test('ends at the next look when the presence of the last of them has grown too old', () => {
    const tenant = opened({
      responsibility: { preferred: ['d'], preferredFirstSeconds: 600, team: null },
      presence: { notOlderThanSeconds: 40, whenOlder: 'not-offered' },
    });
    tenant.formBlocks(2);
    tenant.presence('d', 'Busy', 'InACall');
    tenant.waits('call-1');
    const [first] = tenant.state.blocks.keys();
    const polled = {
      type: 'PresenceBlockPolled',
      blockId: first ?? asId(''),
      changes: [],
    } as const;
    for (let passed = 0; passed < 70; passed += 2) {
      tenant.pass(2_000, { polling: false });
      tenant.give(polled);
    }
    expect(['a', 'b']).toContain(rungFor(tenant, 'call-1')[0]);
  });

  test('is no use for a last agent who has gone offline: somebody else rings at once', () => {
    const tenant = opened({ responsibility: { lastAgentFirstSeconds: 60 } });
    const last = talks(tenant, 'call-1');
    tenant.callState('call-1', 'terminated');
    tenant.presence(last, 'Offline', 'Offline');
    tenant.dials('call-2', 'account-help-desk', 'caller-call-1');
    tenant.settle('answer-call');
    tenant.established('call-2');
    expect(rungFor(tenant, 'call-2')).toHaveLength(1);
    expect(rungFor(tenant, 'call-2')).not.toContain(last);
  });

  test('ends also while one of them is being rung, so that others are rung next', () => {
    const tenant = kept();
    tenant.duty('c', false);
    tenant.presence('d', 'Available', 'Available');
    expect(rungFor(tenant, 'call-1')).toEqual(['d']);
    tenant.duty('d', false);
    tenant.pass(8_000);
    expect(['a', 'b']).toContain(rungFor(tenant, 'call-1')[0]);
  });
});
