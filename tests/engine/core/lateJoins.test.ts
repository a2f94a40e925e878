/** An agent answers late, when the offer had been given up: what that does to after-call work. */
import { describe, expect, test } from '@jest/globals';
import { helpDesk, service } from './helpDesk.ts';
import { factsOf, person, PlayedTenant } from './playedTenant.ts';

/**
 * Agent a declined call-1, talked in call-2 and chose to go home after it; during the after-call
 * work of call-2 the leg of call-1 answers.
 */
function joinsLate(): PlayedTenant {
  const tenant = new PlayedTenant({
    services: [
      helpDesk({ agents: ['a'], afterCallWork: { mode: 'fixed', seconds: 30 } }),
      service('urgent', { agents: ['a'], queue: { priority: 1 } }),
    ],
  });
  tenant.waits('call-1');
  tenant.invitationFails('call-1', 603);
  tenant.dials('call-2', 'account-urgent');
  tenant.settle('answer-call');
  tenant.established('call-2');
  tenant.give({ type: 'ReadyPressed', agentId: person('a'), by: person('a') });
  tenant.roster('call-2', 'bot', 'caller', 'a');
  tenant.give({
    ...{ type: 'NextStateChosen', agentId: person('a'), by: person('a') },
    next: { kind: 'off-duty' },
  });
  tenant.callState('call-2', 'terminated');
  expect(tenant.agent('a').afterCallWork).not.toBeNull();
  tenant.roster('call-1', 'bot', 'caller', 'a');
  tenant.reads('established', 'bot', 'caller', 'a');
  expect(tenant.task('call-1')).toMatchObject({ phase: 'connected', agentId: 'a' });
  return tenant;
}

describe('NIMx-02 NIMx-09: after-call work and a late join', () => {
  test('the work of the earlier call is over, and nothing follows it during the talk', () => {
    const tenant = joinsLate();
    expect(tenant.agent('a').afterCallWork).toBeNull();
    expect(factsOf(tenant.pass(60_000), 'DutyChanged')).toEqual([]);
    expect(tenant.agent('a').onDuty).toBe(true);
  });

  test('what was chosen follows the later call and its own work', () => {
    const tenant = joinsLate();
    tenant.pass(60_000);
    tenant.callState('call-1', 'terminated');
    expect(tenant.agent('a').afterCallWork).toMatchObject({ untilAt: tenant.now + 30_000 });
    tenant.pass(30_000);
    expect(tenant.agent('a')).toMatchObject({ afterCallWork: null, onDuty: false });
  });
});
