/** Calls and call-backs of one caller that meet in a service because one of them is moved there. */
import { expect, test } from '@jest/globals';
import { asId, type PlatformCallId } from '@rufwerk/engine/core';
import { ASKED_AT, asked, calls, ended, moves, ringsAtCaller } from './calledAgainScenes.ts';
import { rungFor, service } from './helpDesk.ts';
import { factsOf, PlayedTenant } from './playedTenant.ts';

test('NIMx-07: of two call-backs in a service the one remains whose caller is on the line', () => {
  const { tenant, due } = asked();
  calls(tenant, 'call-2', { account: 'account-sales' });
  const second = tenant.task('call-2');
  if (second === undefined) throw new Error('The second call does not wait.');
  tenant.give({ type: 'TonePressed', platformCallId: asId<PlatformCallId>('call-2'), tone: '1' });
  tenant.callState('call-2', 'terminated');
  tenant.duty('a', true);
  ringsAtCaller(tenant);
  expect(ended(moves(tenant, second.id, 'help-desk'))).toEqual([]);
  const facts = tenant.established('back-1');
  expect(ended(facts)).toMatchObject([{ taskId: second.id, reason: 'called-again' }]);
  expect(tenant.task('back-1')).toMatchObject({ id: due.id, queuedAt: ASKED_AT });
});

test('NIMx-06: who has an older place now is given whoever rings for a lower priority', () => {
  const offered = { callBack: { offered: true } };
  const tenant = new PlayedTenant({
    ageingSeconds: 10,
    services: [
      service('low', { agents: ['a'], queue: { priority: 5 } }),
      service('help-desk', { agents: ['a'], queue: { priority: 1 }, ...offered }),
      service('sales', { agents: ['c'], ...offered }),
    ],
  });
  for (const name of ['a', 'c']) tenant.duty(name, false);
  calls(tenant, 'call-1', { account: 'account-sales' });
  const due = tenant.task('call-1');
  if (due === undefined) throw new Error('The first call does not wait.');
  tenant.give({ type: 'TonePressed', platformCallId: asId<PlatformCallId>('call-1'), tone: '1' });
  tenant.callState('call-1', 'terminated');
  tenant.pass(1_000);
  calls(tenant, 'low-1', { account: 'account-low', caller: 'somebody-else' });
  tenant.pass(60_000);
  calls(tenant, 'call-2');
  tenant.duty('a', true);
  expect(rungFor(tenant, 'low-1')).toEqual(['a']);
  const facts = moves(tenant, due.id, 'help-desk');
  expect(factsOf(facts, 'OfferChecked')).toMatchObject([{ cause: 'higher-priority' }]);
});
