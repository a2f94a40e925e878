/** What does not happen to a call, though its time has come: something else decides first. */
import { expect, test } from '@jest/globals';
import { asId, type ServiceId } from '@rufwerk/engine/core';
import { opened } from './helpDesk.ts';
import { factsOf } from './playedTenant.ts';

const serviceId = asId<ServiceId>('help-desk');

test('DEC-4: a redirect that is under way decides where the call goes, not the maximum wait', () => {
  const queue = { maximumWaitSeconds: 10 };
  const offers = { ringTimeoutSeconds: 10 };
  const tenant = opened({ agents: ['a'], delivery: 'redirect', queue, offers });
  tenant.presence('a', 'Offline', 'Offline');
  tenant.dials('call-1');
  tenant.pass(8_000);
  tenant.presence('a', 'Available', 'Available');
  expect(tenant.open('redirect-call')).toHaveLength(1);
  const facts = tenant.pass(3_000);
  expect(factsOf(facts, 'CallLeftQueue')).toEqual([]);
  tenant.settle('redirect-call');
  tenant.callState('call-1', 'terminated');
  const [task] = tenant.state.tasks.values();
  expect(task).toMatchObject({ phase: 'handed-over', agentId: 'a' });
});

test('NIMx-06: nobody is called back while the service is closed; then the place still counts', () => {
  const callBack = { offered: true, attempts: 2 };
  const tenant = opened({ agents: ['a'], callBack });
  tenant.duty('a', false);
  tenant.waits('call-1');
  tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
  tenant.callState('call-1', 'terminated');
  tenant.give({ type: 'ServiceClosed', serviceId, cause: 'hours' });
  tenant.duty('a', true);
  tenant.pass(60_000);
  expect([tenant.state.offers.size, tenant.open('dial-caller').length]).toEqual([0, 0]);
  tenant.give({ type: 'ServiceOpened', serviceId });
  expect([...tenant.state.offers.values()]).toMatchObject([{ phase: 'held', agentId: 'a' }]);
});
