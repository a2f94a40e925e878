import { describe, expect, test } from '@jest/globals';
import {
  agentView,
  asId,
  presenceRuleSchema,
  previewRule,
  reasonText,
  serviceView,
} from '@rufwerk/engine/core';
import { HELP_DESK, person, PlayedTenant } from './playedTenant.ts';

const serviceId = asId<never>('help-desk');
const view = (tenant: PlayedTenant, agent: string): ReturnType<typeof agentView> =>
  agentView(tenant.state, person(agent), tenant.now);

describe('what screens are told', () => {
  test('NIMx-02: an agent passes through the routing states of a day', () => {
    const tenant = new PlayedTenant();
    expect(view(tenant, 'a')?.state).toBe('ready');
    tenant.presence('a', 'Away', 'Away');
    expect(view(tenant, 'a')).toMatchObject({ state: 'not-offered', onDuty: true });
    tenant.presence('a', 'Available', 'Available');
    for (const other of ['b', 'c', 'd']) tenant.duty(other, false);
    expect(view(tenant, 'b')?.state).toBe('off-duty');
    tenant.waits('call-1');
    expect(view(tenant, 'a')).toMatchObject({
      state: 'ringing',
      untilAt: tenant.now + 15_000,
      offer: { phase: 'ringing', untilAt: tenant.now + 15_000, callerId: 'caller-call-1' },
    });
    tenant.rings();
    tenant.roster('call-1', 'bot', 'caller', 'a');
    expect(view(tenant, 'a')).toMatchObject({ state: 'in-a-call', call: { inferred: false } });
    tenant.callState('call-1', 'terminated');
    expect(view(tenant, 'a')).toMatchObject({
      state: 'after-call-work',
      untilAt: tenant.now + 10_000,
    });
    tenant.pass(10_000);
    expect(view(tenant, 'a')?.state).toBe('ready');
  });

  test('a missed offer shows as a pause with its end', () => {
    const tenant = new PlayedTenant();
    tenant.waits('call-1');
    tenant.rings();
    const agent = tenant.ringing() ?? '';
    tenant.invitationFails('call-1', 480);
    expect(view(tenant, agent)).toMatchObject({ state: 'paused', untilAt: tenant.now + 30_000 });
    tenant.give({ type: 'ReadyPressed', agentId: person(agent), by: person(agent) });
    expect(view(tenant, agent)?.state).toBe('ready');
  });

  test('a service counts who can be offered calls, and why the others cannot', () => {
    const tenant = new PlayedTenant();
    tenant.duty('a', false);
    tenant.presence('b', 'Busy', 'InACall');
    tenant.presence('c', 'Busy', 'InACall');
    expect(serviceView(tenant.state, serviceId, tenant.now)).toMatchObject({
      able: 1,
      notAble: [
        { code: 'in-a-call', count: 2 },
        { code: 'off-duty', count: 1 },
      ],
    });
  });

  test('NIM-18: a rule can be tried before it is saved', () => {
    const tenant = new PlayedTenant(HELP_DESK);
    tenant.presence('a', 'Away', 'Away');
    const rule = presenceRuleSchema.parse({ away: true });
    const [first] = previewRule(tenant.state, serviceId, rule, tenant.now);
    expect(first).toMatchObject({ agentId: 'a', now: { code: 'not-distributed' }, then: null });
  });

  test('every reason has words in both languages', () => {
    const reason = { code: 'presence-too-old', ageMs: 130_400, limitMs: 120_000 } as const;
    expect(reasonText(reason, 'en')).toBe('presence is 130 s old, the service allows 120 s');
    expect(reasonText(reason, 'de')).toBe('Präsenz ist 130 s alt, der Service erlaubt 120 s');
  });
});
