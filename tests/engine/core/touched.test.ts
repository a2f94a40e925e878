/** What a step touched is looked at as it ends, without the rest of the state. */
import { describe, expect, test } from '@jest/globals';
import type { Fact, OfferState, TaskState } from '@rufwerk/engine/core';
import { checkTouched } from '../../../src/engine/core/invariants/touched.ts';
import { helpDesk, opened, service } from './helpDesk.ts';
import { person, PlayedTenant } from './playedTenant.ts';

const at = 0;

/** A call that nobody can take: its level, its bounds and its place are all set. */
function waiting(): { tenant: PlayedTenant; task: TaskState; looked: Fact } {
  const tenant = opened({
    agents: ['a'],
    responsibility: { levels: [{ afterSeconds: 20, agents: ['b'] }] },
    queue: { maximumWaitSeconds: 120, whenNobody: { do: 'announce', announcement: 'sorry' } },
    announcements: { comfort: 'comfort' },
  });
  tenant.presence('a', 'Busy', 'InACall');
  tenant.waits('call-1');
  const task = tenant.task('call-1');
  if (task === undefined) throw new Error('It waits.');
  return { tenant, task, looked: { type: 'LevelReached', at, taskId: task.id, level: 0 } };
}

describe('a call that waits at the end of a step', () => {
  test('is sound as the engine left it', () => {
    const { tenant, looked } = waiting();
    expect(checkTouched(tenant.state, [looked])).toEqual([]);
  });

  test.each<[string, string, (task: TaskState) => void]>([
    [
      'every-wait-ends',
      'leaves later',
      (task) => (task.maximumWaitAt = (task.maximumWaitAt ?? 0) + 1),
    ],
    [
      'every-wait-ends',
      'leaves early',
      (task) => (task.maximumWaitAt = (task.maximumWaitAt ?? 0) - 1),
    ],
    ['every-wait-ends', 'looks late', (task) => (task.nobodyAt = (task.nobodyAt ?? 0) + 5_001)],
    ['every-wait-ends', 'has no comfort', (task) => (task.comfortAt = task.queuedAt + 10 * 60_000)],
    ['every-level-opens', 'has no next level', (task) => (task.levelAt = null)],
    ['every-level-opens', 'opens it late', (task) => (task.levelAt = (task.levelAt ?? 0) + 1)],
  ])('%s: it %s', (invariant, _words, breakIt) => {
    const { tenant, task, looked } = waiting();
    breakIt(task);
    expect(checkTouched(tenant.state, [looked])).toMatchObject([{ invariant }]);
  });

  test('no-idle-match: somebody is free for it, asked of the call and of them', () => {
    const { tenant, task, looked } = waiting();
    const { evidence } = tenant.agent('a');
    if (evidence !== null) Object.assign(evidence, { availability: 'Available', activity: '' });
    if (evidence !== null) evidence.activity = 'Available';
    const broken = [{ invariant: 'no-idle-match', detail: `${task.id} beside ${person('a')}` }];
    expect(checkTouched(tenant.state, [looked])).toEqual(broken);
    const ready: Fact = { type: 'PauseEnded', at, agentId: person('a') };
    expect(checkTouched(tenant.state, [ready])).toEqual(broken);
  });

  test('no-idle-match: it is kept for people who cannot come', () => {
    const { tenant, task, looked } = waiting();
    const untilAt = tenant.now + 60_000;
    task.first = { agentIds: [person('z')], cause: 'preferred', untilAt };
    expect(checkTouched(tenant.state, [looked])).toMatchObject([{ invariant: 'no-idle-match' }]);
  });

  test('no-priority-inversion: whoever rings for a lower priority is not taken back', () => {
    const tenant = new PlayedTenant({
      services: [
        service('low', { agents: ['a'], queue: { priority: 5 } }),
        service('high', { agents: ['a'], queue: { priority: 1 } }),
      ],
    });
    tenant.dials('call-1', 'account-low');
    tenant.settle('answer-call');
    tenant.established('call-1');
    tenant.dials('call-2', 'account-high');
    tenant.established('call-2');
    const task = tenant.task('call-2');
    const [offer] = tenant.state.offers.values();
    if (task === undefined || offer === undefined) throw new Error('One rings, one waits.');
    Object.assign(offer, { phase: 'ringing', recalledFor: null } satisfies Partial<OfferState>);
    task.awaitedOfferId = null;
    const answered: Fact = { type: 'CallAnswered', at, taskId: task.id };
    expect(checkTouched(tenant.state, [answered])).toMatchObject([
      { invariant: 'no-priority-inversion' },
    ]);
  });
});

test('offers-stay-eligible: what rings on at somebody who took a break', () => {
  const tenant = new PlayedTenant({ services: [helpDesk({ agents: ['a'] })] });
  tenant.waits('call-1');
  tenant.agent('a').break = { reasonCode: 100, sinceAt: tenant.now, untilAt: null };
  const began: Fact = {
    ...{ type: 'BreakStarted', at, agentId: person('a') },
    ...{ reasonCode: 100, untilAt: null },
  };
  expect(checkTouched(tenant.state, [began])).toMatchObject([
    { invariant: 'offers-stay-eligible' },
  ]);
});
