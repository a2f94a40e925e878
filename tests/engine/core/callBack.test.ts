/** Call-back by key press: the caller hangs up, keeps the place, and is called in turn. */
import { describe, expect, test } from '@jest/globals';
import { asId, type PlatformCallId, type TaskState } from '@rufwerk/engine/core';
import { opened, rungFor, typesOf } from './helpDesk.ts';
import type { PlayedTenant } from './playedTenant.ts';
import { factsOf } from './playedTenant.ts';

const SETTINGS = { offered: true, attempts: 2, retryAfterSeconds: 60, dialTimeoutSeconds: 45 };

function presses(tenant: PlayedTenant, call: string, tone: string) {
  return tenant.give({ type: 'TonePressed', platformCallId: asId<PlatformCallId>(call), tone });
}

/** Agent a is off duty; the caller has asked to be called back and has hung up. */
function asked(call = 'call-1', tenant = opened({ agents: ['a'], callBack: SETTINGS })) {
  tenant.duty('a', false);
  tenant.waits(call);
  presses(tenant, call, '1');
  tenant.callState(call, 'terminated');
  const task = [...tenant.state.tasks.values()].at(-1);
  if (task === undefined) throw new Error('The task is gone with its call.');
  return { tenant, task };
}

function dials(tenant: PlayedTenant, call: string): void {
  tenant.settle('dial-caller', { kind: 'dialled', platformCallId: asId(call) });
}

describe('asking', () => {
  test('the key is listened for once the call is answered', () => {
    const tenant = opened({ agents: [], callBack: SETTINGS });
    tenant.waits('call-1');
    expect(tenant.open('listen-for-tones')).toHaveLength(1);
  });

  test('the caller hears the confirmation, then the call ends and the task stays', () => {
    const tenant = opened({ agents: [], callBack: SETTINGS });
    tenant.waits('call-1');
    presses(tenant, 'call-1', '1');
    expect(tenant.open('play-prompt').at(-1)?.prompt).toBe('call-back-confirmed');
    tenant.pass(30_000);
    expect(tenant.open('hang-up-call')).toHaveLength(1);
    expect([...tenant.state.tasks.values()]).toMatchObject([{ phase: 'call-back' }]);
  });

  test('NIMx-06: whoever withholds the number is not listened to, and the key is refused', () => {
    const tenant = opened({ agents: [], callBack: SETTINGS });
    tenant.give({
      type: 'CallArrived',
      platformCallId: asId('call-1'),
      resourceAccountId: asId('account-help-desk'),
      callerId: asId('somebody'),
      isAnonymous: true,
    });
    tenant.settle('answer-call');
    tenant.established('call-1');
    expect(tenant.open('listen-for-tones')).toEqual([]);
    expect(factsOf(presses(tenant, 'call-1', '1'), 'InputIgnored')).toMatchObject([
      { reason: 'not-allowed' },
    ]);
    expect(tenant.task('call-1')?.phase).toBe('waiting');
  });

  test('another key, or a key while somebody rings, changes nothing', () => {
    const tenant = opened({ agents: ['a'], callBack: SETTINGS });
    tenant.waits('call-1');
    expect(factsOf(presses(tenant, 'call-1', '1'), 'InputIgnored')).toMatchObject([
      { reason: 'not-allowed' },
    ]);
    tenant.invitationFails('call-1', 603);
    expect(factsOf(presses(tenant, 'call-1', '9'), 'InputIgnored')).toMatchObject([
      { reason: 'unknown-key' },
    ]);
    expect(tenant.task('call-1')?.phase).toBe('waiting');
  });
});

describe('the turn', () => {
  test('an agent is held, the caller is called, and then the agent rings', () => {
    const { tenant } = asked();
    tenant.duty('a', true);
    expect([...tenant.state.offers.values()]).toMatchObject([{ phase: 'held', agentId: 'a' }]);
    expect(tenant.open('dial-caller')).toMatchObject([{ timeoutSeconds: 45 }]);
    expect(tenant.open('invite-agent')).toHaveLength(0);
    dials(tenant, 'back-1');
    tenant.established('back-1');
    expect(tenant.ringing()).toBe('a');
    expect(tenant.open('invite-agent')).toMatchObject([{ platformCallId: 'back-1' }]);
    tenant.roster('back-1', 'bot', 'caller', 'a');
    expect(tenant.task('back-1')).toMatchObject({ phase: 'connected', agentId: 'a' });
  });

  test('the place is kept: who called later is served later', () => {
    const { tenant, task } = asked();
    tenant.pass(5_000);
    tenant.waits('call-2');
    tenant.duty('a', true);
    expect([...tenant.state.offers.values()]).toMatchObject([{ taskId: task.id, phase: 'held' }]);
    expect(rungFor(tenant, 'call-2')).toEqual([]);
  });

  test('late news of the first leg do not end the call-back', () => {
    const tenant = opened({ agents: ['a'], callBack: SETTINGS });
    tenant.duty('a', false);
    tenant.waits('call-1');
    presses(tenant, 'call-1', '1');
    tenant.pass(30_000);
    const [task] = tenant.state.tasks.values();
    tenant.settle('hang-up-call', { kind: 'call-gone' });
    tenant.callState('call-1', 'terminated');
    expect(task?.phase).toBe('call-back');
  });
});

describe('a caller who is not reached', () => {
  /** The agent comes on duty, and the caller does not pick up. */
  function misses(tenant: PlayedTenant): void {
    if (!tenant.agent('a').onDuty) tenant.duty('a', true);
    dials(tenant, `back-${tenant.journal.length}`);
    tenant.pass(45_000);
  }

  test('is tried again after the pause, and the agent is free meanwhile', () => {
    const { tenant, task } = asked();
    misses(tenant);
    expect(task).toMatchObject({ phase: 'call-back', callBackAttempts: 1 });
    expect(tenant.agent('a')).toMatchObject({ offerId: null, pause: null });
    tenant.pass(59_999);
    expect(tenant.state.offers.size).toBe(0);
    tenant.pass(1);
    expect([...tenant.state.offers.values()]).toMatchObject([{ phase: 'held' }]);
  });

  test('is given up after the stated attempts', () => {
    const { tenant, task } = asked();
    misses(tenant);
    tenant.pass(60_000);
    const before: TaskState = { ...task };
    const at = tenant.journal.length;
    misses(tenant);
    const facts = tenant.journal.slice(at).flatMap((entry) => entry.facts);
    expect(before.phase).toBe('dialling');
    expect(factsOf(facts, 'CallEnded')).toMatchObject([{ reason: 'caller-not-reached' }]);
  });

  test('a call that is told too late is ended, not left to ring into nothing', () => {
    const { tenant, task } = asked();
    tenant.duty('a', true);
    tenant.pass(60_000);
    expect(task.phase).toBe('call-back');
    const facts = tenant.settle('dial-caller', { kind: 'dialled', platformCallId: asId('late') });
    expect(typesOf(facts)).not.toContain('CallerDialled');
    expect(tenant.open('hang-up-call')).toMatchObject([{ platformCallId: 'late' }]);
  });
});
