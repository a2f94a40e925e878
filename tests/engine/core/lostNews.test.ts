import { describe, expect, test } from '@jest/globals';
import { HELP_DESK, PlayedTenant } from './playedTenant.ts';

const [first] = HELP_DESK.services ?? [];
if (first === undefined) throw new Error('The help desk has one service.');
const twoAgents = { services: [{ ...first, agents: ['a', 'b'] }] };

describe('news that is lost, late, repeated or out of order', () => {
  test('an invitation whose outcome is unknown goes to somebody else, and a late joiner is removed', () => {
    const tenant = new PlayedTenant(twoAgents);
    tenant.waits('call-1');
    const lost = tenant.ringing() ?? '';
    tenant.settle('invite-agent', { kind: 'unknown', cause: 'no answer' });
    tenant.reads('established', 'bot', 'caller');
    tenant.pass(5_000);
    const other = tenant.ringing() ?? '';
    expect(other).not.toBe(lost);
    tenant.rings();
    tenant.roster('call-1', 'bot', 'caller', other);
    tenant.roster('call-1', 'bot', 'caller', other, lost);
    tenant.reads('established', 'bot', 'caller', other, lost);
    const removed = tenant.open('remove-participant').map((effect) => effect.participantId);
    expect(removed).toEqual([`participant-${lost}`]);
    expect(tenant.task('call-1')?.agentId).toBe(other);
  });

  test('an established that was never told is found by looking', () => {
    const tenant = new PlayedTenant();
    tenant.dials('call-1');
    tenant.settle('answer-call');
    tenant.pass(5_000);
    tenant.reads('established', 'bot');
    expect(tenant.ringing()).not.toBeNull();
  });

  test('news in any order: established after terminated changes nothing', () => {
    const tenant = new PlayedTenant();
    tenant.dials('call-1');
    tenant.callState('call-1', 'terminated');
    const facts = tenant.established('call-1');
    expect(facts).toEqual([{ type: 'InputIgnored', at: tenant.now, reason: 'unknown-call' }]);
  });

  test('a repeated arrival of a call is recognised, also after its end', () => {
    const tenant = new PlayedTenant();
    tenant.dials('call-1');
    expect(tenant.dials('call-1')).toMatchObject([{ type: 'InputIgnored', reason: 'repeat' }]);
    tenant.callState('call-1', 'terminated');
    expect(tenant.dials('call-1')).toMatchObject([{ type: 'InputIgnored', reason: 'repeat' }]);
  });
});
