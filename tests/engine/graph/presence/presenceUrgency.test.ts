import { describe, expect, test } from '@jest/globals';
import { asId, presenceUrgency } from '@rufwerk/engine/core';
import type { ServiceId } from '@rufwerk/engine/core';
import { person, PlayedTenant } from '../../core/playedTenant.ts';

const serviceId = asId<ServiceId>('help-desk');
const by = person('s');

function urgencyOf(tenant: PlayedTenant, name: string): string {
  return presenceUrgency(tenant.state, tenant.state.agents.get(person(name)));
}

describe('how soon presence may decide something', () => {
  test('whoever could be offered the next call is next', () => {
    const tenant = new PlayedTenant();
    expect(urgencyOf(tenant, 'a')).toBe('next');
  });

  test('somebody unknown, off duty or without an open service is asleep', () => {
    const tenant = new PlayedTenant();
    tenant.duty('a', false);
    expect(urgencyOf(tenant, 'a')).toBe('asleep');
    expect(urgencyOf(tenant, 'nobody')).toBe('asleep');
    tenant.give({ type: 'ServiceClosed', serviceId, cause: 'hours' });
    expect(urgencyOf(tenant, 'b')).toBe('asleep');
    tenant.give({ type: 'ServiceOpened', serviceId });
    expect(urgencyOf(tenant, 'b')).toBe('next');
  });

  test('whoever switched the only service off is asleep until it is switched on', () => {
    const tenant = new PlayedTenant();
    const agentId = person('a');
    const switched = { type: 'ServiceSwitched', agentId, serviceId, by: agentId } as const;
    tenant.give({ ...switched, active: false });
    expect(urgencyOf(tenant, 'a')).toBe('asleep');
    tenant.give({ ...switched, active: true });
    expect(urgencyOf(tenant, 'a')).toBe('next');
  });

  test('a service that was closed in one action may open in one: soon', () => {
    const tenant = new PlayedTenant();
    tenant.give({ type: 'EmergencyClosed', serviceId, by });
    expect(urgencyOf(tenant, 'a')).toBe('soon');
  });

  test('while it rings, and while a call waits, presence is awaited; in a call it is soon', () => {
    const tenant = new PlayedTenant();
    tenant.waits('call-1');
    tenant.rings();
    const ringing = tenant.ringing() ?? '';
    expect(urgencyOf(tenant, ringing)).toBe('awaited');
    tenant.roster('call-1', 'caller-call-1', ringing);
    expect(urgencyOf(tenant, ringing)).toBe('soon');
    for (const name of ['a', 'b', 'c', 'd']) tenant.presence(name, 'Busy', 'InACall');
    tenant.waits('call-2');
    const free = ['a', 'b', 'c', 'd'].filter((name) => name !== ringing);
    expect(free.map((name) => urgencyOf(tenant, name))).toEqual(free.map(() => 'awaited'));
  });
});
