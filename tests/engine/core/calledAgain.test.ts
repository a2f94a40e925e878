/** Who calls again has the place of the call-back that they asked for (NIMx-07). */
import { describe, expect, test } from '@jest/globals';
import {
  asId,
  endReasonText,
  type PlatformCallId,
  type ServiceId,
  writeSnapshot,
} from '@rufwerk/engine/core';
import {
  ASKED_AT,
  asked,
  BEFORE,
  callBack,
  calls,
  ended,
  moves,
  ringsAtCaller,
} from './calledAgainScenes.ts';
import { rungFor, service, type ServiceDraft } from './helpDesk.ts';
import { factsOf, person } from './playedTenant.ts';

const SALES = { do: 'service', service: 'sales' } as const;

describe('NIMx-07: who calls again while a call-back of theirs waits', () => {
  test('has its place, and the call-back ends with a reason of its own', () => {
    const { tenant, due } = asked();
    const facts = calls(tenant, 'call-2');
    expect(ended(facts)).toMatchObject([{ taskId: due.id, reason: 'called-again' }]);
    const { rankAt, priority } = due;
    expect(tenant.task('call-2')).toMatchObject({ queuedAt: ASKED_AT, rankAt, priority });
    expect([...tenant.state.tasks.values()]).toHaveLength(1);
  });

  test('is told so in both languages', () => {
    expect(endReasonText('called-again', 'en')).toContain('called again');
    expect(endReasonText('called-again', 'de')).toContain('erneut angerufen');
  });

  test('comes before whoever called after the call-back was asked for', () => {
    const { tenant } = asked();
    calls(tenant, 'other', { caller: 'somebody-else' });
    tenant.pass(5_000);
    calls(tenant, 'call-2');
    tenant.duty('a', true);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
    expect(rungFor(tenant, 'other')).toEqual([]);
  });

  test('NIMx-04: has the levels that the whole wait has opened', () => {
    const levels = [{ afterSeconds: 40, agents: ['b'], skills: [] }];
    const { tenant } = asked({ agents: ['a'], responsibility: { levels } });
    tenant.duty('b', true);
    const offer = [...tenant.state.offers.values()][0];
    expect(offer).toMatchObject({ agentId: 'b', phase: 'held' });
    calls(tenant, 'call-2');
    expect(tenant.task('call-2')).toMatchObject({ level: 1 });
    expect(rungFor(tenant, 'call-2')).toEqual(['b']);
  });

  test('may wait as long as anybody who calls now', () => {
    const { tenant } = asked({ queue: { maximumWaitSeconds: 90 } });
    calls(tenant, 'call-2');
    tenant.pass(89_999);
    expect(tenant.task('call-2')).toMatchObject({ phase: 'waiting', queuedAt: ASKED_AT });
    tenant.pass(1);
    expect(tenant.task('call-2')).toMatchObject({ leaving: { cause: 'too-long' } });
  });

  test('has it also in the pause after an attempt to reach them', () => {
    const { tenant, due } = asked();
    tenant.duty('a', true);
    ringsAtCaller(tenant);
    tenant.pass(45_000);
    expect(due).toMatchObject({ phase: 'call-back', callBackAttempts: 1 });
    expect(ended(calls(tenant, 'call-2'))).toMatchObject([{ reason: 'called-again' }]);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });

  test('has it where another service overflows into this one, and where a supervisor moves it', () => {
    const [overflows, movedThere] = [asked(), asked()];
    calls(overflows.tenant, 'call-2', { account: 'account-sales' });
    expect(overflows.due.phase).toBe('call-back');
    const facts = overflows.tenant.pass(30_000);
    expect(ended(facts)).toMatchObject([{ taskId: overflows.due.id, reason: 'called-again' }]);
    calls(movedThere.tenant, 'call-2', { account: 'account-sales' });
    const taskId = movedThere.tenant.task('call-2')?.id ?? asId('');
    const moved = moves(movedThere.tenant, taskId, 'help-desk');
    expect(ended(moved)).toMatchObject([{ taskId: movedThere.due.id, reason: 'called-again' }]);
    for (const { tenant } of [overflows, movedThere]) {
      expect(tenant.task('call-2')).toMatchObject({ serviceId: 'help-desk', queuedAt: ASKED_AT });
    }
  });

  test('has it where the call-back is moved to the service they wait in', () => {
    const { tenant, due } = asked();
    calls(tenant, 'call-2', { account: 'account-sales' });
    const facts = moves(tenant, due.id, 'sales');
    expect(ended(facts)).toMatchObject([{ taskId: due.id, reason: 'called-again' }]);
    expect(tenant.task('call-2')).toMatchObject({ serviceId: 'sales', queuedAt: ASKED_AT });
  });

  test('by another line has it when the first one asks to be called back', () => {
    const { tenant } = asked();
    calls(tenant, 'line-1', { caller: 'two-lines' });
    tenant.pass(1_000);
    calls(tenant, 'between', { caller: 'somebody-else' });
    calls(tenant, 'line-2', { caller: 'two-lines' });
    const first = tenant.task('line-1');
    const platformCallId = asId<PlatformCallId>('line-1');
    tenant.give({ type: 'TonePressed', platformCallId, tone: '1' });
    const facts = tenant.callState('line-1', 'terminated');
    expect(ended(facts)).toMatchObject([{ taskId: first?.id, reason: 'called-again' }]);
    const line = tenant.state.services.get(asId<ServiceId>('help-desk'))?.waiting.tasks;
    const [due, second, third] = line ?? [];
    expect(due?.phase).toBe('call-back');
    expect([second, third]).toEqual([tenant.task('line-2'), tenant.task('between')]);
  });

  test('and asks to be called back again, is due one call-back, in the first place', () => {
    const { tenant } = asked();
    calls(tenant, 'call-2');
    const platformCallId = asId<PlatformCallId>('call-2');
    tenant.give({ type: 'TonePressed', platformCallId, tone: '1' });
    tenant.callState('call-2', 'terminated');
    expect([...tenant.state.tasks.values()]).toMatchObject([
      { phase: 'call-back', queuedAt: ASKED_AT },
    ]);
  });
});

describe('NIMx-07: a call-back that somebody is about to be given', () => {
  test('while their presence is read: the reading is for nothing, and the call rings first', () => {
    const { tenant, due } = asked({ presence: { whenOlder: 'confirm', notOlderThanSeconds: 15 } });
    tenant.pass(20_000, { polling: false });
    tenant.duty('a', true);
    expect([...tenant.state.offers.values()]).toMatchObject([
      { taskId: due.id, phase: 'confirming' },
    ]);
    const facts = calls(tenant, 'call-2');
    expect(factsOf(facts, 'OfferEnded')).toMatchObject([
      { outcome: 'recalled', isMiss: false, pause: null },
    ]);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });

  test('while they are held and nothing rings at the caller: the call rings at them', () => {
    const { tenant, due } = asked();
    tenant.duty('a', true);
    expect(due).toMatchObject({ phase: 'dialling', platformCallId: null });
    const facts = calls(tenant, 'call-2');
    expect(factsOf(facts, 'OfferEnded')).toMatchObject([
      { outcome: 'recalled', isMiss: false, pause: null },
    ]);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
    ringsAtCaller(tenant);
    expect(tenant.open('hang-up-call')).toMatchObject([{ platformCallId: 'back-1' }]);
  });

  test('goes on while the telephone of the caller rings, and gives way when nobody picks up', () => {
    const { tenant, due } = asked();
    tenant.duty('a', true);
    ringsAtCaller(tenant);
    expect(ended(calls(tenant, 'call-2'))).toEqual([]);
    expect(due.phase).toBe('dialling');
    const facts = tenant.pass(45_000);
    expect(ended(facts)).toMatchObject([{ taskId: due.id, reason: 'called-again' }]);
    expect(tenant.task('call-2')).toMatchObject({ queuedAt: ASKED_AT });
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });

  test('goes on while the caller is on that line', () => {
    const { tenant, due } = asked();
    tenant.duty('a', true);
    ringsAtCaller(tenant);
    tenant.established('back-1');
    expect(ended(calls(tenant, 'call-2'))).toEqual([]);
    tenant.roster('back-1', 'bot', 'caller', 'a');
    expect(due).toMatchObject({ phase: 'connected', agentId: 'a' });
    expect(tenant.task('call-2')?.queuedAt).toBeGreaterThan(ASKED_AT);
  });

  test('the call rings for all whom the service rings at once', () => {
    const { tenant } = asked({ order: 'broadcast' });
    tenant.duty('a', true);
    tenant.duty('b', true);
    calls(tenant, 'call-2');
    expect(rungFor(tenant, 'call-2').sort()).toEqual(['a', 'b']);
  });

  test('never-in-a-call: whom the last look refuses is not rung for the call either', () => {
    const { tenant } = asked();
    tenant.duty('a', true);
    const held = tenant.agent('a');
    if (held.evidence !== null) held.evidence.activity = 'InACall';
    const facts = calls(tenant, 'call-2');
    expect(factsOf(facts, 'InvariantBreached')).toMatchObject([{ invariant: 'never-in-a-call' }]);
    expect(rungFor(tenant, 'call-2')).toEqual([]);
  });
});

describe('NIMx-07: a call-back waits on', () => {
  test('when somebody calls who withholds the number', () => {
    const { tenant, due } = asked();
    expect(ended(calls(tenant, 'call-2', { isAnonymous: true }))).toEqual([]);
    expect(due.phase).toBe('call-back');
  });

  test('when two withhold the number: they are not the same', () => {
    const { tenant, due } = asked();
    Object.assign(due, { isAnonymous: true });
    expect(ended(calls(tenant, 'call-2', { isAnonymous: true }))).toEqual([]);
    expect(ended(calls(tenant, 'call-3'))).toEqual([]);
    expect(due.phase).toBe('call-back');
  });

  test('when somebody else calls, or its caller calls another service', () => {
    const { tenant, due } = asked();
    expect(ended(calls(tenant, 'other', { caller: 'somebody-else' }))).toEqual([]);
    expect(ended(calls(tenant, 'call-2', { account: 'account-sales' }))).toEqual([]);
    expect(due.phase).toBe('call-back');
  });

  test.each<[string, Partial<ServiceDraft>]>([
    ['the queue is full', { queue: { maximumWaiting: 0 } }],
    ['nobody is there', { queue: { nobodyAfterSeconds: 0, whenNobody: SALES } }],
  ])('when its caller calls again and cannot wait there, for %s', (_why, settings) => {
    const { tenant, due } = asked();
    const [helpDesk, sales] = tenant.state.configuration?.services ?? [];
    if (helpDesk === undefined || sales === undefined) throw new Error('There are two services.');
    const other = service('help-desk', { agents: ['a', 'b'], callBack, ...settings });
    tenant.configure({ services: [other, service('sales', { agents: ['c'] })] });
    expect(ended(calls(tenant, 'call-2'))).toEqual([]);
    expect(due).toMatchObject({ phase: 'call-back', queuedAt: ASKED_AT });
  });

  test('when the service closes while its caller is called: who calls is told so', () => {
    const { tenant, due } = asked();
    tenant.duty('a', true);
    ringsAtCaller(tenant);
    calls(tenant, 'call-2');
    const by = person('s');
    const facts = tenant.give({ type: 'EmergencyClosed', serviceId: asId('help-desk'), by });
    expect(ended(facts)).toEqual([]);
    expect(due).toMatchObject({ phase: 'call-back', callBackAttempts: 0 });
    expect(tenant.task('call-2')).toMatchObject({ leaving: { cause: 'emergency' } });
  });

  test('as before rule flag 10, in a journal of that age', () => {
    const { tenant, due } = asked({}, BEFORE);
    expect(ended(calls(tenant, 'call-2'))).toEqual([]);
    expect(due.phase).toBe('call-back');
  });
});

describe('a restart', () => {
  test('before and after somebody calls again changes nothing', () => {
    const [one, other] = [asked(), asked()];
    other.tenant.restart();
    const facts = [calls(one.tenant, 'call-2'), calls(other.tenant, 'call-2')];
    other.tenant.restart();
    for (const [index, { tenant }] of [one, other].entries()) {
      facts[index]?.push(...tenant.duty('a', true), ...tenant.pass(60_000));
    }
    expect(JSON.stringify(facts[1])).toBe(JSON.stringify(facts[0]));
    expect(rungFor(other.tenant, 'call-2')).toHaveLength(1);
    expect(other.tenant.refolded()).toBe(writeSnapshot(other.tenant.state));
  });
});
