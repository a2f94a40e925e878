/** After a call: the work, what follows it, and breaks. */
import { describe, expect, test } from '@jest/globals';
import { DUTY_REASONS, type NextState } from '@rufwerk/engine/core';
import { opened, rungFor, type ServiceDraft, talks } from './helpDesk.ts';
import { factsOf, person, PlayedTenant } from './playedTenant.ts';

/** Agent a has just finished a call; another one waits. */
function after(afterCallWork: ServiceDraft['afterCallWork']): PlayedTenant {
  const tenant = opened({ agents: ['a'], afterCallWork: afterCallWork ?? {} });
  talks(tenant, 'call-1');
  tenant.pass(1_000);
  tenant.callState('call-1', 'terminated');
  tenant.waits('call-2');
  return tenant;
}

const told = { agentId: person('a'), by: person('a') };

describe('after-call work', () => {
  test('NIMx-02: none: the next call rings at once', () => {
    expect(rungFor(after({ mode: 'none' }), 'call-2')).toEqual(['a']);
  });

  test('NIMx-02: fixed: the next call rings exactly when the time is over', () => {
    const tenant = after({ mode: 'fixed', seconds: 25 });
    tenant.pass(24_999);
    expect(rungFor(tenant, 'call-2')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });

  test('NIMx-02: fixed cannot be extended', () => {
    const tenant = after({ mode: 'fixed', seconds: 25 });
    const facts = tenant.give({ type: 'AfterCallWorkProlonged', ...told });
    expect(factsOf(facts, 'InputIgnored')).toMatchObject([{ reason: 'not-allowed' }]);
  });

  test('NIMx-02: extendable: each press adds its time, up to the maximum', () => {
    const settings = { seconds: 20, extensionSeconds: 15, maximumSeconds: 40 };
    const tenant = after({ mode: 'extendable', ...settings });
    const endsAt = tenant.now + 40_000;
    tenant.give({ type: 'AfterCallWorkProlonged', ...told });
    expect(tenant.agent('a').afterCallWork?.untilAt).toBe(endsAt - 5_000);
    tenant.give({ type: 'AfterCallWorkProlonged', ...told });
    expect(tenant.agent('a').afterCallWork?.untilAt).toBe(endsAt);
    const facts = tenant.give({ type: 'AfterCallWorkProlonged', ...told });
    expect(factsOf(facts, 'InputIgnored')).toMatchObject([{ reason: 'not-allowed' }]);
    tenant.pass(39_999);
    expect(rungFor(tenant, 'call-2')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });

  test('NIMx-02: until done: the agent ends it, or the maximum does', () => {
    const settings = { mode: 'until-done', maximumSeconds: 120 } as const;
    const done = after(settings);
    done.pass(60_000);
    expect(rungFor(done, 'call-2')).toEqual([]);
    done.give({ type: 'AfterCallWorkFinished', ...told });
    expect(rungFor(done, 'call-2')).toEqual(['a']);
    const late = after(settings);
    late.pass(119_999);
    expect(rungFor(late, 'call-2')).toEqual([]);
    late.pass(1);
    expect(rungFor(late, 'call-2')).toEqual(['a']);
  });

  test('work-not-skipped: going off and on duty does not end it', () => {
    const tenant = after({ mode: 'fixed', seconds: 25 });
    tenant.duty('a', false);
    tenant.duty('a', true);
    expect(rungFor(tenant, 'call-2')).toEqual([]);
    tenant.pass(25_000);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });
});

describe('what follows the call', () => {
  /** Chosen while talking; then the call and its work end. */
  function followedBy(next: NextState): PlayedTenant {
    const tenant = opened({ agents: ['a'], afterCallWork: { seconds: 10 } });
    talks(tenant, 'call-1');
    tenant.give({ type: 'NextStateChosen', next, ...told });
    tenant.callState('call-1', 'terminated');
    expect(tenant.agent('a')).toMatchObject({ onDuty: true, break: null });
    tenant.pass(10_000);
    return tenant;
  }

  test('off duty, once the work is done', () => {
    const tenant = followedBy({ kind: 'off-duty' });
    expect(tenant.agent('a')).toMatchObject({ onDuty: false, next: null });
    const facts = tenant.journal.flatMap((entry) => entry.facts);
    expect(factsOf(facts, 'DutyChanged')).toMatchObject([
      { onDuty: false, reasonCode: DUTY_REASONS.CHOSEN_FOR_AFTER_THE_CALL },
    ]);
  });

  test('a break, once the work is done', () => {
    const tenant = followedBy({ kind: 'break', reasonCode: 100 });
    expect(tenant.agent('a')).toMatchObject({ onDuty: true, break: { reasonCode: 100 } });
    tenant.waits('call-2');
    expect(rungFor(tenant, 'call-2')).toEqual([]);
  });

  test('nothing is left to follow for somebody who went off duty meanwhile', () => {
    const tenant = opened({ agents: ['a'], afterCallWork: { seconds: 10 } });
    talks(tenant, 'call-1');
    tenant.give({ type: 'NextStateChosen', next: { kind: 'off-duty' }, ...told });
    tenant.duty('a', false);
    tenant.pass(100_000);
    tenant.callState('call-1', 'terminated');
    tenant.pass(10_000);
    expect(tenant.agent('a')).toMatchObject({ onDuty: false, next: null, dutyMsToday: 0 });
  });
});

describe('a break', () => {
  test('takes a ringing call away without a miss, and ends with its maximum', () => {
    const tenant = new PlayedTenant({
      breakReasons: [{ code: 101, name: 'Lunch', maximumMinutes: 30 }],
      services: [
        { id: 'help-desk', name: 'Help desk', resourceAccount: 'account-help-desk', agents: ['a'] },
      ],
    });
    tenant.waits('call-1');
    tenant.give({ type: 'BreakTaken', reasonCode: 101, ...told });
    tenant.pass(8_000);
    expect(tenant.agent('a')).toMatchObject({ offerId: null, pause: null, missesInARow: 0 });
    tenant.pass(30 * 60_000 - 8_001);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('has one of the reasons of the configuration', () => {
    const tenant = opened();
    const facts = tenant.give({ type: 'BreakTaken', reasonCode: 777, ...told });
    expect(factsOf(facts, 'InputIgnored')).toMatchObject([{ reason: 'unknown-reason' }]);
  });
});
