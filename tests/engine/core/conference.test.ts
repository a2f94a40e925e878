import { describe, expect, test } from '@jest/globals';
import { factsOf, HELP_DESK, person, PlayedTenant } from './playedTenant.ts';

const [first] = HELP_DESK.services ?? [];
if (first === undefined) throw new Error('The help desk has one service.');
const helpDesk = (changes: object) => ({ services: [{ ...first, ...changes }] });

/** A talks with the caller of `call`; the invitation and the prompts are settled. */
function talking(tenant: PlayedTenant, call: string): string {
  tenant.waits(call);
  tenant.rings();
  const agent = tenant.ringing() ?? '';
  tenant.roster(call, 'bot', 'caller', agent);
  return agent;
}

describe('a call to a service under conference delivery', () => {
  test('is answered first, and decided after', () => {
    const tenant = new PlayedTenant();
    const arrived = tenant.dials('call-1');
    expect(factsOf(arrived, 'CallQueued')).toHaveLength(1);
    expect(tenant.open('answer-call')).toHaveLength(1);
    expect(tenant.open('invite-agent')).toHaveLength(0);
    tenant.settle('answer-call');
    tenant.established('call-1');
    expect(tenant.open('play-prompt')[0]?.prompt).toBe('greeting');
    expect(tenant.open('invite-agent')).toHaveLength(1);
  });

  test('NIM-01: rings the agent who has been idle longest, and only that one', () => {
    const tenant = new PlayedTenant();
    tenant.now += 1_000;
    for (const agent of ['a', 'b', 'd']) {
      tenant.duty(agent, false);
      tenant.duty(agent, true);
    }
    tenant.waits('call-1');
    expect(tenant.open('invite-agent').map((effect) => effect.agentId)).toEqual(['c']);
  });

  test('DEC-4: an accepted offer connects the call and stops the prompts', () => {
    const tenant = new PlayedTenant();
    const agent = talking(tenant, 'call-1');
    expect(tenant.task('call-1')).toMatchObject({ phase: 'connected', agentId: agent });
    expect(tenant.open('stop-prompts')).toHaveLength(1);
  });

  test('NIM-42: an agent with a call of ours is never rung again, whatever presence says', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a'] }));
    talking(tenant, 'call-1');
    tenant.presence('a', 'Available', 'Available');
    tenant.waits('call-2');
    expect(tenant.open('invite-agent')).toHaveLength(0);
    expect(tenant.decisions.at(-1)?.notChosen[0]?.reason.code).toBe('in-our-call');
  });

  test('NIM-42: a ringing agent is not offered a second call', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a'] }));
    tenant.waits('call-1');
    tenant.waits('call-2');
    expect(tenant.open('invite-agent')).toHaveLength(1);
    expect(tenant.decisions.at(-1)?.notChosen[0]?.reason.code).toBe('ringing');
  });

  test('NIM-28: an agent whom Teams shows in a call is not rung, and the next one is', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a', 'b'], presence: { busy: true } }));
    tenant.presence('a', 'Busy', 'InACall');
    tenant.waits('call-1');
    expect(tenant.ringing()).toBe('b');
    const [reason] = tenant.decisions.at(-1)?.notChosen ?? [];
    expect(reason).toMatchObject({ agentId: 'a', reason: { code: 'in-a-call' } });
  });

  test('a declined offer pauses the agent and rings the next; the caller stays', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a', 'b'] }));
    tenant.waits('call-1');
    tenant.rings();
    const declined = tenant.ringing() ?? '';
    const facts = tenant.invitationFails('call-1', 603);
    expect(factsOf(facts, 'OfferEnded')[0]).toMatchObject({
      outcome: 'declined',
      pause: { cause: 'declined', untilAt: tenant.now + 30_000 },
    });
    expect(tenant.ringing()).not.toBe(declined);
    expect(tenant.task('call-1')?.phase).toBe('waiting');
  });

  test('NIMx-02: after the ring time the call is read, the ringing is ended, and the next agent rings', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a', 'b'] }));
    tenant.waits('call-1');
    tenant.rings();
    const missed = tenant.ringing() ?? '';
    tenant.pass(15_000);
    expect(tenant.open('read-call')).toHaveLength(1);
    tenant.reads('established', 'bot', 'caller');
    expect(tenant.open('remove-participant')[0]?.participantId).toBe('invited-1');
    expect(tenant.agent(missed).offerId).not.toBeNull();
    const facts = tenant.settle('remove-participant');
    expect(factsOf(facts, 'OfferEnded')[0]).toMatchObject({ outcome: 'missed' });
    expect(tenant.agent(missed).pause?.cause).toBe('missed');
    expect(tenant.ringing()).not.toBe(missed);
  });

  test('DEC-4: an acceptance that crosses a recall wins', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a'] }));
    tenant.waits('call-1');
    tenant.rings();
    tenant.pass(15_000);
    tenant.reads('established', 'bot', 'caller');
    tenant.roster('call-1', 'bot', 'caller', 'a');
    expect(tenant.task('call-1')).toMatchObject({ phase: 'connected', agentId: 'a' });
    tenant.settle('remove-participant', { kind: 'failed', cause: 'already joined' });
    expect(tenant.task('call-1')?.phase).toBe('connected');
  });

  test('a lost roster is found by the reading before anybody is recalled', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a'] }));
    tenant.waits('call-1');
    tenant.rings();
    tenant.pass(15_000);
    const facts = tenant.reads('established', 'bot', 'caller', 'a');
    expect(factsOf(facts, 'CallConnected')[0]).toMatchObject({ agentId: 'a', seen: 'read' });
    expect(tenant.open('remove-participant')).toHaveLength(0);
  });

  test('DEC-4 NIM-43: presence turning ineligible recalls a ringing offer without charging the agent', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a', 'b'] }));
    tenant.waits('call-1');
    tenant.rings();
    const agent = tenant.ringing() ?? '';
    tenant.presence(agent, 'Busy', 'InACall');
    tenant.reads('established', 'bot', 'caller');
    const facts = tenant.settle('remove-participant');
    expect(factsOf(facts, 'OfferEnded')[0]).toMatchObject({ outcome: 'recalled', pause: null });
    expect(tenant.ringing()).not.toBe(agent);
  });

  test('the caller hanging up while it rings ends the offer, and nobody is charged', () => {
    const tenant = new PlayedTenant();
    tenant.waits('call-1');
    tenant.rings();
    const agent = tenant.ringing() ?? '';
    const facts = tenant.callState('call-1', 'terminated');
    expect(factsOf(facts, 'CallEnded')[0]).toMatchObject({
      reason: 'caller-hung-up',
      agentId: null,
    });
    expect(tenant.agent(agent)).toMatchObject({ offerId: null, pause: null });
  });

  test('an agent who leaves is found in the roster: the call is read, ended, and after-call work begins', () => {
    const tenant = new PlayedTenant(helpDesk({ afterCallWork: { seconds: 20 } }));
    const agent = talking(tenant, 'call-1');
    tenant.roster('call-1', 'bot', 'caller');
    expect(tenant.task('call-1')?.phase).toBe('connected');
    const facts = tenant.reads('established', 'bot', 'caller');
    expect(factsOf(facts, 'CallEnded')[0]).toMatchObject({ reason: 'agent-hung-up', seen: 'read' });
    expect(tenant.open('hang-up-call')).toHaveLength(1);
    expect(tenant.agent(agent).afterCallWork?.untilAt).toBe(tenant.now + 20_000);
    tenant.pass(20_000);
    expect(tenant.agent(agent)).toMatchObject({
      afterCallWork: null,
      idleSinceAt: tenant.now,
    });
  });

  test('an old roster that arrives late does not end a call', () => {
    const tenant = new PlayedTenant();
    const agent = talking(tenant, 'call-1');
    tenant.roster('call-1', 'bot', 'caller');
    tenant.reads('established', 'bot', 'caller', agent);
    expect(tenant.task('call-1')?.phase).toBe('connected');
  });

  test('nobody eligible keeps the caller waiting and says why, once per set of reasons', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a', 'b'] }));
    tenant.duty('a', false);
    tenant.presence('b', 'DoNotDisturb', 'DoNotDisturb');
    const facts = tenant.waits('call-1');
    expect(factsOf(facts, 'NobodyEligible')[0]?.decision).toMatchObject({
      winnerId: null,
      notChosen: { 'off-duty': 1, 'not-distributed': 1 },
    });
    expect(factsOf(tenant.pass(10_000), 'NobodyEligible')).toHaveLength(0);
    tenant.duty('a', true);
    expect(tenant.ringing()).toBe('a');
  });

  test('DEC-4: nobody is offered a call that they placed themselves', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a'] }));
    tenant.dials('call-1', 'account-help-desk', 'a');
    tenant.settle('answer-call');
    tenant.established('call-1');
    expect(tenant.open('invite-agent')).toHaveLength(0);
    expect(tenant.decisions.at(-1)?.notChosen[0]?.reason.code).toBe('in-our-call');
  });

  test('callers are served first come, first served', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a'] }));
    tenant.duty('a', false);
    tenant.waits('call-1');
    tenant.now += 1_000;
    tenant.waits('call-2');
    tenant.duty('a', true);
    expect(tenant.open('invite-agent')[0]?.platformCallId).toBe('call-1');
  });

  test('a call to an account without a service is refused instead of ringing out', () => {
    const tenant = new PlayedTenant();
    tenant.dials('call-1', 'account-nobody');
    expect(tenant.open('reject-call')).toHaveLength(1);
  });

  test('a live call is kept alive, and a call the platform forgot is ended', () => {
    const tenant = new PlayedTenant();
    talking(tenant, 'call-1');
    const facts = tenant.pass(10 * 60_000);
    expect(factsOf(facts, 'KeepAliveScheduled')).toHaveLength(1);
    tenant.settle('keep-call-alive', { kind: 'call-gone' });
    expect(tenant.task('call-1')).toBeUndefined();
  });

  test('music goes on until somebody talks', () => {
    const tenant = new PlayedTenant();
    tenant.duty('a', false);
    for (const agent of ['b', 'c', 'd']) tenant.duty(agent, false);
    tenant.waits('call-1');
    const greeting = tenant.open('play-prompt')[0]?.effectId ?? null;
    tenant.settle('play-prompt');
    tenant.give({
      type: 'OperationReported',
      platformCallId: tenant.task('call-1')?.platformCallId ?? ('' as never),
      effectId: greeting,
      status: 'completed',
      code: 200,
      subcode: null,
    });
    expect(tenant.open('play-prompt').map((effect) => effect.prompt)).toEqual(['waiting-music']);
  });

  test('an agent who is removed from the service while talking finishes the call and is forgotten', () => {
    const tenant = new PlayedTenant(helpDesk({ agents: ['a', 'b'] }));
    const agent = talking(tenant, 'call-1');
    tenant.configure(helpDesk({ agents: agent === 'a' ? ['b'] : ['a'] }));
    expect(tenant.task('call-1')?.phase).toBe('connected');
    tenant.callState('call-1', 'terminated');
    expect(tenant.state.agents.has(person(agent))).toBe(false);
  });

  test('one card per call is on its way at a time; what changes meanwhile is sent after it', () => {
    const tenant = new PlayedTenant();
    talking(tenant, 'call-1');
    expect(tenant.open('show-decision-card')).toHaveLength(1);
    tenant.settle('show-decision-card');
    expect(tenant.open('show-decision-card')).toHaveLength(1);
    tenant.settle('show-decision-card');
    expect(tenant.open('show-decision-card')).toHaveLength(0);
  });
});
