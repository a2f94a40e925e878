/** People who are new to a service, and those who served it before its team was named. */
import { describe, expect, test } from '@jest/globals';
import { asId, checkAll, type GroupId, reasonText, type ServiceId } from '@rufwerk/engine/core';
import { helpDesk, opened, rungFor } from './helpDesk.ts';
import { person, PlayedTenant } from './playedTenant.ts';

const TEAM = asId<GroupId>('0f0e0d0c-0b0a-4908-8706-050403020100');

describe('somebody new', () => {
  test('NIMx-03: somebody new is not said to have switched anything off', () => {
    const responsibility = { team: TEAM, newMembersActive: false };
    const tenant = opened({ agents: [], responsibility });
    tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds: [person('x')] });
    tenant.waits('call-1');
    const reason = tenant.decisions.at(-1)?.notChosen[0]?.reason;
    if (reason === undefined) throw new Error('The newcomer was considered.');
    expect(reasonText(reason, 'en')).toBe('is new to this service and has not switched it on yet');
    expect(reasonText(reason, 'de')).toContain('noch nicht eingeschaltet');
  });

  test('NIMx-03: when new members are active at once, those who wait for it are, too', () => {
    const team = (newMembersActive: boolean) =>
      helpDesk({ agents: [], responsibility: { team: TEAM, newMembersActive } });
    const tenant = new PlayedTenant({ services: [team(false)] });
    const agentIds = [person('x'), person('y')];
    tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds });
    tenant.formBlocks(1);
    for (const id of agentIds) tenant.presence(id, 'Available', 'Available');
    const serviceId = asId<ServiceId>('help-desk');
    const off = { agentId: person('y'), serviceId, active: false, by: person('y') };
    tenant.give({ type: 'ServiceSwitched', ...off });
    tenant.configure({ services: [team(true)] });
    tenant.waits('call-1');
    // Whoever switched it off for themselves stays off.
    expect(rungFor(tenant, 'call-1')).toEqual(['x']);
    tenant.waits('call-2');
    expect(rungFor(tenant, 'call-2')).toEqual([]);
  });

  test('NIMx-03: whoever served before is not new in the team that takes the place of the list', () => {
    const tenant = opened({ agents: ['a', 'b'] });
    tenant.duty('b', false);
    const responsibility = { team: TEAM, newMembersActive: false };
    tenant.configure({ services: [helpDesk({ agents: [], responsibility })] });
    tenant.waits('call-1');
    // Nothing is known of the team yet: who served goes on.
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
    tenant.restart();
    const agentIds = [person('a'), person('b'), person('x')];
    tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds });
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
    expect(tenant.agent('b').onDuty).toBe(false);
    const [service] = tenant.state.services.values();
    expect([...(service?.notYetOn ?? [])]).toEqual(['x']);
    expect(checkAll(tenant.state)).toEqual([]);
  });

  test('whoever is not of the new team stops when its members are known, ringing or not', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.waits('call-1');
    tenant.configure({ services: [helpDesk({ agents: [], responsibility: { team: TEAM } })] });
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
    tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds: [person('x')] });
    expect([...tenant.state.offers.values()][0]?.recallCause).toBe('configuration');
    expect(tenant.agent('a').serves).toBe(false);
  });
});
