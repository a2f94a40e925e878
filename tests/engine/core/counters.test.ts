/** What is counted of an agent's day, and since when somebody counts as idle: orders rest on it. */
import { expect, test } from '@jest/globals';
import { opened, talks } from './helpDesk.ts';

test('NIMx-01: talk and after-call work are busy time, the wait before them is not', () => {
  const afterCallWork = { mode: 'fixed', seconds: 25 } as const;
  const tenant = opened({ agents: ['a'], afterCallWork });
  tenant.pass(40_000);
  talks(tenant, 'call-1');
  tenant.pass(60_000);
  tenant.callState('call-1', 'terminated');
  tenant.pass(25_000);
  expect(tenant.agent('a')).toMatchObject({
    ...{ callsToday: 1, talkMsToday: 60_000, busyMsToday: 85_000, afterCallWork: null },
  });
});

test.each([
  ['none', 0],
  ['fixed', 25_000],
] as const)('NIMx-01: with after-call work "%s" idle time begins with its end', (mode, workMs) => {
  const tenant = opened({ agents: ['a'], afterCallWork: { mode, seconds: 25 } });
  talks(tenant, 'call-1');
  tenant.pass(60_000);
  tenant.callState('call-1', 'terminated');
  const endedAt = tenant.now;
  tenant.pass(30_000);
  expect(tenant.agent('a').idleSinceAt).toBe(endedAt + workMs);
});
