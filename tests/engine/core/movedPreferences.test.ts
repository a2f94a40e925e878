/** A call that goes on in another service comes under the preference of that one (NIMx-04). */
import { describe, expect, test } from '@jest/globals';
import { asId, CURRENT_FLAGS, RULE_FLAGS, writeSnapshot } from '@rufwerk/engine/core';
import { letsRing, rungFor, service, type ServiceDraft } from './helpDesk.ts';
import { factsOf, person, PlayedTenant, START_AT } from './playedTenant.ts';

const SALES = { do: 'service', service: 'sales' } as const;
const BEFORE = CURRENT_FLAGS.filter((flag) => flag !== RULE_FLAGS.ONE_PLACE);
const PREFERS_C = { preferred: ['c'], preferredFirstSeconds: 30 };

/** The help desk of a overflows after a minute into the sales of b and c, who prefer c. */
function twoServices(
  sales: Partial<ServiceDraft> = {},
  helpDesk: Partial<ServiceDraft> = {},
  flags: readonly number[] = CURRENT_FLAGS,
): PlayedTenant {
  const services = [
    service('help-desk', {
      agents: ['a'],
      queue: { maximumWaitSeconds: 60, whenTooLong: SALES },
      ...helpDesk,
    }),
    service('sales', {
      ...{ agents: ['b', 'c'], order: 'fixed-order', responsibility: PREFERS_C },
      ...sales,
    }),
  ];
  return new PlayedTenant({ services }, null, START_AT, flags);
}

/** Nobody of the help desk is there, c talks elsewhere, and the call has just overflowed. */
function overflown(tenant: PlayedTenant = twoServices()): PlayedTenant {
  tenant.duty('a', false);
  tenant.presence('c', 'Busy', 'InACall');
  tenant.waits('call-1');
  tenant.pass(60_000);
  expect(tenant.task('call-1')).toMatchObject({ serviceId: 'sales' });
  return tenant;
}

describe('NIMx-04: the preferred people of the service into which a call overflows', () => {
  test('come first for the stated time, which counts from its entry', () => {
    const tenant = overflown();
    tenant.pass(29_999);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('are rung as soon as they are free', () => {
    const tenant = overflown();
    tenant.presence('c', 'Available', 'Available');
    expect(rungFor(tenant, 'call-1')).toEqual(['c']);
  });

  test('are waited for no longer once they cannot come', () => {
    const tenant = overflown();
    tenant.duty('c', false);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('are waited for not at all where none of them can come', () => {
    const tenant = twoServices();
    tenant.duty('c', false);
    overflown(tenant);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('come first also where a supervisor moves the call there', () => {
    const tenant = twoServices();
    tenant.duty('a', false);
    tenant.presence('c', 'Busy', 'InACall');
    tenant.waits('call-1');
    const taskId = tenant.task('call-1')?.id ?? asId('');
    const by = person('s');
    tenant.give({ type: 'CallMoveAsked', taskId, serviceId: asId('sales'), by });
    tenant.pass(29_999);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('come first also for a call-back that is moved there', () => {
    const tenant = twoServices({ callBack: { offered: true } }, { callBack: { offered: true } });
    tenant.duty('a', false);
    tenant.presence('c', 'Busy', 'InACall');
    tenant.waits('call-1');
    const taskId = tenant.task('call-1')?.id ?? asId('');
    tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
    tenant.callState('call-1', 'terminated');
    const by = person('s');
    tenant.give({ type: 'CallMoveAsked', taskId, serviceId: asId('sales'), by });
    tenant.pass(29_999);
    expect(tenant.open('dial-caller')).toEqual([]);
    tenant.pass(1);
    expect([...tenant.state.offers.values()]).toMatchObject([{ agentId: 'b', phase: 'held' }]);
  });

  test('NIMx-07: change nothing of how long it may wait there', () => {
    const closed = { do: 'announce', announcement: 'closed' } as const;
    const responsibility = { ...PREFERS_C, preferredFirstSeconds: 600 };
    const queue = { maximumWaitSeconds: 40, whenTooLong: closed };
    const tenant = overflown(twoServices({ responsibility, queue }));
    tenant.pass(39_999);
    expect(tenant.task('call-1')).toMatchObject({ phase: 'waiting', first: { agentIds: ['c'] } });
    tenant.pass(1);
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'too-long' }, first: null });
  });

  test('are not waited for when they were asked for it by the first service, and did not come', () => {
    const tenant = twoServices({}, { agents: ['c'] });
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(['c']);
    letsRing(tenant);
    tenant.pass(45_000);
    expect(tenant.task('call-1')).toMatchObject({ serviceId: 'sales', first: null });
    tenant.pass(5_000);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('come first though the call rang for many, whose offers are recalled', () => {
    const tenant = twoServices({}, { agents: ['a', 'd'], order: 'broadcast' });
    tenant.presence('c', 'Busy', 'InACall');
    tenant.waits('call-1');
    tenant.pass(58_000);
    const rung = rungFor(tenant, 'call-1');
    const facts = tenant.pass(2_000);
    expect(factsOf(facts, 'OfferEnded').filter(({ isMiss }) => isMiss)).toEqual([]);
    expect(rung.length).toBeGreaterThan(0);
    tenant.pass(5_000);
    expect(tenant.task('call-1')).toMatchObject({ serviceId: 'sales', offerIds: [] });
    tenant.presence('c', 'Available', 'Available');
    expect(rungFor(tenant, 'call-1')).toEqual(['c']);
  });
});

describe('NIMx-04: who talked with the caller last', () => {
  const responsibility = { ...PREFERS_C, lastAgentFirstSeconds: 20 };

  /** The caller has talked with b, and now overflows from the help desk while b talks again. */
  function again(): PlayedTenant {
    const tenant = twoServices({ responsibility }, {});
    tenant.duty('a', false);
    tenant.duty('c', false);
    tenant.dials('call-0', 'account-sales', 'caller-call-1');
    tenant.settle('answer-call');
    tenant.established('call-0');
    tenant.roster('call-0', 'bot', 'caller', 'b');
    tenant.callState('call-0', 'terminated');
    tenant.presence('b', 'Busy', 'InACall');
    tenant.duty('c', true);
    tenant.waits('call-1');
    tenant.pass(60_000);
    return tenant;
  }

  test('comes before the preferred people, for the stated time', () => {
    const tenant = again();
    expect(tenant.task('call-1')?.first).toMatchObject({ cause: 'last-agent', agentIds: ['b'] });
    tenant.pass(19_999);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-1')).toEqual(['c']);
  });
});

describe('a call that is kept in the service it overflowed into', () => {
  test('is kept after a restart, for as long', () => {
    const [one, other] = [overflown(), overflown()];
    other.restart();
    const [oneFacts, otherFacts] = [one.pass(30_000), other.pass(30_000)];
    expect(JSON.stringify(otherFacts)).toBe(JSON.stringify(oneFacts));
    expect(rungFor(other, 'call-1')).toEqual(['b']);
    expect(other.refolded()).toBe(writeSnapshot(other.state));
  });

  test('never-in-a-call: rings neither whom the last look refuses, nor others before the time', () => {
    const tenant = twoServices();
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.agent('c').taskId = asId('task-9');
    const facts = tenant.pass(60_000);
    expect(factsOf(facts, 'InvariantBreached')).toMatchObject([{ invariant: 'never-in-a-call' }]);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(30_000);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('was kept for nobody before rule flag 10, and is decided so again', () => {
    const tenant = overflown(twoServices({}, {}, BEFORE));
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('leaves the preference of the service it came from behind', () => {
    const helpDesk = { responsibility: { preferred: ['a'], preferredFirstSeconds: 600 } };
    const tenant = twoServices({ responsibility: {} }, helpDesk);
    tenant.presence('a', 'Busy', 'InACall');
    tenant.waits('call-1');
    expect(tenant.task('call-1')?.first).toMatchObject({ agentIds: ['a'] });
    tenant.pass(60_000);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });
});
