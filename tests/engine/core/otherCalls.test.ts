/** Agents in calls of ours without an offer: as callers, and as whom an action sends a call to. */
import { describe, expect, test } from '@jest/globals';
import { helpDesk, opened, rungFor, service, talks } from './helpDesk.ts';
import { person, PlayedTenant } from './playedTenant.ts';

/** Calls to sales go to a, who also serves the help desk, alone. */
function salesGoToA(): PlayedTenant {
  return new PlayedTenant({
    services: [
      helpDesk({ agents: ['a'] }),
      service('sales', {
        responsibility: { by: 'nobody' },
        queue: { whenNobody: { do: 'person', person: 'a' } },
      }),
    ],
  });
}

function sentToA(tenant: PlayedTenant): void {
  tenant.dials('call-sales', 'account-sales');
  tenant.settle('answer-call');
  tenant.established('call-sales');
  expect(tenant.open('transfer-call')).toHaveLength(1);
}

function notChosen(tenant: PlayedTenant): string | undefined {
  return tenant.decisions.at(-1)?.notChosen[0]?.reason.code;
}

describe('NIM-42, DEC-4: an agent who calls a service', () => {
  test('is in a call of ours and is rung for no other one until it ends', () => {
    const tenant = new PlayedTenant({
      services: [helpDesk({ agents: ['a'] }), service('sales', { agents: ['b'] })],
    });
    tenant.dials('call-own', 'account-sales', 'a');
    tenant.settle('answer-call');
    tenant.established('call-own');
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    expect(notChosen(tenant)).toBe('in-our-call');
    tenant.callState('call-own', 'terminated');
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('is rung no longer for the call that rang at them', () => {
    const tenant = new PlayedTenant({
      services: [helpDesk({ agents: ['a', 'b'] }), service('sales', { agents: ['c'] })],
    });
    tenant.waits('call-1');
    const rung = rungFor(tenant, 'call-1')[0] ?? '';
    tenant.rings();
    tenant.dials('call-own', 'account-sales', rung);
    tenant.reads('established', 'bot', 'caller');
    tenant.settle('remove-participant');
    expect(rungFor(tenant, 'call-1')).toEqual([rung === 'a' ? 'b' : 'a']);
    expect(tenant.agent(rung)).toMatchObject({ missesInARow: 0, pause: null });
  });

  test('is free while they wait to be called back, and not while we call them', () => {
    const tenant = new PlayedTenant({
      services: [
        helpDesk({ agents: ['a'] }),
        service('sales', { agents: ['b'], callBack: { offered: true } }),
      ],
    });
    tenant.presence('b', 'Busy', 'InACall');
    tenant.dials('call-own', 'account-sales', 'a');
    tenant.settle('answer-call');
    tenant.established('call-own');
    const platformCallId = tenant.task('call-own')?.platformCallId ?? null;
    if (platformCallId === null) throw new Error('The call is not there.');
    tenant.give({ type: 'TonePressed', platformCallId, tone: '1' });
    expect(tenant.agent('a').otherCall?.as).toBe('caller');
    tenant.callState('call-own', 'terminated');
    expect(tenant.agent('a').otherCall).toBeNull();
    tenant.presence('b', 'Available', 'Available');
    tenant.settle('dial-caller', { kind: 'dialled', platformCallId });
    expect(tenant.agent('a').otherCall?.as).toBe('caller');
  });
});

describe('NIM-42: an agent to whom an action sends a call', () => {
  test('is rung for no other call while it rings at them', () => {
    const tenant = salesGoToA();
    sentToA(tenant);
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    expect(notChosen(tenant)).toBe('in-our-call');
  });

  test('is free again at once when the call cannot be sent to them', () => {
    const tenant = salesGoToA();
    sentToA(tenant);
    tenant.waits('call-1');
    tenant.settle('transfer-call', { kind: 'failed', cause: 'busy' });
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('is taken to talk for a minute once Teams has the call, if presence tells nothing', () => {
    const tenant = salesGoToA();
    sentToA(tenant);
    tenant.settle('transfer-call');
    tenant.callState('call-sales', 'terminated');
    tenant.waits('call-1');
    tenant.pass(59_999);
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(1);
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('is what presence shows once it has shown the call', () => {
    const tenant = salesGoToA();
    sentToA(tenant);
    tenant.settle('transfer-call');
    tenant.callState('call-sales', 'terminated');
    tenant.presence('a', 'Busy', 'InACall');
    tenant.waits('call-1');
    expect(notChosen(tenant)).toBe('in-a-call');
    tenant.presence('a', 'Available', 'Available');
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('a restart forgets nothing of it', () => {
    const tenant = salesGoToA();
    sentToA(tenant);
    tenant.settle('transfer-call');
    tenant.callState('call-sales', 'terminated');
    tenant.restart();
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    tenant.pass(60_000);
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('has the call all the same when they answer after it was taken back', () => {
    const tenant = new PlayedTenant({
      services: [
        helpDesk({ agents: ['b'] }),
        service('sales', {
          agents: ['c'],
          queue: { maximumWaitSeconds: 60, whenTooLong: { do: 'person', person: 'b' } },
        }),
      ],
    });
    tenant.dials('call-sales', 'account-sales');
    tenant.settle('answer-call');
    tenant.established('call-sales');
    tenant.invitationFails('call-sales', 603);
    tenant.presence('c', 'Busy', 'InACall');
    tenant.pass(60_000);
    const effectId = tenant.open('invite-target')[0]?.effectId ?? null;
    tenant.settle('invite-target', { kind: 'invited', participantId: 'whom' });
    expect(tenant.agent('b').otherCall?.as).toBe('sent-to');
    tenant.pass(30_000);
    expect(tenant.agent('b').otherCall).toBeNull();
    const platformCallId = tenant.task('call-sales')?.platformCallId;
    if (platformCallId == null) throw new Error('The call is not there.');
    const answered = { status: 'completed', code: 200, subcode: null } as const;
    tenant.give({ type: 'OperationReported', platformCallId, effectId, ...answered });
    expect(tenant.agent('b').otherCall?.as).toBe('sent-to');
  });
});

describe('a call that is kept for preferred people', () => {
  const preferred = (names: string[]) =>
    opened({ responsibility: { preferred: names, preferredFirstSeconds: 200 } });

  test('NIMx-04: is kept no longer for whoever refused it', () => {
    const tenant = preferred(['d']);
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(['d']);
    tenant.invitationFails('call-1', 603);
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
    expect(rungFor(tenant, 'call-1')).not.toEqual(['d']);
  });

  test('NIMx-04: is offered to the other preferred people first', () => {
    const tenant = preferred(['c', 'd']);
    tenant.waits('call-1');
    const first = rungFor(tenant, 'call-1')[0];
    tenant.invitationFails('call-1', 603);
    expect(rungFor(tenant, 'call-1')).toEqual([first === 'c' ? 'd' : 'c']);
    tenant.invitationFails('call-1', 603);
    expect(['a', 'b']).toContain(rungFor(tenant, 'call-1')[0]);
  });

  test('NIMx-04: is kept for whoever has not been asked yet', () => {
    const tenant = preferred(['d']);
    expect(talks(tenant, 'call-1')).toBe('d');
    tenant.waits('call-2');
    expect(rungFor(tenant, 'call-2')).toEqual([]);
    expect(tenant.agent('a').id).toBe(person('a'));
  });
});

describe('a service that closes for an emergency', () => {
  test('says so to callers for whom its action is no longer possible', () => {
    const tenant = opened({
      agents: ['a'],
      queue: { whenClosed: { do: 'voicemail', person: 'b' } },
    });
    tenant.waits('call-1');
    tenant.rings();
    const serviceId = tenant.task('call-1')?.serviceId;
    if (serviceId === undefined) throw new Error('The call is not there.');
    tenant.give({ type: 'EmergencyClosed', serviceId, by: person('s') });
    expect(tenant.open('play-prompt').at(-1)?.prompt).toBe('closed');
  });
});
