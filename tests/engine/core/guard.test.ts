/**
 * Should the rest of the engine be wrong: what must never happen is stopped (docs/invariants.md).
 */
import { describe, expect, test } from '@jest/globals';
import type { AgentState, TaskState } from '@rufwerk/engine/core';
import { helpDesk, opened, rungFor } from './helpDesk.ts';
import { factsOf, person, PlayedTenant } from './playedTenant.ts';

describe('the last look before an agent is rung', () => {
  /**
   * The agent changes without the columns that decisions look at: the rest of the engine is wrong.
   */
  function rungAnyway(breakIt: (agent: AgentState) => void) {
    const tenant = new PlayedTenant({
      administrators: ['admin'],
      services: [helpDesk({ agents: ['a'] })],
    });
    breakIt(tenant.agent('a'));
    const facts = tenant.waits('call-1');
    return { tenant, facts };
  }

  test.each<[string, string, (agent: AgentState) => void]>([
    [
      'one-offer',
      'has a live offer',
      (agent) => (agent.offerId = 'offer-9' as AgentState['offerId']),
    ],
    [
      'never-in-a-call',
      'is in a call of ours',
      (agent) => (agent.taskId = 'task-9' as TaskState['id']),
    ],
    [
      'never-in-a-call',
      'is seen in a call (NIM-28)',
      (agent) => {
        if (agent.evidence !== null) agent.evidence.activity = 'InACall';
      },
    ],
    [
      'work-not-skipped',
      'is in after-call work',
      (agent) =>
        (agent.afterCallWork = {
          ...{ serviceId: null, sinceAt: 0, untilAt: Infinity, extensionMs: 0, maximumAt: 0 },
        }),
    ],
  ])('%s: nobody is rung who %s; it is recorded and told', (invariant, _words, breakIt) => {
    const { tenant, facts } = rungAnyway(breakIt);
    expect(factsOf(facts, 'CallOffered')).toEqual([]);
    expect(factsOf(facts, 'InvariantBreached')).toMatchObject([{ invariant }]);
    expect(tenant.open('raise-alert')).toMatchObject([
      { alert: { kind: 'invariant-breached', invariant }, recipientIds: ['admin'] },
    ]);
  });

  test('never-the-caller: nobody is rung for a call of their own', () => {
    const tenant = opened({ agents: ['a'] });
    tenant.duty('a', false);
    tenant.waits('call-1');
    Object.assign(tenant.task('call-1') ?? {}, { callerId: person('a') });
    const facts = tenant.duty('a', true);
    expect(factsOf(facts, 'CallOffered')).toEqual([]);
    expect(factsOf(facts, 'InvariantBreached')).toMatchObject([{ invariant: 'never-the-caller' }]);
  });

  test('the call is decided again at once: who could take it as well is rung instead', () => {
    const tenant = opened({ agents: ['a', 'b'], order: 'fixed-order' });
    tenant.agent('a').taskId = 'task-9' as TaskState['id'];
    const facts = tenant.waits('call-1');
    expect(factsOf(facts, 'InvariantBreached')).toMatchObject([{ invariant: 'never-in-a-call' }]);
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('the same breach is told once in ten minutes, and stopped every time', () => {
    const { tenant } = rungAnyway((agent) => (agent.taskId = 'task-9' as TaskState['id']));
    const agent = tenant.agent('a');
    agent.taskId = null;
    tenant.state.standings.refresh(agent);
    agent.taskId = 'task-9' as TaskState['id'];
    const again = tenant.waits('call-2');
    expect(factsOf(again, 'CallOffered')).toEqual([]);
    // Another call: on record as well, and not told again.
    expect(factsOf(again, 'InvariantBreached')).toMatchObject([
      { invariant: 'never-in-a-call', detail: expect.stringContaining('task-2'), isTold: false },
    ]);
    expect(tenant.open('raise-alert')).toHaveLength(1);
  });

  test('the same breach of the same call is recorded once in ten minutes', () => {
    const { tenant } = rungAnyway((agent) => (agent.taskId = 'task-9' as TaskState['id']));
    const agent = tenant.agent('a');
    const meetsAgain = () => {
      agent.taskId = null;
      tenant.state.standings.refresh(agent);
      agent.taskId = 'task-9' as TaskState['id'];
      return factsOf(tenant.presence('a', 'Available', `Available`), 'InvariantBreached');
    };
    expect(meetsAgain()).toEqual([]);
    tenant.now += 10 * 60_000;
    expect(meetsAgain()).toMatchObject([{ invariant: 'never-in-a-call', isTold: true }]);
  });
});
