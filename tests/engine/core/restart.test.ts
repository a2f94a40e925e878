import { describe, expect, test } from '@jest/globals';
import { emptyState, step, writeSnapshot } from '@rufwerk/engine/core';
import { factsOf, HELP_DESK, PlayedTenant } from './playedTenant.ts';

/** Three calls: one talks, one rings, one waits. */
function busyTenant(): PlayedTenant {
  const [service] = HELP_DESK.services ?? [];
  if (service === undefined) throw new Error('The help desk has one service.');
  const tenant = new PlayedTenant({ services: [{ ...service, agents: ['a', 'b'] }] });
  tenant.waits('talks');
  tenant.rings();
  tenant.roster('talks', 'bot', 'caller', tenant.ringing() ?? '');
  tenant.now += 1_000;
  tenant.waits('rings');
  tenant.rings();
  tenant.now += 1_000;
  tenant.waits('waits');
  return tenant;
}

describe('state, journal and restart', () => {
  test('the state is a fold over the facts and nothing else', () => {
    const tenant = busyTenant();
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });

  test('deciding the journal again gives the same facts, byte for byte', () => {
    const tenant = busyTenant();
    tenant.pass(120_000);
    const state = emptyState();
    for (const entry of tenant.journal) {
      expect(JSON.stringify(step(state, entry.input))).toBe(JSON.stringify(entry.facts));
    }
  });

  test('going on from a snapshot is the same as going on', () => {
    const [one, other] = [busyTenant(), busyTenant()];
    other.restart();
    const [oneFacts, otherFacts] = [one.pass(60_000), other.pass(60_000)];
    expect(JSON.stringify(otherFacts)).toBe(JSON.stringify(oneFacts));
    expect(writeSnapshot(other.state)).toBe(writeSnapshot(one.state));
  });

  test("after a gap calls are read first, and a ring time that fell into it is nobody's miss", () => {
    const tenant = busyTenant();
    const ringing = tenant.ringing() ?? '';
    const fromAt = tenant.now;
    tenant.restart();
    tenant.now += 60_000;
    tenant.give({ type: 'GapObserved', fromAt });
    tenant.confirmPresence();
    expect(
      tenant
        .open('read-call')
        .map((effect) => effect.platformCallId)
        .sort(),
    ).toEqual(['rings', 'talks', 'waits']);
    expect(tenant.open('invite-agent')).toHaveLength(0);
    expect(tenant.ringing()).toBe(ringing);
    const facts = tenant.pass(14_000);
    expect(factsOf(facts, 'OfferEnded')[0]).toMatchObject({ outcome: 'recalled', pause: null });
  });

  test('the clock going backwards changes no order and no deadline', () => {
    const tenant = busyTenant();
    const before = tenant.state.lastAt;
    tenant.now -= 3_600_000;
    const facts = tenant.confirmPresence();
    expect(facts.every((fact) => fact.at >= before)).toBe(true);
    expect(tenant.state.lastAt).toBe(before);
  });

  test('an input whose source gave it an id is taken once', () => {
    const tenant = busyTenant();
    const agentId = tenant.agent('a').id;
    const input = { type: 'DutySwitched', agentId, onDuty: false, by: agentId } as const;
    tenant.give({ ...input, sourceId: 'request-1' });
    tenant.give({ ...input, onDuty: true, sourceId: 'request-1' });
    expect(tenant.agent('a').onDuty).toBe(false);
  });

  test('inputs about unknown agents, calls and effects are recorded as ignored and never throw', () => {
    const tenant = new PlayedTenant();
    expect(tenant.duty('nobody', true)).toMatchObject([{ reason: 'unknown-agent' }]);
    expect(tenant.roster('nothing', 'bot')).toMatchObject([{ reason: 'unknown-call' }]);
    expect(
      tenant.give({
        type: 'EffectReported',
        effectId: 'effect-999' as never,
        outcome: { kind: 'done' },
      }),
    ).toMatchObject([{ reason: 'unknown-effect' }]);
  });
});
