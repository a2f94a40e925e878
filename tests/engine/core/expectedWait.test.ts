/** What a caller has to expect follows from who is able now, not from who is merely on duty. */
import { expect, test } from '@jest/globals';
import { expectedWait, type ExpectedWait } from '@rufwerk/engine/core';
import { opened, talks } from './helpDesk.ts';
import type { PlayedTenant } from './playedTenant.ts';

/** All four agents talk, and the line has moved so often that its pace is known. */
function busy(samples = 40): PlayedTenant {
  const tenant = opened({ afterCallWork: { mode: 'none' } });
  for (const call of ['1', '2', '3', '4']) talks(tenant, call);
  tenant.waits('next');
  const [service] = tenant.state.services.values();
  if (service === undefined) throw new Error('The help desk is a service.');
  Object.assign(service.pace, { samples, mean: 120_000, meanSquare: 2 * 120_000 ** 2 });
  return tenant;
}

function expectedBy(tenant: PlayedTenant): ExpectedWait | null {
  const task = tenant.task('next');
  const [service] = tenant.state.services.values();
  if (task === undefined || service === undefined) throw new Error('A call waits.');
  return expectedWait(tenant.state, service, task);
}

/** The agent hangs up, and is not to be reached in Teams when the call is over. */
function leaves(tenant: PlayedTenant, call: string): void {
  const agent = tenant.task(call)?.agentId ?? '';
  tenant.presence(agent, 'Offline', 'Offline');
  tenant.callState(call, 'terminated');
}

test('whoever is offline in Teams serves nobody: with half the people it takes twice as long', () => {
  const tenant = busy();
  const before = expectedBy(tenant);
  leaves(tenant, '1');
  leaves(tenant, '2');
  const after = expectedBy(tenant);
  if (before === null || after === null) throw new Error('The pace is known.');
  expect(after.toMs / before.toMs).toBeCloseTo(2, 2);
  leaves(tenant, '3');
  leaves(tenant, '4');
  expect(expectedBy(tenant)).toBeNull();
});

test('the fewer calls the pace is known from, the wider is the interval', () => {
  const width = (samples: number): number => {
    const wait = expectedBy(busy(samples));
    return wait === null ? 0 : wait.toMs - wait.fromMs;
  };
  expect(width(8)).toBeGreaterThan(width(40));
});

test('before the line has moved, the calls of the day say what one takes', () => {
  const tenant = busy(0);
  expect(expectedBy(tenant)).toBeNull();
  for (const agent of tenant.state.agents.values()) {
    // Three calls are over, the fourth goes on.
    Object.assign(agent, { callsToday: 4, busyMsToday: 3 * 90_000 });
    tenant.state.standings.refresh(agent);
  }
  const wait = expectedBy(tenant);
  if (wait === null) throw new Error('Twelve calls are over.');
  const mean = 90_000 / 4;
  expect(wait.fromMs).toBeLessThan(mean);
  expect(wait.toMs).toBeGreaterThan(mean);
});
