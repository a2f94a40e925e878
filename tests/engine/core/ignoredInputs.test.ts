/** Inputs that mean nothing are recorded as ignored, with a reason, and change nothing. */
import { describe, expect, test } from '@jest/globals';
import {
  asId,
  type EffectId,
  type Fact,
  type PlatformCallId,
  type ServiceId,
  type TaskId,
  writeSnapshot,
} from '@rufwerk/engine/core';
import { opened, talks } from './helpDesk.ts';
import { factsOf, type Given, person, type PlayedTenant } from './playedTenant.ts';

const NOBODY = person('nobody');
const BY = { by: person('s') };
const CALL = asId<PlatformCallId>('no-call');
const SERVICE = asId<ServiceId>('no-service');
const HELP_DESK = asId<ServiceId>('help-desk');

const UNKNOWN: readonly (readonly [reason: string, input: Given])[] = [
  ['unknown-agent', { type: 'DutySwitched', agentId: NOBODY, onDuty: false, ...BY }],
  ['unknown-agent', { type: 'ReadyPressed', agentId: NOBODY, ...BY }],
  ['unknown-agent', { type: 'BreakTaken', agentId: NOBODY, reasonCode: 100, ...BY }],
  ['unknown-agent', { type: 'BreakFinished', agentId: NOBODY, ...BY }],
  ['unknown-agent', { type: 'AfterCallWorkFinished', agentId: NOBODY, ...BY }],
  ['unknown-agent', { type: 'AfterCallWorkProlonged', agentId: NOBODY, ...BY }],
  ['unknown-agent', { type: 'NextStateChosen', agentId: NOBODY, next: null, ...BY }],
  ['unknown-agent', { type: 'ProfilesSwitched', agentId: NOBODY, profiles: [], ...BY }],
  [
    'unknown-agent',
    { type: 'ServiceSwitched', agentId: NOBODY, serviceId: HELP_DESK, active: true, ...BY },
  ],
  [
    'unknown-service',
    { type: 'ServiceSwitched', agentId: person('a'), serviceId: SERVICE, active: true, ...BY },
  ],
  ['unknown-profile', { type: 'ProfilesSwitched', agentId: person('a'), profiles: ['x'], ...BY }],
  ['unknown-service', { type: 'ServiceOpened', serviceId: SERVICE }],
  ['unknown-service', { type: 'ServiceClosed', serviceId: SERVICE, cause: 'hours' }],
  ['unknown-service', { type: 'EmergencyClosed', serviceId: SERVICE, ...BY }],
  ['unknown-service', { type: 'EmergencyReopened', serviceId: SERVICE, ...BY }],
  [
    'unknown-call',
    { type: 'CallMoveAsked', taskId: asId<TaskId>('x'), serviceId: HELP_DESK, ...BY },
  ],
  ['unknown-call', { type: 'TonePressed', platformCallId: CALL, tone: '1' }],
  [
    'unknown-call',
    { type: 'CallStateReported', platformCallId: CALL, state: 'established', code: 0, subcode: 0 },
  ],
  ['unknown-call', { type: 'RosterReported', platformCallId: CALL, roster: [] }],
  [
    'unknown-call',
    {
      ...{ type: 'OperationReported', platformCallId: CALL, effectId: null },
      ...{ status: 'completed', code: 0, subcode: null },
    },
  ],
  [
    'unknown-effect',
    { type: 'EffectReported', effectId: asId<EffectId>('x'), outcome: { kind: 'done' } },
  ],
];

function reasons(facts: readonly Fact[]): string[] {
  return factsOf(facts, 'InputIgnored').map(({ reason }) => reason);
}

describe('an input about something unknown', () => {
  test.each(UNKNOWN)('is ignored: %s, %j', (reason, input) => {
    const tenant = opened();
    const before = writeSnapshot(tenant.state);
    expect(reasons(tenant.give(input))).toEqual([reason]);
    expect(writeSnapshot(tenant.state)).toBe(before);
  });

  test('a call to no service of ours is refused, so that its caller is not left ringing', () => {
    const tenant = opened();
    expect(reasons(tenant.dials('call-1', 'account-nobody'))).toEqual(['unknown-service']);
    expect(tenant.open('reject-call')).toMatchObject([{ platformCallId: 'call-1' }]);
  });

  test('presence of somebody unknown is nobody’s', () => {
    const tenant = opened();
    expect(() => tenant.presence('nobody', 'Available', 'Available')).not.toThrow();
    expect(tenant.state.agents.has(NOBODY)).toBe(false);
  });
});

describe('the same again', () => {
  const told = { agentId: person('a'), by: person('a') };
  const AGAIN: readonly (readonly [words: string, before: Given[], input: Given])[] = [
    ['on duty', [], { type: 'DutySwitched', onDuty: true, ...told }],
    ['back to ready', [], { type: 'ReadyPressed', ...told }],
    ['no break', [], { type: 'BreakFinished', ...told }],
    [
      'the same break',
      [{ type: 'BreakTaken', reasonCode: 100, ...told }],
      { type: 'BreakTaken', reasonCode: 100, ...told },
    ],
    ['no profile', [], { type: 'ProfilesSwitched', profiles: [], ...told }],
    ['switched on', [], { type: 'ServiceSwitched', serviceId: HELP_DESK, active: true, ...told }],
    ['open', [], { type: 'ServiceOpened', serviceId: HELP_DESK }],
    ['no emergency', [], { type: 'EmergencyReopened', serviceId: HELP_DESK, ...BY }],
    ['no work', [], { type: 'AfterCallWorkFinished', ...told }],
  ];

  test.each(AGAIN)('%s already: nothing changes', (_words, before, input) => {
    const tenant = opened();
    for (const earlier of before) tenant.give(earlier);
    const snapshot = writeSnapshot(tenant.state);
    expect(reasons(tenant.give(input))).toEqual(['already-so']);
    expect(writeSnapshot(tenant.state)).toBe(snapshot);
  });

  test('a call that arrives twice is one call', () => {
    const tenant = opened();
    tenant.waits('call-1');
    expect(reasons(tenant.dials('call-1'))).toEqual(['repeat']);
    expect(tenant.state.tasks.size).toBe(1);
  });

  test('an input whose source gave it an id is taken once', () => {
    const tenant = opened();
    const duty = { type: 'DutySwitched', onDuty: false, ...told, sourceId: 'press-1' } as const;
    tenant.give(duty);
    tenant.duty('a', true);
    expect(reasons(tenant.give(duty))).toEqual(['repeat']);
    expect(tenant.agent('a').onDuty).toBe(true);
  });
});

describe('what is not allowed now', () => {
  const told = { agentId: person('a'), by: person('a') };

  test('a next state without a call, a break off duty, more work without any', () => {
    const tenant = opened();
    const next = { kind: 'off-duty' } as const;
    expect(reasons(tenant.give({ type: 'NextStateChosen', next, ...told }))).toEqual([
      'not-allowed',
    ]);
    expect(reasons(tenant.give({ type: 'AfterCallWorkProlonged', ...told }))).toEqual([
      'not-allowed',
    ]);
    tenant.duty('a', false);
    expect(reasons(tenant.give({ type: 'BreakTaken', reasonCode: 100, ...told }))).toEqual([
      'not-allowed',
    ]);
  });

  test('moving a call that somebody has', () => {
    const tenant = opened();
    talks(tenant, 'call-1');
    const taskId = tenant.task('call-1')?.id ?? asId<TaskId>('');
    const facts = tenant.give({ type: 'CallMoveAsked', taskId, serviceId: HELP_DESK, ...BY });
    expect(reasons(facts)).toEqual(['not-allowed']);
  });
});

describe('a clock that goes backwards', () => {
  /** Everything is dated at the latest instant that was known. */
  test('dates nothing before what has happened', () => {
    const tenant: PlayedTenant = opened();
    tenant.pass(60_000);
    const latestAt = tenant.now;
    tenant.now -= 30_000;
    const facts = tenant.waits('call-1');
    expect(facts.every(({ at }) => at >= latestAt)).toBe(true);
  });
});
