/** The supervisors' card of a call: one at a time, updated in place, to the call's end. */
import { expect, test } from '@jest/globals';
import { opened, talks } from './helpDesk.ts';
import type { PlayedTenant } from './playedTenant.ts';

function cardIsPosted(tenant: PlayedTenant): void {
  while (tenant.open('show-decision-card').length > 0) tenant.settle('show-decision-card');
}

test('a card that is out already tells the end of its call too, and then the call is forgotten', () => {
  const tenant = opened({ agents: ['a'] });
  talks(tenant, 'call-1');
  cardIsPosted(tenant);
  const taskId = tenant.task('call-1')?.id;
  tenant.callState('call-1', 'terminated');
  expect(tenant.open('show-decision-card')).toMatchObject([{ taskId, recipientIds: ['s'] }]);
  cardIsPosted(tenant);
  expect(tenant.state.tasks.size).toBe(0);
});

test('a call of which nobody is told is forgotten with its end', () => {
  const tenant = opened({ agents: ['a'], supervisors: [] });
  talks(tenant, 'call-1');
  tenant.callState('call-1', 'terminated');
  expect(tenant.state.tasks.size).toBe(0);
});
