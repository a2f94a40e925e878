/** Which of several calls comes first, and whose offer is taken back for whom. */
import { describe, expect, test } from '@jest/globals';
import { helpDesk, rungFor, service } from './helpDesk.ts';
import { PlayedTenant } from './playedTenant.ts';

const urgent = service('urgent', { agents: ['a', 'b'], queue: { priority: 1 } });

/** A caller of this service is answered. */
function waitsAt(tenant: PlayedTenant, account: string, call: string): void {
  tenant.dials(call, `account-${account}`);
  tenant.settle('answer-call');
  tenant.established(call);
}

/** The phase of the offer that a call has. */
function phaseOf(tenant: PlayedTenant, call: string): string | undefined {
  const [offerId] = tenant.task(call)?.offerIds ?? [];
  return offerId === undefined ? undefined : tenant.state.offers.get(offerId)?.phase;
}

test('NIMx-06: of two calls of the same instant the one that came first is served first', () => {
  const tenant = new PlayedTenant({ services: [helpDesk({ agents: ['a'] })] });
  tenant.duty('a', false);
  for (const call of ['call-1', 'call-2', 'call-3']) tenant.waits(call);
  tenant.duty('a', true);
  expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  expect([rungFor(tenant, 'call-2'), rungFor(tenant, 'call-3')]).toEqual([[], []]);
});

describe('NIMx-06: an offer is taken back', () => {
  test('for a higher priority only, not for a call that merely came earlier', () => {
    const levels = [{ afterSeconds: 20, agents: ['a'] }];
    const tenant = new PlayedTenant({
      services: [
        service('widening', { agents: ['b'], responsibility: { levels } }),
        helpDesk({ agents: ['a'], offers: { ringTimeoutSeconds: 60 } }),
      ],
    });
    tenant.duty('b', false);
    waitsAt(tenant, 'widening', 'earlier');
    tenant.pass(10_000);
    tenant.waits('later');
    tenant.rings();
    tenant.pass(15_000);
    expect(tenant.task('earlier')?.level).toBe(1);
    expect(phaseOf(tenant, 'later')).toBe('ringing');
  });

  test('from the call that comes last of all that ring', () => {
    for (const rungFirst of [4, 5]) {
      const low = (id: string, priority: number, agent: string) =>
        service(id, { agents: [agent], queue: { priority } });
      const tenant = new PlayedTenant({
        services: [low('one', rungFirst, 'a'), low('two', 9 - rungFirst, 'b'), urgent],
      });
      waitsAt(tenant, 'one', 'call-1');
      tenant.rings();
      waitsAt(tenant, 'two', 'call-2');
      tenant.rings();
      waitsAt(tenant, 'urgent', 'call-3');
      const [last, other] = rungFirst === 5 ? ['call-1', 'call-2'] : ['call-2', 'call-1'];
      expect(phaseOf(tenant, last ?? '')).toBe('checking');
      expect(phaseOf(tenant, other ?? '')).toBe('ringing');
    }
  });
});
