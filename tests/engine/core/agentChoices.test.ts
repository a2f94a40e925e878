import { describe, expect, test } from '@jest/globals';
import { asId, type GroupId, type PlatformCallId } from '@rufwerk/engine/core';
import { desk, rung, serviceId } from './distributionStories.ts';
import { factsOf, person, PlayedTenant } from './playedTenant.ts';

/** A talks with c1, which then ends. */
function afterACall(tenant: PlayedTenant): void {
  tenant.waits('c1');
  tenant.roster('c1', 'bot', 'caller', 'a');
}

const by = person('a');
const agentId = by;

describe('NIMx-02: after-call work', () => {
  const withMode = (mode: 'none' | 'fixed' | 'extendable' | 'until-done') =>
    new PlayedTenant(
      desk({
        agents: ['a'],
        afterCallWork: { mode, seconds: 10, extensionSeconds: 15, maximumSeconds: 30 },
      }),
    );

  test('none, fixed, and until done with its maximum', () => {
    for (const [mode, ms] of [
      ['none', 0],
      ['fixed', 10_000],
      ['until-done', 30_000],
    ] as const) {
      const tenant = withMode(mode);
      afterACall(tenant);
      tenant.callState('c1', 'terminated');
      const until = tenant.agent('a').afterCallWork?.untilAt ?? tenant.now;
      expect(until - tenant.now).toBe(ms);
      tenant.pass(ms);
      expect(tenant.agent('a').afterCallWork).toBeNull();
    }
  });

  test('extendable: each press adds time, never beyond the maximum', () => {
    const tenant = withMode('extendable');
    afterACall(tenant);
    tenant.callState('c1', 'terminated');
    const endedAt = tenant.now;
    for (const ms of [25_000, 30_000]) {
      tenant.give({ type: 'AfterCallWorkProlonged', agentId, by });
      expect(tenant.agent('a').afterCallWork?.untilAt).toBe(endedAt + ms);
    }
    const facts = tenant.give({ type: 'AfterCallWorkProlonged', agentId, by });
    expect(factsOf(facts, 'InputIgnored')[0]?.reason).toBe('not-allowed');
  });

  test('what was chosen for after the call follows its after-call work', () => {
    const tenant = withMode('fixed');
    afterACall(tenant);
    const next = { kind: 'break', reasonCode: 100 } as const;
    tenant.give({ type: 'NextStateChosen', agentId, next, by });
    tenant.callState('c1', 'terminated');
    tenant.waits('c2');
    expect(tenant.agent('a').break).toBeNull();
    tenant.pass(10_000);
    expect(tenant.agent('a')).toMatchObject({ break: { reasonCode: 100 }, next: null });
    expect(rung(tenant)).toEqual([]);
    tenant.give({ type: 'BreakFinished', agentId, by });
    expect(rung(tenant)).toEqual(['a']);
  });
});

describe('NIM-17 NIMx-03 NIMx-05: responsibility', () => {
  test('a team serves as the directory tells it; someone new may have to switch it on', () => {
    const team = '0f0e0d0c-0b0a-4908-8706-050403020100';
    const responsibility = { team, newMembersActive: false };
    const tenant = new PlayedTenant(desk({ agents: [], responsibility }));
    const groupId = asId<GroupId>(team);
    tenant.give({ type: 'GroupMembersReported', groupId, agentIds: [agentId] });
    tenant.presence('a', 'Available', 'Available');
    tenant.waits('c1');
    expect(tenant.decisions.at(-1)?.notChosen[0]?.reason.code).toBe('not-yet-switched-on');
    const id = serviceId('help-desk');
    tenant.give({ type: 'ServiceSwitched', agentId, serviceId: id, active: true, by });
    expect(rung(tenant)).toEqual(['a']);
  });

  test('profiles leave a subset of the skills; a ringing offer that they take away is recalled', () => {
    const tenant = new PlayedTenant(
      desk({ responsibility: { by: 'skills', skills: [{ skill: 'german', minimum: 50 }] } }, [], {
        agents: [{ id: 'a', skills: [{ skill: 'german', level: 50 }] }],
        profiles: [{ id: 'english', name: 'English', skills: ['english'] }],
      }),
    );
    tenant.waits('c1');
    expect(rung(tenant)).toEqual(['a']);
    tenant.give({ type: 'ProfilesSwitched', agentId, profiles: ['english'], by });
    expect([...tenant.state.offers.values()][0]?.recallCause).toBe('not-responsible');
  });

  test('inputs about what is not known are recorded with the reason and change nothing', () => {
    const tenant = new PlayedTenant();
    const stranger = person('stranger');
    const unknownCall = asId<PlatformCallId>('nobody-knows');
    const reasons = [
      tenant.give({ type: 'BreakTaken', agentId: stranger, reasonCode: 100, by }),
      tenant.give({ type: 'BreakTaken', agentId, reasonCode: 999, by }),
      tenant.give({ type: 'ProfilesSwitched', agentId, profiles: ['x'], by }),
      tenant.give({ type: 'ServiceOpened', serviceId: serviceId('nowhere') }),
      tenant.give({ type: 'TonePressed', platformCallId: unknownCall, tone: '1' }),
    ].map((facts) => factsOf(facts, 'InputIgnored')[0]?.reason);
    expect(reasons).toEqual([
      'unknown-agent',
      'unknown-reason',
      'unknown-profile',
      'unknown-service',
      'unknown-call',
    ]);
  });
});

describe('call-back by key press', () => {
  test('the caller keeps the place, is called when an agent is held, and then the agent rings', () => {
    const tenant = new PlayedTenant(desk({ agents: ['a'], callBack: { offered: true } }));
    tenant.presence('a', 'Offline', 'Offline');
    tenant.waits('c1');
    const place = tenant.task('c1')?.rankAt;
    const taskId = tenant.task('c1')?.id;
    const platformCallId = asId<PlatformCallId>('c1');
    tenant.give({ type: 'TonePressed', platformCallId, tone: '1' });
    tenant.callState('c1', 'terminated');
    tenant.presence('a', 'Available', 'Available');
    expect(tenant.open('dial-caller')).toHaveLength(1);
    const back = asId<PlatformCallId>('back');
    tenant.settle('dial-caller', { kind: 'dialled', platformCallId: back });
    expect([...tenant.state.offers.values()][0]).toMatchObject({ agentId: 'a', phase: 'held' });
    tenant.established('back');
    expect(tenant.open('invite-agent')[0]).toMatchObject({ agentId: 'a', platformCallId: back });
    tenant.roster('back', 'bot', 'caller', 'a');
    expect(tenant.task('back')).toMatchObject({ id: taskId, rankAt: place, phase: 'connected' });
  });

  test('a caller who is not reached is tried again, and then the task ends', () => {
    const callBack = { offered: true, attempts: 2, retryAfterSeconds: 60 };
    const tenant = new PlayedTenant(desk({ agents: ['a'], callBack }));
    tenant.presence('a', 'Offline', 'Offline');
    tenant.waits('c1');
    tenant.give({ type: 'TonePressed', platformCallId: asId<PlatformCallId>('c1'), tone: '1' });
    tenant.callState('c1', 'terminated');
    tenant.presence('a', 'Available', 'Available');
    tenant.settle('dial-caller', { kind: 'failed', cause: 'no answer' });
    expect(tenant.agent('a').offerId).toBeNull();
    const facts = tenant.pass(60_000);
    expect(factsOf(facts, 'CallOffered')).toHaveLength(1);
    const last = tenant.settle('dial-caller', { kind: 'failed', cause: 'no answer' });
    expect(factsOf(last, 'CallEnded')[0]?.reason).toBe('caller-not-reached');
  });
});
