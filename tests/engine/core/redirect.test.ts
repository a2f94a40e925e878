import { describe, expect, test } from '@jest/globals';
import { agentView } from '@rufwerk/engine/core';
import { factsOf, HELP_DESK, person, PlayedTenant } from './playedTenant.ts';

const [first] = HELP_DESK.services ?? [];
if (first === undefined) throw new Error('The help desk has one service.');
const redirecting = { services: [{ ...first, agents: ['a', 'b'], delivery: 'redirect' as const }] };

const MAXIMUM_15_S = { maximumWaitSeconds: 15 };

/** A redirect the platform took; returns the agent it went to. */
function handedOver(tenant: PlayedTenant): string {
  tenant.dials('call-1');
  const agent = tenant.ringing() ?? '';
  tenant.settle('redirect-call');
  tenant.callState('call-1', 'terminated');
  return agent;
}

describe('a call to a service under redirect delivery', () => {
  test('goes to the longest idle agent unanswered, and the agent is blocked', () => {
    const tenant = new PlayedTenant(redirecting);
    const agent = handedOver(tenant);
    expect(tenant.open('answer-call')).toHaveLength(0);
    expect(tenant.task('call-1')).toMatchObject({ phase: 'handed-over', agentId: agent });
    tenant.dials('call-2');
    expect(tenant.ringing()).not.toBe(agent);
  });

  test('its connection and its end are inferred from presence, and said to be', () => {
    const tenant = new PlayedTenant(redirecting);
    const agent = handedOver(tenant);
    const shown = () => agentView(tenant.state, person(agent), tenant.now)?.call;
    expect(shown()).toMatchObject({ connectedAt: null, inferred: true });
    const connected = tenant.presence(agent, 'Busy', 'InACall');
    expect(shown()).toMatchObject({ connectedAt: tenant.now, inferred: true });
    expect(factsOf(connected, 'CallConnected')[0]?.seen).toBe('inferred');
    tenant.pass(60_000);
    const ended = tenant.presence(agent, 'Available', 'Available');
    expect(factsOf(ended, 'CallEnded')[0]).toMatchObject({
      reason: 'presence-left-the-call',
      seen: 'inferred',
    });
    expect(tenant.agent(agent).afterCallWork?.untilAt).toBe(tenant.now + 10_000);
  });

  test('an end that presence never shows is inferred at the stated maximum', () => {
    const tenant = new PlayedTenant(redirecting);
    const agent = handedOver(tenant);
    tenant.presence(agent, 'Busy', 'InACall');
    const facts = tenant.pass(120 * 60_000);
    expect(factsOf(facts, 'CallEnded')[0]).toMatchObject({ reason: 'maximum-reached' });
  });

  test('nobody seen answering frees the agent after the ring time', () => {
    const tenant = new PlayedTenant(redirecting);
    const agent = handedOver(tenant);
    const facts = tenant.pass(25_000);
    expect(factsOf(facts, 'CallEnded')[0]).toMatchObject({
      reason: 'no-answer-after-hand-over',
      seen: 'inferred',
    });
    expect(tenant.agent(agent)).toMatchObject({ taskId: null, afterCallWork: null });
  });

  test('nobody eligible within nine seconds: the call is answered and waits like any other', () => {
    const tenant = new PlayedTenant(redirecting);
    tenant.duty('a', false);
    tenant.duty('b', false);
    tenant.dials('call-1');
    const facts = tenant.pass(9_000);
    expect(factsOf(facts, 'DeliveryFellBack')).toHaveLength(1);
    tenant.settle('answer-call');
    tenant.established('call-1');
    tenant.duty('a', true);
    expect(tenant.open('invite-agent')).toHaveLength(1);
  });

  test('a refused redirect is answered instead', () => {
    const tenant = new PlayedTenant(redirecting);
    tenant.dials('call-1');
    tenant.settle('redirect-call', { kind: 'failed', cause: 'refused' });
    expect(tenant.open('answer-call')).toHaveLength(1);
  });

  test('a maximum wait that came while a redirect was in flight holds once it has failed', () => {
    const tenant = new PlayedTenant({
      services: [{ ...first, agents: ['a'], delivery: 'redirect', queue: MAXIMUM_15_S }],
    });
    tenant.duty('a', false);
    tenant.dials('call-1');
    tenant.pass(8_000);
    tenant.duty('a', true);
    tenant.pass(8_000);
    expect(tenant.task('call-1')?.phase).toBe('arriving');
    tenant.settle('redirect-call', { kind: 'failed', cause: 'refused' });
    expect(tenant.task('call-1')).toMatchObject({ leaving: { cause: 'too-long' } });
  });
});
