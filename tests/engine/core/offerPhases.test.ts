/** What is said of an offer before anything rings: held for a call-back, or being confirmed. */
import { describe, expect, test } from '@jest/globals';
import {
  agentView,
  type AgentView,
  asId,
  callsForAgent,
  serviceView,
  type ServiceView,
} from '@rufwerk/engine/core';
import { opened } from './helpDesk.ts';
import { person, type PlayedTenant } from './playedTenant.ts';

const serviceId = asId<never>('help-desk');

function seenBy(tenant: PlayedTenant, name: string): AgentView {
  const view = agentView(tenant.state, person(name), tenant.now);
  if (view === null) throw new Error(`${name} is no agent.`);
  return view;
}

function live(tenant: PlayedTenant): ServiceView {
  const view = serviceView(tenant.state, serviceId, tenant.now);
  if (view === null) throw new Error('No help desk.');
  return view;
}

function standing(tenant: PlayedTenant, name: string) {
  const service = tenant.state.services.get(serviceId);
  if (service === undefined) throw new Error('No help desk.');
  return callsForAgent(tenant.state, tenant.agent(name), service, tenant.now)[0]?.standing;
}

/** The caller asked to be called back and is being dialled; a is held for it, b is off duty. */
function held(): PlayedTenant {
  const tenant = opened({
    agents: ['a', 'b'],
    callBack: { offered: true, dialTimeoutSeconds: 45 },
  });
  for (const name of ['a', 'b']) tenant.duty(name, false);
  tenant.waits('call-1');
  tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
  tenant.callState('call-1', 'terminated');
  tenant.duty('a', true);
  return tenant;
}

/** What is known of a is old, so that Teams is asked before anything rings. */
function confirming(): PlayedTenant {
  const presence = { notOlderThanSeconds: 30, whenOlder: 'confirm' } as const;
  const tenant = opened({ agents: ['a'], presence });
  tenant.confirmPresence();
  tenant.pass(31_000, { polling: false });
  tenant.waits('call-1');
  return tenant;
}

describe('NIMx-06: an agent who is held for a call-back', () => {
  test('is told so, and until when the caller is dialled', () => {
    const tenant = held();
    const untilAt = tenant.now + 45_000;
    expect(seenBy(tenant, 'a')).toMatchObject({
      ...{ state: 'held', untilAt },
      offer: { phase: 'held', untilAt, callerId: 'caller-call-1' },
    });
  });

  test('is counted and shown to supervisors as held, and the call as dialled', () => {
    const tenant = held();
    expect(live(tenant)).toMatchObject({
      notAble: [
        { code: 'held', count: 1 },
        { code: 'off-duty', count: 1 },
      ],
      calls: [{ phase: 'dialling', offers: [{ agentId: 'a', phase: 'held' }] }],
    });
    expect(live(tenant).team[0]).toMatchObject({ agentId: 'a', state: 'held' });
  });

  test('reads under "why not me?" that the caller is being called back, as others do', () => {
    const tenant = held();
    tenant.duty('b', true);
    for (const name of ['a', 'b']) {
      expect(standing(tenant, name)).toEqual({ is: 'wants-nobody', phase: 'dialling' });
    }
  });

  test('rings once the caller is there', () => {
    const tenant = held();
    tenant.settle('dial-caller', { kind: 'dialled', platformCallId: asId('back-1') });
    tenant.established('back-1');
    expect(seenBy(tenant, 'a')).toMatchObject({ state: 'ringing', offer: { phase: 'ringing' } });
    expect(live(tenant).notAble).toMatchObject([{ code: 'off-duty' }, { code: 'ringing' }]);
    expect(standing(tenant, 'a')).toEqual({ is: 'rings-here' });
  });
});

describe('DEC-15: an agent whose presence is being confirmed', () => {
  test('is not told that anything rings', () => {
    const tenant = confirming();
    expect(seenBy(tenant, 'a')).toMatchObject({
      state: 'confirming',
      offer: { phase: 'confirming', untilAt: tenant.now + 2_500 },
    });
    expect(live(tenant)).toMatchObject({
      notAble: [{ code: 'confirming', count: 1 }],
      calls: [{ phase: 'waiting', offers: [{ agentId: 'a', phase: 'confirming' }] }],
      team: [{ state: 'confirming' }],
    });
    expect(standing(tenant, 'a')).toEqual({ is: 'open' });
  });
});
