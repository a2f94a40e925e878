/** Every invariant is noticed when it is broken (docs/invariants.md). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AgentState, checkAll, type Fact, type TaskState } from '@rufwerk/engine/core';
import { checkTouched } from '../../../src/engine/core/invariants/touched.ts';
import { helpDesk, service, talks } from './helpDesk.ts';
import { factsOf, PlayedTenant } from './playedTenant.ts';

interface Scene {
  readonly tenant: PlayedTenant;
  readonly talking: TaskState;
  readonly ringing: TaskState;
}

/** One call talks to the first agent, one rings at the second, one waits for nobody. */
function scene(): Scene {
  const tenant = new PlayedTenant({
    services: [helpDesk(), service('other', { agents: [], callBack: { offered: true } })],
  });
  talks(tenant, 'call-1');
  tenant.waits('call-2');
  tenant.dials('call-3', 'account-other');
  tenant.settle('answer-call');
  tenant.established('call-3');
  return { tenant, talking: taskOf(tenant, 'call-1'), ringing: taskOf(tenant, 'call-2') };
}

function taskOf(tenant: PlayedTenant, call: string): TaskState {
  const task = tenant.task(call);
  if (task === undefined) throw new Error(`No task of ${call}.`);
  return task;
}

function found(tenant: PlayedTenant): Set<string> {
  return new Set(checkAll(tenant.state).map(({ invariant }) => invariant));
}

/** The agent who rings, and the one who talks. */
function agentsOf(tenant: PlayedTenant): { rung: AgentState; talker: AgentState } {
  const agents = [...tenant.state.agents.values()];
  const rung = agents.find(({ offerId }) => offerId !== null);
  const talker = agents.find(({ taskId }) => taskId !== null);
  if (rung === undefined || talker === undefined) throw new Error('Nobody rings or talks.');
  return { rung, talker };
}

/** The caller of the third call waits by it and, as if it were one, by a call-back. */
function standsTwice(tenant: PlayedTenant): TaskState {
  const waiting = taskOf(tenant, 'call-3');
  tenant.dials('call-4', 'account-other', waiting.callerId);
  waiting.phase = 'call-back';
  return waiting;
}

const BROKEN: readonly (readonly [
  invariant: string,
  words: string,
  breakIt: (scene: Scene) => void,
])[] = [
  [
    'one-offer',
    'two live offers at one agent',
    ({ tenant }) => {
      const [offer] = tenant.state.offers.values();
      if (offer === undefined) return;
      const second = { ...offer, id: `${offer.id}-again` as typeof offer.id };
      tenant.state.offers.set(second.id, second);
    },
  ],
  [
    'never-in-a-call',
    'a live offer at somebody who talks',
    ({ tenant, talking }) => (agentsOf(tenant).rung.taskId = talking.id),
  ],
  [
    'never-the-caller',
    'a live offer at the caller',
    ({ tenant, ringing }) => Object.assign(ringing, { callerId: agentsOf(tenant).rung.id }),
  ],
  [
    'work-not-skipped',
    'a live offer during after-call work',
    ({ tenant }) => {
      const times = { sinceAt: 0, untilAt: tenant.now, extensionMs: 0, maximumAt: 0 };
      const work = { serviceId: null, ...times };
      agentsOf(tenant).rung.afterCallWork = work;
    },
  ],
  [
    'offers-stay-eligible',
    'it rings at somebody who went off duty',
    ({ tenant }) => (agentsOf(tenant).rung.onDuty = false),
  ],
  ['offers-agree', 'a call that does not know its offer', ({ ringing }) => (ringing.offerIds = [])],
  [
    'calls-have-an-owner',
    'a call that is not found by its id',
    ({ tenant }) => tenant.state.taskOfCall.clear(),
  ],
  [
    'every-wait-ends',
    'a call that nothing moves on',
    ({ tenant }) => {
      const task = taskOf(tenant, 'call-3');
      task.checkAt = null;
      task.keepAliveAt = null;
    },
  ],
  [
    'every-level-opens',
    'a waiting call whose next level has no instant',
    ({ tenant }) => {
      const waiting = tenant.state.services.get(taskOf(tenant, 'call-3').serviceId);
      if (waiting === undefined) return;
      const { settings } = waiting;
      const levels = [{ afterSeconds: 5, agents: [], skills: [] }];
      waiting.settings = { ...settings, responsibility: { ...settings.responsibility, levels } };
    },
  ],
  [
    'talk-is-left-alone',
    'an announcement is due in a conversation',
    ({ tenant, talking }) => (talking.comfortAt = tenant.now),
  ],
  [
    'served-once',
    'a call that two agents believe to have',
    ({ tenant, talking }) => {
      const idle = [...tenant.state.agents.values()].find(
        ({ offerId, taskId }) => offerId === null && taskId === null,
      );
      if (idle !== undefined) idle.taskId = talking.id;
    },
  ],
  ['stands-once', 'a call beside a call-back of its caller', ({ tenant }) => standsTwice(tenant)],
  [
    'no-idle-match',
    'a call waits beside somebody who could take it',
    ({ ringing }) => {
      ringing.offerIds = [];
      ringing.isInLine = true;
    },
  ],
  [
    'ended-is-forgotten',
    'a call that is over and stays',
    ({ tenant }) => (taskOf(tenant, 'call-3').phase = 'ended'),
  ],
  [
    'indexes-agree',
    'a column that was not kept in step',
    ({ tenant }) => (agentsOf(tenant).talker.callsToday += 1),
  ],
  [
    'indexes-agree',
    'a deadline that the clock does not know',
    ({ tenant }) => (taskOf(tenant, 'call-3').checkAt = tenant.now + 77),
  ],
  [
    'indexes-agree',
    'how many calls stand in line',
    ({ tenant }) => (tenant.state.callsInLine += 1),
  ],
];

describe('a check of everything', () => {
  test('a sound state has no breach', () => {
    expect(checkAll(scene().tenant.state)).toEqual([]);
  });

  test.each(BROKEN)('notices %s: %s', (invariant, _words, breakIt) => {
    const broken = scene();
    breakIt(broken);
    if (invariant === 'no-idle-match') {
      const waiting = [...broken.tenant.state.services.values()][0]?.waiting;
      waiting?.add(broken.ringing);
    }
    expect(found(broken.tenant)).toContain(invariant);
  });

  test('NIMx-06: notices a higher priority that waits while a lower one rings', () => {
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
    const task = taskOf(tenant, 'call-2');
    const [offer] = tenant.state.offers.values();
    if (offer === undefined) throw new Error('Nobody rings.');
    Object.assign(offer, { phase: 'ringing', recalledFor: null });
    task.awaitedOfferId = null;
    expect(found(tenant)).toContain('no-priority-inversion');
  });

  test('every invariant that can be broken is in the list for people', () => {
    const list = readFileSync(
      path.resolve(import.meta.dirname, '../../../docs/invariants.md'),
      'utf8',
    );
    const named = [...BROKEN.map(([invariant]) => invariant), 'no-priority-inversion'];
    expect(named.filter((invariant) => !list.includes(`\`${invariant}\``))).toEqual([]);
  });
});

describe('a check of what a step touched', () => {
  const at = 0;

  test('is silent about a sound step', () => {
    const { tenant } = scene();
    const facts = tenant.journal.flatMap((entry) => entry.facts);
    expect(checkTouched(tenant.state, facts)).toEqual([]);
  });

  test('NIMx-07: notices a caller who stands twice for a service', () => {
    const { tenant } = scene();
    const { id: taskId } = standsTwice(tenant);
    const began: Fact = { type: 'CallBackBegan', at, taskId };
    expect(checkTouched(tenant.state, [began])).toMatchObject([{ invariant: 'stands-once' }]);
  });

  test('notices an offer that its agent does not know', () => {
    const { tenant } = scene();
    const offered = factsOf(
      tenant.journal.flatMap((entry) => entry.facts),
      'CallOffered',
    );
    agentsOf(tenant).rung.offerId = null;
    expect(checkTouched(tenant.state, offered)).toMatchObject([{ invariant: 'one-offer' }]);
  });

  test('notices a conversation whose agent does not know of it', () => {
    const { tenant } = scene();
    const connected = factsOf(
      tenant.journal.flatMap((entry) => entry.facts),
      'CallConnected',
    );
    agentsOf(tenant).talker.taskId = null;
    expect(checkTouched(tenant.state, connected)).toMatchObject([{ invariant: 'served-once' }]);
  });

  test('notices an agent who is left in a call that is over', () => {
    const { tenant, talking } = scene();
    const { agentId, id: taskId } = talking;
    const ended: Fact = {
      type: 'CallEnded',
      at,
      taskId,
      agentId,
      reason: 'call-gone',
      seen: 'read',
    };
    expect(checkTouched(tenant.state, [ended])).toMatchObject([{ invariant: 'served-once' }]);
  });

  test('notices a call that nothing moves on', () => {
    const { tenant } = scene();
    const task = taskOf(tenant, 'call-3');
    task.checkAt = null;
    const over: Fact = { type: 'WaitOver', at, taskId: task.id, kind: 'comfort' };
    expect(checkTouched(tenant.state, [over])).toMatchObject([{ invariant: 'every-wait-ends' }]);
  });
});
