/** A new configuration holds for those who wait already: what it asks for, and what no longer. */
import { describe, expect, test } from '@jest/globals';
import { helpDesk, opened, rungFor, service, type ServiceDraft } from './helpDesk.ts';
import { factsOf, PlayedTenant } from './playedTenant.ts';

const CLOSED = { do: 'announce', announcement: 'closed' } as const;

/** A caller has waited for 20 s, with agent a on duty but in a call, when the settings change. */
function changed(before: Partial<ServiceDraft>, after: Partial<ServiceDraft>): PlayedTenant {
  const tenant = opened({ agents: ['a'], ...before });
  tenant.presence('a', 'Busy', 'InACall');
  tenant.waits('call-1');
  tenant.pass(20_000);
  tenant.configure({ services: [helpDesk({ agents: ['a'], ...after })] });
  return tenant;
}

describe('the maximum wait', () => {
  test('that was lifted ends no wait', () => {
    const tenant = changed({ queue: { maximumWaitSeconds: 60 } }, {});
    tenant.pass(600_000);
    expect(tenant.task('call-1')).toMatchObject({ phase: 'waiting', maximumWaitAt: null });
  });

  test('that was set counts from the beginning of the wait, not from the change', () => {
    const tenant = changed({}, { queue: { maximumWaitSeconds: 60 } });
    tenant.pass(40_000);
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'too-long' } });
  });

  test('that has passed already ends the wait at once', () => {
    const tenant = changed({}, { queue: { maximumWaitSeconds: 15 } });
    tenant.pass(1);
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'too-long' } });
  });
});

describe('nobody', () => {
  const acts = { nobodyAfterSeconds: 60, whenNobody: CLOSED };

  test('is not acted on any more where the action was taken away', () => {
    const tenant = changed({ queue: acts }, {});
    tenant.duty('a', false);
    tenant.pass(600_000);
    expect(tenant.task('call-1')).toMatchObject({ phase: 'waiting', nobodyAt: null });
  });

  test('is acted on when the last people are taken away', () => {
    const tenant = changed({ queue: acts }, { agents: [], queue: acts });
    tenant.pass(65_000);
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'nobody' } });
  });

  test('is waited for where the service only announces: callers hear it and leave', () => {
    const tenant = changed({}, { responsibility: { by: 'nobody' }, queue: { whenNobody: CLOSED } });
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'nobody', action: CLOSED } });
  });
});

describe('NIMx-04: levels', () => {
  const level = (afterSeconds: number) => ({ afterSeconds, agents: ['b'], skills: [] });

  test('that should be open by now open at once', () => {
    const responsibility = { levels: [level(5), level(10), level(60)] };
    const tenant = changed({}, { responsibility });
    expect(tenant.task('call-1')?.level).toBe(2);
    tenant.pass(40_000);
    expect(tenant.task('call-1')?.level).toBe(3);
  });

  test('that were taken away open for nobody', () => {
    const tenant = changed({ responsibility: { levels: [level(60)] } }, {});
    expect(factsOf(tenant.pass(60_000), 'LevelReached')).toEqual([]);
  });
});

describe('comfort messages', () => {
  const comfort = { comfort: 'please-hold' };

  test('are said where they are new', () => {
    const tenant = changed({}, { announcements: comfort });
    tenant.pass(30_000);
    expect(tenant.open('play-prompt').at(-1)?.prompt).toBe('please-hold');
  });

  test('are said no more where they were taken away', () => {
    const tenant = changed({ announcements: comfort }, {});
    expect(tenant.task('call-1')?.comfortAt).toBeNull();
  });
});

describe('NIMx-06: priority and ageing', () => {
  const low = (priority: number) => service('low', { agents: ['a'], queue: { priority } });

  /** One call waits in each of two services; the first one in the one of lower priority. */
  function both(): PlayedTenant {
    const tenant = new PlayedTenant({ services: [low(3), helpDesk({ agents: ['a'] })] });
    tenant.duty('a', false);
    tenant.dials('call-1', 'account-low');
    tenant.settle('answer-call');
    tenant.established('call-1');
    tenant.pass(1_000);
    tenant.waits('call-2');
    return tenant;
  }

  test('a changed priority holds for who waits already', () => {
    const tenant = both();
    tenant.configure({ services: [low(5), helpDesk({ agents: ['a'] })] });
    expect(tenant.task('call-1')?.priority).toBe(5);
    tenant.duty('a', true);
    expect(rungFor(tenant, 'call-2')).toEqual(['a']);
  });

  test('so does another ageing time', () => {
    const tenant = both();
    const task = tenant.task('call-1');
    expect(task?.rankAt).toBe((task?.queuedAt ?? 0) + 2 * 120_000);
    tenant.configure({ ageingSeconds: 60, services: [low(3), helpDesk({ agents: ['a'] })] });
    expect(task?.rankAt).toBe((task?.queuedAt ?? 0) + 2 * 60_000);
    tenant.restart();
    expect(tenant.task('call-1')?.rankAt).toBe(task?.rankAt);
  });
});
