/** Who becomes able to take a call that waits already: by a skill, a level, or a team. */
import { expect, test } from '@jest/globals';
import { asId, type GroupId } from '@rufwerk/engine/core';
import { helpDesk, rungFor, service } from './helpDesk.ts';
import { person, PlayedTenant } from './playedTenant.ts';

const TEAM = asId<GroupId>('0f0e0d0c-0b0a-4908-8706-050403020100');

test('NIMx-04: whoever lacks one of several skills, or has it too low, is not rung', () => {
  const [german, printers] = ['german', 'printers'].map((skill) => ({ skill, minimum: 50 }));
  if (german === undefined || printers === undefined) throw new Error('There are two skills.');
  const levelled = (id: string, ...levels: readonly number[]) => ({
    id,
    skills: levels.map((level, index) => ({ skill: ['german', 'printers'][index] ?? '', level })),
  });
  const tenant = new PlayedTenant({
    agents: [levelled('a', 90), levelled('b', 90, 49), levelled('c', 50, 50)],
    services: [
      helpDesk({ agents: [], responsibility: { by: 'skills', skills: [german, printers] } }),
    ],
  });
  tenant.waits('call-1');
  expect(rungFor(tenant, 'call-1')).toEqual(['c']);
  expect(tenant.state.agents.size).toBe(1);
});

test('NIMx-04: every level opens at its own time since the call was queued', () => {
  const levels = [
    { afterSeconds: 20, agents: ['b'] },
    { afterSeconds: 50, agents: ['c'] },
  ];
  const tenant = new PlayedTenant({
    services: [helpDesk({ agents: ['a'], responsibility: { levels } })],
  });
  tenant.duty('a', false);
  tenant.duty('b', false);
  tenant.waits('call-1');
  tenant.pass(49_999);
  expect([tenant.task('call-1')?.level, rungFor(tenant, 'call-1')]).toEqual([1, []]);
  tenant.pass(1);
  expect([tenant.task('call-1')?.level, rungFor(tenant, 'call-1')]).toEqual([2, ['c']]);
});

test('NIMx-03: a colleague of another service who joins the team is rung at once', () => {
  const tenant = new PlayedTenant({
    services: [
      helpDesk({ agents: ['a'], responsibility: { team: TEAM } }),
      service('sales', { agents: ['x'] }),
    ],
  });
  tenant.duty('a', false);
  tenant.waits('call-1');
  expect(rungFor(tenant, 'call-1')).toEqual([]);
  tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds: [person('x')] });
  expect(rungFor(tenant, 'call-1')).toEqual(['x']);
});
