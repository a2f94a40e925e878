/** The queue: how many wait, how long, and where a call goes that cannot wait here. */
import { describe, expect, test } from '@jest/globals';
import { asId, type PlatformCallId, type ServiceId } from '@rufwerk/engine/core';
import { helpDesk, letsRing, opened, rungFor, service, talks } from './helpDesk.ts';
import { factsOf, person, PlayedTenant } from './playedTenant.ts';

const HELP_DESK_ID = asId<ServiceId>('help-desk');
const NUMBER = { do: 'number', number: '+41435000000' } as const;

/** Whoever calls now hears this. */
function heard(tenant: PlayedTenant): string[] {
  return tenant.open('play-prompt').map(({ prompt }) => prompt);
}

describe('a full queue', () => {
  test('NIMx-07: one more than the maximum is not taken, and is told so', () => {
    const tenant = opened({ agents: ['a'], queue: { maximumWaiting: 2 } });
    tenant.duty('a', false);
    for (const call of ['call-1', 'call-2', 'call-3']) tenant.waits(call);
    expect(tenant.task('call-2')?.phase).toBe('waiting');
    expect(tenant.task('call-3')).toMatchObject({ phase: 'leaving', leaving: { cause: 'full' } });
    expect(heard(tenant).at(-1)).toBe('all-busy');
  });

  test('calls count before they are answered', () => {
    const tenant = opened({ agents: ['a'], queue: { maximumWaiting: 1 } });
    tenant.duty('a', false);
    tenant.dials('call-1');
    tenant.dials('call-2');
    expect(tenant.task('call-1')?.phase).toBe('arriving');
    expect(tenant.task('call-2')?.phase).toBe('leaving');
  });

  test('a call that somebody can take at once does not wait, however short the queue', () => {
    const tenant = opened({ agents: ['a'], queue: { maximumWaiting: 0 } });
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
    tenant.waits('call-2');
    expect(tenant.task('call-2')?.phase).toBe('leaving');
  });

  test('NIMx-07: comes before nobody, and closed before full', () => {
    const queue = { maximumWaiting: 0, whenNobody: NUMBER };
    const tenant = opened({ agents: ['a'], queue });
    tenant.duty('a', false);
    tenant.waits('call-1');
    expect(tenant.task('call-1')?.leaving).toMatchObject({ cause: 'full' });
    tenant.give({ type: 'ServiceClosed', serviceId: HELP_DESK_ID, cause: 'hours' });
    tenant.waits('call-2');
    expect(tenant.task('call-2')?.leaving).toMatchObject({ cause: 'closed' });
  });

  test('under redirect it is answered at once, so that it can be told', () => {
    const tenant = opened({ agents: [], delivery: 'redirect', queue: { maximumWaiting: 0 } });
    tenant.dials('call-1');
    expect(tenant.open('answer-call')).toHaveLength(1);
  });
});

describe('a wait that is too long', () => {
  const queue = { maximumWaitSeconds: 30, whenTooLong: NUMBER };

  test('ends exactly then', () => {
    const tenant = opened({ agents: [], queue });
    tenant.waits('call-1');
    tenant.pass(29_999);
    expect(tenant.task('call-1')?.phase).toBe('waiting');
    tenant.pass(1);
    expect(tenant.open('transfer-call')).toMatchObject([
      { target: { kind: 'number', number: NUMBER.number } },
    ]);
  });

  test('ends exactly then also while somebody rings, who is recalled without a further miss', () => {
    const offers = { ringTimeoutSeconds: 20, pauseAfterMissedSeconds: 0 };
    const tenant = opened({ agents: ['a'], queue, offers });
    tenant.waits('call-1');
    letsRing(tenant, 20);
    tenant.rings();
    tenant.pass(9_999);
    expect(tenant.ringing()).toBe('a');
    tenant.pass(1);
    expect(tenant.task('call-1')).toMatchObject({ phase: 'leaving' });
    // Once somebody was invited the call is a conference: the number is brought into it.
    expect(tenant.open('invite-target')).toHaveLength(1);
    tenant.pass(6_000);
    expect(tenant.agent('a')).toMatchObject({ offerId: null, missesInARow: 1, pause: null });
  });

  test('DEC-4: an agent who accepts while the call is leaving has it, undisturbed', () => {
    const tenant = opened({ agents: ['a'], queue, offers: { ringTimeoutSeconds: 30 } });
    tenant.waits('call-1');
    tenant.rings();
    tenant.pass(30_000);
    expect(tenant.task('call-1')?.phase).toBe('leaving');
    tenant.roster('call-1', 'bot', 'caller', 'a');
    expect(tenant.task('call-1')).toMatchObject({ phase: 'connected', leaving: null, actAt: null });
    tenant.settle('invite-target', { kind: 'failed', cause: 'busy' });
    expect(tenant.task('call-1')?.phase).toBe('connected');
    expect(heard(tenant)).not.toContain('all-busy');
  });

  test.each(['failed', 'does-not-apply'] as const)(
    'an invitation that comes to nothing (%s) is followed by a word to the caller at once',
    (kind) => {
      const tenant = opened({ agents: ['a'], queue, offers: { ringTimeoutSeconds: 30 } });
      tenant.waits('call-1');
      tenant.rings();
      tenant.pass(30_000);
      expect(heard(tenant)).not.toContain('all-busy');
      const outcome = kind === 'failed' ? { kind, cause: 'busy' } : { kind };
      tenant.settle('invite-target', outcome);
      expect(heard(tenant).at(-1)).toBe('all-busy');
    },
  );

  test('an action that fails is followed by a word to the caller, and then the end', () => {
    const tenant = opened({ agents: [], queue });
    tenant.waits('call-1');
    tenant.pass(30_000);
    tenant.settle('transfer-call', { kind: 'failed', cause: 'busy' });
    expect(heard(tenant).at(-1)).toBe('all-busy');
    const effectId = tenant.task('call-1')?.prompt?.effectId ?? null;
    const platformCallId = asId<PlatformCallId>('call-1');
    const told = { status: 'completed', code: 0, subcode: null } as const;
    tenant.give({ type: 'OperationReported', platformCallId, effectId, ...told });
    expect(tenant.open('hang-up-call')).toHaveLength(1);
  });
});

describe('nobody', () => {
  const queue = { nobodyAfterSeconds: 10, whenNobody: NUMBER };

  test('acts once nobody has been on duty for the stated time', () => {
    const tenant = opened({ agents: ['a'], queue });
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.pass(9_999);
    expect(tenant.open('transfer-call')).toHaveLength(0);
    tenant.pass(1);
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'nobody' } });
  });

  test('does not act while somebody is on duty, however busy', () => {
    const tenant = opened({ agents: ['a'], queue });
    talks(tenant, 'call-1');
    tenant.waits('call-2');
    tenant.pass(60_000);
    expect(tenant.task('call-2')?.phase).toBe('waiting');
  });
});

describe('a closed service', () => {
  test('takes no new calls, and serves those that wait', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.give({ type: 'ServiceClosed', serviceId: HELP_DESK_ID, cause: 'hours' });
    tenant.waits('call-2');
    expect(tenant.task('call-2')).toMatchObject({ leaving: { cause: 'closed' } });
    tenant.duty('a', true);
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('treats waiting calls as closed too where the service says so', () => {
    const tenant = opened({ agents: [], queue: { waitingAtClosing: 'act' } });
    tenant.waits('call-1');
    tenant.give({ type: 'ServiceClosed', serviceId: HELP_DESK_ID, cause: 'holiday' });
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'closed' } });
  });

  test('is open again when its hours begin', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.give({ type: 'ServiceClosed', serviceId: HELP_DESK_ID, cause: 'hours' });
    tenant.give({ type: 'ServiceOpened', serviceId: HELP_DESK_ID });
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('an emergency closes in one action, whatever the hours, until it is opened again', () => {
    const tenant = opened({ agents: ['a'], supervisors: ['s', 't'] });
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.give({ type: 'EmergencyClosed', serviceId: HELP_DESK_ID, by: person('s') });
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'emergency' } });
    expect(tenant.open('raise-alert')).toMatchObject([{ recipientIds: ['t'] }]);
    tenant.give({ type: 'ServiceOpened', serviceId: HELP_DESK_ID });
    tenant.waits('call-2');
    expect(tenant.task('call-2')?.phase).toBe('leaving');
    tenant.give({ type: 'EmergencyReopened', serviceId: HELP_DESK_ID, by: person('s') });
    tenant.waits('call-3');
    expect(tenant.task('call-3')?.phase).toBe('waiting');
  });
});

describe('calls that go on in another service', () => {
  /** first -> second -> third, each when full. */
  function chain(): PlayedTenant {
    const overflow = (to: string) => ({
      queue: { maximumWaiting: 0, whenFull: { do: 'service' as const, service: to } },
    });
    return new PlayedTenant({
      services: [
        service('help-desk', { agents: ['a'], ...overflow('second') }),
        service('second', { agents: ['b'], ...overflow('third') }),
        service('third', { agents: ['c'] }),
      ],
    });
  }

  test('go through the whole chain to who has room', () => {
    const tenant = chain();
    for (const name of ['a', 'b', 'c']) tenant.duty(name, false);
    tenant.waits('call-1');
    expect(tenant.task('call-1')).toMatchObject({ serviceId: 'third', phase: 'waiting' });
  });

  test('stop where somebody can take them at once', () => {
    const tenant = chain();
    tenant.duty('a', false);
    tenant.waits('call-1');
    expect(tenant.task('call-1')).toMatchObject({ serviceId: 'second' });
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('NIMx-07: keep their age: who has waited longer is served first', () => {
    const tenant = new PlayedTenant({
      services: [helpDesk({ agents: ['a'] }), service('other', { agents: ['b'] })],
    });
    for (const name of ['a', 'b']) tenant.duty(name, false);
    tenant.waits('call-1');
    tenant.pass(5_000);
    tenant.dials('call-2', 'account-other');
    tenant.settle('answer-call');
    tenant.established('call-2');
    const taskId = tenant.task('call-1')?.id ?? asId<never>('');
    const serviceId = asId<ServiceId>('other');
    tenant.give({ type: 'CallMoveAsked', taskId, serviceId, by: person('s') });
    tenant.duty('b', true);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
    expect(rungFor(tenant, 'call-2')).toEqual([]);
  });
});

describe('priorities', () => {
  test('NIMx-06: the higher priority is served first, equal ones as they came', () => {
    const of = (priority: number) => ({ agents: ['a'], queue: { priority } });
    const tenant = new PlayedTenant({
      services: [service('low', of(4)), service('high', of(2))],
    });
    tenant.duty('a', false);
    const calls = [
      ['low-1', 'account-low'],
      ['high-1', 'account-high'],
      ['high-2', 'account-high'],
    ] as const;
    for (const [call, account] of calls) {
      tenant.dials(call, account);
      tenant.settle('answer-call');
      tenant.established(call);
      tenant.pass(1_000);
    }
    tenant.duty('a', true);
    const served: string[] = [];
    for (let round = 0; round < calls.length; round += 1) {
      const next = calls.find(([call]) => rungFor(tenant, call).length > 0)?.[0] ?? '';
      served.push(next);
      tenant.roster(next, 'bot', 'caller', 'a');
      tenant.callState(next, 'terminated');
      tenant.pass(10_000);
    }
    expect(served).toEqual(['high-1', 'high-2', 'low-1']);
  });
});

describe('what the caller hears', () => {
  test('the greeting, then music, and comfort messages over it', () => {
    const tenant = opened({ agents: [], announcements: { comfort: 'please-hold' } });
    tenant.waits('call-1');
    expect(heard(tenant)).toEqual(['greeting']);
    const effectId = tenant.task('call-1')?.prompt?.effectId ?? null;
    const platformCallId = asId<PlatformCallId>('call-1');
    const told = { status: 'completed', code: 0, subcode: null } as const;
    tenant.give({ type: 'OperationReported', platformCallId, effectId, ...told });
    expect(heard(tenant)).toEqual(['greeting', 'waiting-music']);
    const facts = tenant.pass(30_000);
    const prompts = factsOf(facts, 'EffectRequested').flatMap(({ effect }) =>
      effect.kind === 'play-prompt' ? [effect.prompt] : [],
    );
    expect(prompts).toEqual(['please-hold']);
  });
});
