/** Calls that go on in another service are bound there as if they had called it. */
import { describe, expect, test } from '@jest/globals';
import { service } from './helpDesk.ts';
import { factsOf, PlayedTenant } from './playedTenant.ts';
import type { ServiceDraft } from './helpDesk.ts';

const SALES = { do: 'service', service: 'sales' } as const;
const CLOSED = { do: 'announce', announcement: 'closed' } as const;

/** A caller waits at the help desk; nobody of either service is on duty. */
function waiting(
  queue: ServiceDraft['queue'],
  sales: Partial<ServiceDraft>,
  announcements: ServiceDraft['announcements'] = {},
): PlayedTenant {
  const tenant = new PlayedTenant({
    services: [
      service('help-desk', { agents: ['a'], queue, announcements }),
      service('sales', { agents: ['b'], ...sales }),
    ],
  });
  for (const name of ['a', 'b']) tenant.duty(name, false);
  tenant.waits('call-1');
  return tenant;
}

describe('NIMx-07: a call that waited too long and goes on in another service', () => {
  const overflow = { maximumWaitSeconds: 60, whenTooLong: SALES };

  test.each([30, 60, 90])('has the whole maximum wait of %i s there', (seconds) => {
    const tenant = waiting(overflow, { queue: { maximumWaitSeconds: seconds } });
    tenant.pass(60_000);
    expect(tenant.task('call-1')).toMatchObject({ serviceId: 'sales', phase: 'waiting' });
    tenant.pass(seconds * 1000 - 1);
    expect(tenant.task('call-1')?.phase).toBe('waiting');
    tenant.pass(1);
    expect(tenant.task('call-1')).toMatchObject({
      phase: 'leaving',
      leaving: { cause: 'too-long' },
    });
  });

  test('keeps its place, however often it is moved', () => {
    const tenant = waiting(overflow, { queue: { maximumWaitSeconds: 60 } });
    const placed = tenant.task('call-1')?.rankAt;
    tenant.pass(60_000);
    expect(tenant.task('call-1')).toMatchObject({ rankAt: placed, waitsSinceAt: tenant.now });
  });

  test('is acted on when nobody is able there either', () => {
    const tenant = waiting(overflow, { queue: { nobodyAfterSeconds: 30, whenNobody: CLOSED } });
    tenant.pass(60_000 + 29_999);
    expect(tenant.task('call-1')?.phase).toBe('waiting');
    tenant.pass(1);
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'nobody' } });
  });
});

test('NIMx-03: with nobody able anywhere a call goes on through the services at once', () => {
  const tenant = waiting({ whenNobody: SALES }, { queue: { whenNobody: CLOSED } });
  expect(tenant.task('call-1')).toMatchObject({
    ...{ serviceId: 'sales', phase: 'leaving' },
    leaving: { cause: 'nobody', action: CLOSED },
  });
});

describe('NIMx-04: levels count the whole wait of the caller', () => {
  const levels = [20, 40].map((afterSeconds) => ({ afterSeconds, agents: ['c'], skills: [] }));

  test('so all that have come open at once after a move', () => {
    const overflow = { maximumWaitSeconds: 60, whenTooLong: SALES };
    const tenant = waiting(overflow, { responsibility: { levels } });
    const facts = tenant.pass(60_000);
    expect(factsOf(facts, 'LevelReached')).toMatchObject([{ level: 2 }]);
    expect(tenant.task('call-1')).toMatchObject({ level: 2, levelAt: null });
  });

  test('and one that has not come yet opens at its instant', () => {
    const overflow = { maximumWaitSeconds: 30, whenTooLong: SALES };
    const tenant = waiting(overflow, { responsibility: { levels } });
    tenant.pass(30_000);
    expect(tenant.task('call-1')?.level).toBe(1);
    tenant.pass(10_000);
    expect(tenant.task('call-1')?.level).toBe(2);
  });
});
