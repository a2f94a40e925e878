/** Who is responsible for a call: by list, team, skills and profiles, at once or only later. */
import { describe, expect, test } from '@jest/globals';
import { agentView, asId, type GroupId, type ServiceId, writeSnapshot } from '@rufwerk/engine/core';
import { helpDesk, letsRing, opened, rungFor, service, talks } from './helpDesk.ts';
import { person, PlayedTenant } from './playedTenant.ts';

const TEAM = asId<GroupId>('0f0e0d0c-0b0a-4908-8706-050403020100');
const SKILLS = {
  agents: [
    { id: 'a', skills: [{ skill: 'german', level: 40 }] },
    { id: 'b', skills: [{ skill: 'german', level: 80 }] },
    {
      id: 'c',
      skills: [
        { skill: 'german', level: 90 },
        { skill: 'printers', level: 60 },
      ],
    },
  ],
  profiles: [
    { id: 'printers-only', name: 'Printers', skills: ['printers'] },
    { id: 'german-only', name: 'German', skills: ['german'] },
  ],
};

/** A service of everybody who speaks German at level 50. */
function bySkill(more: object = {}): PlayedTenant {
  const skills = [{ skill: 'german', minimum: 50 }];
  const responsibility = { by: 'skills' as const, skills, ...more };
  return new PlayedTenant({ ...SKILLS, services: [service('help-desk', { responsibility })] });
}

/** Everybody who is rung for a call that nobody takes, in order. */
function everybodyRung(tenant: PlayedTenant, call: string, times = 4): string[] {
  const rung: string[] = [];
  for (let round = 0; round < times; round += 1) {
    rung.push(...rungFor(tenant, call));
    letsRing(tenant);
  }
  return rung;
}

describe('by list and team', () => {
  test('NIMx-03: members of the team serve beside the list, and leave with the team', () => {
    const tenant = opened({ agents: ['a'], responsibility: { team: TEAM } });
    tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds: [person('x')] });
    tenant.formBlocks(1);
    tenant.presence('x', 'Available', 'Available');
    expect(talks(tenant, 'call-1')).toBe('a');
    expect(talks(tenant, 'call-2')).toBe('x');
    tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds: [] });
    expect(tenant.agent('x').serves).toBe(false);
    tenant.callState('call-2', 'terminated');
    expect(tenant.state.agents.has(person('x'))).toBe(false);
  });

  test('NIMx-03: somebody new does not take calls before switching the service on', () => {
    const responsibility = { team: TEAM, newMembersActive: false };
    const tenant = opened({ agents: [], responsibility });
    tenant.give({ type: 'GroupMembersReported', groupId: TEAM, agentIds: [person('x')] });
    tenant.formBlocks(1);
    tenant.presence('x', 'Available', 'Available');
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    const serviceId = asId<ServiceId>('help-desk');
    const on = { agentId: person('x'), serviceId, active: true, by: person('x') };
    tenant.give({ type: 'ServiceSwitched', ...on });
    expect(rungFor(tenant, 'call-1')).toEqual(['x']);
  });

  test('NIMx-03: switching the service off takes a ringing call away, and is no miss', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.waits('call-1');
    const serviceId = asId<ServiceId>('help-desk');
    const off = { agentId: person('a'), serviceId, active: false, by: person('a') };
    tenant.give({ type: 'ServiceSwitched', ...off });
    expect([...tenant.state.offers.values()][0]?.recallCause).toBe('not-responsible');
    letsRing(tenant, 0);
    tenant.pass(7_000);
    expect(tenant.agent('a').pause).toBeNull();
    expect(tenant.agent('a').offerId).toBeNull();
  });

  test('an announcement-only service rings nobody and says what it has to say', () => {
    const tenant = opened({
      agents: [],
      responsibility: { by: 'nobody' },
      queue: { whenNobody: { do: 'announce', announcement: 'news-of-today' } },
    });
    tenant.waits('call-1');
    expect(tenant.open('play-prompt').map(({ prompt }) => prompt)).toEqual(['news-of-today']);
    expect(tenant.task('call-1')?.phase).toBe('leaving');
  });
});

describe('by skills and profiles', () => {
  test('NIMx-03: only who has the skill at the least level is rung', () => {
    const tenant = bySkill();
    tenant.waits('call-1');
    expect(everybodyRung(tenant, 'call-1').sort()).not.toContain('a');
    const exactly = bySkill({ skills: [{ skill: 'german', minimum: 80 }] });
    exactly.duty('c', false);
    exactly.waits('call-1');
    expect(rungFor(exactly, 'call-1')).toEqual(['b']);
  });

  test('NIM-01 NIM-17 NIMx-05: a profile leaves only its own skills, several hold together', () => {
    const tenant = bySkill();
    tenant.duty('b', false);
    const agentId = person('c');
    const by = person('s');
    tenant.give({ type: 'ProfilesSwitched', agentId, profiles: ['printers-only'], by });
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    const both = ['printers-only', 'german-only'];
    tenant.give({ type: 'ProfilesSwitched', agentId, profiles: both, by });
    expect(rungFor(tenant, 'call-1')).toEqual(['c']);
  });

  test('NIMx-05: only profiles of the person can be put in force, where they have some', () => {
    const [a, b, c] = SKILLS.agents.map((agent) => ({ ...agent, profiles: ['german-only'] }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('Three agents.');
    const skills = [{ skill: 'german', minimum: 50 }];
    const services = [service('help-desk', { responsibility: { by: 'skills', skills } })];
    const own = { ...SKILLS, agents: [a, { ...b, profiles: [] }, c], services };
    const tenant = new PlayedTenant(own);
    expect(tenant.agent('c').profiles).toEqual(['german-only']);
    const printers = (name: string) => {
      const agentId = person(name);
      const profiles = ['printers-only'];
      return tenant.give({ type: 'ProfilesSwitched', agentId, profiles, by: agentId });
    };
    expect(printers('c')).toMatchObject([{ type: 'InputIgnored', reason: 'not-allowed' }]);
    expect(printers('b')).toMatchObject([{ type: 'ProfilesChanged' }]);
    const open = (name: string) =>
      agentView(tenant.state, person(name), tenant.now)?.profilesOpen.map(({ id }) => id);
    expect(open('c')).toEqual(['german-only']);
    expect(open('b')).toEqual(['printers-only', 'german-only']);
  });

  test('NIMx-05: profiles assigned to somebody who serves already restrict at once', () => {
    const tenant = bySkill();
    const assign = (...profiles: string[]) => {
      const agents = SKILLS.agents.map((each) => (each.id === 'c' ? { ...each, profiles } : each));
      const { configuration } = tenant.state;
      if (configuration === null) throw new Error('It is configured.');
      tenant.configure({ ...configuration, agents });
      return tenant.agent('c').profiles;
    };
    tenant.duty('b', false);
    expect(assign('printers-only')).toEqual(['printers-only']);
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    expect(assign('german-only')).toEqual(['german-only']);
    expect(rungFor(tenant, 'call-1')).toEqual(['c']);
    // What is still assigned stays chosen, and a choice outlives an import that leaves it alone.
    expect(assign('german-only', 'printers-only')).toEqual(['german-only']);
    const agentId = person('c');
    tenant.give({ type: 'ProfilesSwitched', agentId, profiles: [], by: person('s') });
    expect(assign('printers-only', 'german-only')).toEqual([]);
    expect(assign('printers-only')).toEqual(['printers-only']);
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });

  test('NIMx-05: a profile that is removed or taken away is in force for nobody', () => {
    const tenant = bySkill();
    const by = person('s');
    for (const agentId of [person('b'), person('c')]) {
      tenant.give({ type: 'ProfilesSwitched', agentId, profiles: ['printers-only'], by });
    }
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    const { configuration } = tenant.state;
    const [, german] = SKILLS.profiles;
    if (configuration === null || german === undefined) throw new Error('It is configured.');
    tenant.configure({ ...configuration, profiles: [german] });
    expect(tenant.agent('c').profiles).toEqual([]);
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });

  test('NIMx-05: off duty is no skill at all, on duty without a profile is every skill', () => {
    const tenant = bySkill();
    tenant.duty('b', false);
    tenant.duty('c', false);
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.duty('c', true);
    expect(rungFor(tenant, 'call-1')).toEqual(['c']);
  });
});

describe('over time', () => {
  const levels = [{ afterSeconds: 30, agents: ['d'], skills: [] }];

  test('NIMx-04: a level widens the responsibility exactly when the call has waited so long', () => {
    const tenant = opened({ agents: ['a'], responsibility: { levels } });
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.pass(29_999);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-1')).toEqual(['d']);
  });

  test('NIMx-04: a lower least level of a skill opens as a level too', () => {
    const skills = [{ skill: 'german', minimum: 10 }];
    const tenant = bySkill({ levels: [{ afterSeconds: 30, skills }] });
    tenant.duty('b', false);
    tenant.duty('c', false);
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(30_000);
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('NIMx-04: preferred people are rung first for a stated time, then everybody', () => {
    const preferred = { preferred: ['c'], preferredFirstSeconds: 20 };
    const tenant = opened({ responsibility: preferred });
    tenant.presence('c', 'Busy', 'InACall');
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(19_999);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
    tenant.presence('c', 'Available', 'Available');
    tenant.waits('call-2');
    expect(rungFor(tenant, 'call-2')).toEqual(['c']);
  });

  test('preferred people who are not on duty hold nobody back', () => {
    const tenant = opened({ responsibility: { preferred: ['c'], preferredFirstSeconds: 20 } });
    tenant.duty('c', false);
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
  });

  test('NIMx-04: the agent of the last call is rung first', () => {
    const tenant = opened({
      responsibility: { lastAgentFirstSeconds: 20 },
      afterCallWork: { mode: 'none' },
    });
    tenant.dials('call-1', 'account-help-desk', 'regular');
    tenant.settle('answer-call');
    tenant.established('call-1');
    const [first = ''] = rungFor(tenant, 'call-1');
    tenant.roster('call-1', 'bot', 'caller', first);
    tenant.pass(5_000);
    tenant.callState('call-1', 'terminated');
    // Whoever just talked has been idle shortest, and is still the first.
    tenant.dials('call-2', 'account-help-desk', 'regular');
    tenant.established('call-2');
    expect(rungFor(tenant, 'call-2')).toEqual([first]);
  });
});

test('nobody is offered a call they placed themselves', () => {
  const tenant = new PlayedTenant({ services: [helpDesk({ agents: ['a'] })] });
  tenant.dials('call-1', 'account-help-desk', 'a');
  tenant.settle('answer-call');
  tenant.established('call-1');
  expect(rungFor(tenant, 'call-1')).toEqual([]);
  tenant.pass(60_000);
  expect(rungFor(tenant, 'call-1')).toEqual([]);
});
