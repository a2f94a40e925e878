/** The emergency of an agent: its signs, what is shown, how its call ends, and the window after. */
import { describe, expect, test } from '@jest/globals';
import { emergencyViewOf } from '@rufwerk/engine/core';
import { rungFor, talks, typesOf } from '../helpDesk.ts';
import { factsOf, person } from '../playedTenant.ts';
import {
  emergencyOf,
  graphTells,
  isProtected,
  MINUTE_MS,
  presses,
  protectedTenant,
  saysOver,
  saysReady,
  teamsTakes,
} from './emergencyScenes.ts';

describe('the signs of an emergency call', () => {
  test.each([
    ['the button', presses],
    ['the event of Graph', graphTells],
  ])('DEC-8: %s alone is enough: from that instant no call is offered', (_name, sign) => {
    const tenant = protectedTenant();
    for (const other of ['b', 'c', 'd']) tenant.duty(other, false);
    sign(tenant, 'a');
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    expect(tenant.decisions.at(-1)?.notChosen).toContainEqual(
      expect.objectContaining({
        agentId: 'a',
        reason: expect.objectContaining({ code: 'in-an-emergency' }),
      }),
    );
  });

  test('DEC-8: the button and an event, in either order, are one emergency', () => {
    const button = protectedTenant();
    presses(button, 'a');
    button.pass(5_000);
    graphTells(button, 'a', 4_000);
    expect(button.state.emergencies.size).toBe(1);
    expect(factsOf(graphTells(button, 'a', 4_000), 'InputIgnored')).toHaveLength(1);
    const event = protectedTenant();
    graphTells(event, 'a', 2_000);
    expect(factsOf(presses(event, 'a'), 'InputIgnored')).toHaveLength(1);
    expect(event.state.emergencies.size).toBe(1);
  });

  test('DEC-8: an event that comes minutes late begins no second emergency', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.pass(MINUTE_MS);
    saysOver(tenant, 'a');
    tenant.pass(3 * MINUTE_MS);
    graphTells(tenant, 'a', 4 * MINUTE_MS - 10_000);
    expect(emergencyOf(tenant, 'a')).toMatchObject({ call: 'over' });
    saysReady(tenant, 'a');
    graphTells(tenant, 'a', 4 * MINUTE_MS - 10_000);
    expect(isProtected(tenant, 'a')).toBe(false);
  });

  test('DEC-6: an end that is told before its beginning shows no Do not disturb for long', () => {
    const tenant = protectedTenant();
    const agentId = person('a');
    tenant.give({ type: 'EmergencyCallOver', agentId, by: null, endedAt: tenant.now });
    tenant.pass(3_000);
    graphTells(tenant, 'a', 60_000);
    expect(emergencyOf(tenant, 'a')?.call).toBe('over');
    expect(tenant.state.sessions.get(agentId)?.leases).toEqual([]);
    tenant.pass(MINUTE_MS);
    graphTells(tenant, 'a');
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
  });

  test('EMG-30: an event older than the window is ignored', () => {
    const tenant = protectedTenant();
    graphTells(tenant, 'a', 60 * MINUTE_MS);
    expect(isProtected(tenant, 'a')).toBe(false);
    graphTells(tenant, 'a', 60 * MINUTE_MS - 1);
    expect(isProtected(tenant, 'a')).toBe(true);
  });

  test('EMG-11: an offer that rings is recalled and is not the agent’s miss', () => {
    const tenant = protectedTenant();
    tenant.waits('call-1');
    tenant.rings();
    const rung = tenant.ringing() ?? '';
    const facts = presses(tenant, rung);
    expect(factsOf(facts, 'OfferChecked')).toMatchObject([{ cause: 'emergency' }]);
    tenant.reads('established', 'bot', 'caller');
    tenant.settle('remove-participant');
    expect(tenant.agent(rung)).toMatchObject({ missesInARow: 0, pause: null });
    expect(rungFor(tenant, 'call-1')).not.toContain(rung);
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
  });

  test('DEC-4: an agent who is in a call of ours keeps it; its work is done under protection', () => {
    const tenant = protectedTenant();
    const agent = talks(tenant, 'call-1');
    presses(tenant, agent);
    expect(tenant.agent(agent).taskId).not.toBeNull();
    expect(isProtected(tenant, agent)).toBe(true);
  });

  test('somebody who is no agent is told apart', () => {
    const tenant = protectedTenant();
    expect(factsOf(presses(tenant, 'stranger'), 'InputIgnored')).toMatchObject([
      { reason: 'unknown-agent' },
    ]);
  });
});

describe('what Teams shows', () => {
  test('EMG-11: Do not disturb as a lease of 15 minutes, at once', () => {
    const tenant = protectedTenant();
    graphTells(tenant, 'a');
    expect(tenant.open('write-presence')).toMatchObject([
      { agentId: 'a', presence: { availability: 'DoNotDisturb' }, forSeconds: 600 },
    ]);
    expect(tenant.state.sessions.get(person('a'))?.leases).toMatchObject([
      { owner: 'emergency', untilAt: tenant.now + 15 * MINUTE_MS },
    ]);
  });

  test('DEC-6: released at the first sign of the end, and nothing is written back', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    teamsTakes(tenant);
    saysOver(tenant, 'a', 's');
    expect(tenant.open('clear-presence')).toMatchObject([{ agentId: 'a' }]);
    teamsTakes(tenant);
    expect(tenant.open('prefer-presence')).toEqual([]);
    expect(isProtected(tenant, 'a')).toBe(true);
  });

  test('DEC-6: "the call goes on" shows it for another 15 minutes', () => {
    const tenant = protectedTenant();
    graphTells(tenant, 'a');
    teamsTakes(tenant);
    tenant.pass(14 * MINUTE_MS);
    teamsTakes(tenant);
    tenant.give({ type: 'EmergencyCallGoesOn', agentId: person('a'), by: person('a') });
    tenant.pass(14 * MINUTE_MS);
    teamsTakes(tenant);
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
    tenant.pass(MINUTE_MS);
    expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
  });

  test('a hand-set presence that outranks ours is told, and protects no less', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    teamsTakes(tenant);
    const shownInstead = () => emergencyViewOf(tenant.state, person('a'))?.shownInstead;
    tenant.pass(3_000);
    tenant.presence('a', 'Available', 'Available');
    expect(shownInstead()).toBeNull();
    tenant.pass(3_000);
    tenant.presence('a', 'Available', 'Available');
    expect(shownInstead()).toEqual({ availability: 'Available', activity: 'Available' });
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });
});

describe('what Teams does not take', () => {
  test('Do not disturb that cannot be written is told, and protects no less', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.settle('write-presence', { kind: 'failed', cause: 'down' });
    const view = emergencyViewOf(tenant.state, person('a'));
    expect(view?.shownInstead).toEqual({ availability: 'Available', activity: 'Available' });
    expect(isProtected(tenant, 'a')).toBe(true);
  });
});

describe('the callback window', () => {
  test('EMG-12: protects until 59:59 and no longer at 60:00', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    saysOver(tenant, 'a');
    tenant.pass(60 * MINUTE_MS - 1_000);
    expect(isProtected(tenant, 'a')).toBe(true);
    const facts = tenant.pass(1_000);
    expect(factsOf(facts, 'EmergencyEnded')).toMatchObject([{ cause: 'window-over' }]);
    expect(isProtected(tenant, 'a')).toBe(false);
    tenant.pass(1_000);
    expect(isProtected(tenant, 'a')).toBe(false);
  });

  test('DEC-7: nothing of ours shows Do not disturb in it', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    teamsTakes(tenant);
    saysOver(tenant, 'a');
    teamsTakes(tenant);
    tenant.pass(59 * MINUTE_MS);
    expect(tenant.state.sessions.get(person('a'))?.leases ?? []).toEqual([]);
    expect(tenant.open('write-presence')).toEqual([]);
  });

  test('DEC-7: "I am ready" ends it early, but not while the call stands', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    expect(factsOf(saysReady(tenant, 'a'), 'InputIgnored')).toMatchObject([
      { reason: 'not-allowed' },
    ]);
    saysOver(tenant, 'a');
    expect(typesOf(saysReady(tenant, 'a'))).toContain('EmergencyEnded');
    expect(isProtected(tenant, 'a')).toBe(false);
  });

  test('EMG-30: a second emergency starts the window anew; duty returns to what it was', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    saysOver(tenant, 'a');
    tenant.pass(30 * MINUTE_MS);
    presses(tenant, 'a');
    expect(emergencyOf(tenant, 'a')).toMatchObject({ call: 'shown' });
    saysOver(tenant, 'a');
    tenant.pass(59 * MINUTE_MS);
    expect(isProtected(tenant, 'a')).toBe(true);
    tenant.pass(MINUTE_MS);
    expect(isProtected(tenant, 'a')).toBe(false);
    expect(tenant.agent('a').onDuty).toBe(true);
    expect(tenant.state.pastEmergencies.size).toBe(1);
  });

  test('EMG-31: duty switched meanwhile is what returns; a break too', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    saysOver(tenant, 'a');
    tenant.duty('a', false);
    saysReady(tenant, 'a');
    expect(tenant.agent('a').onDuty).toBe(false);
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual(['b']);
  });

  test('a waiting call goes to the agent the moment the protection ends', () => {
    const tenant = protectedTenant();
    for (const other of ['b', 'c', 'd']) tenant.duty(other, false);
    presses(tenant, 'a');
    teamsTakes(tenant);
    saysOver(tenant, 'a');
    teamsTakes(tenant);
    tenant.presence('a', 'Available', 'Available');
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toEqual([]);
    saysReady(tenant, 'a');
    expect(rungFor(tenant, 'call-1')).toEqual(['a']);
  });

  test('a call that stands beyond the hour protects beyond the hour', () => {
    const tenant = protectedTenant();
    graphTells(tenant, 'a');
    for (let minutes = 0; minutes < 70; minutes += 10) {
      teamsTakes(tenant);
      tenant.pass(10 * MINUTE_MS);
      tenant.give({ type: 'EmergencyCallGoesOn', agentId: person('a'), by: person('a') });
    }
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
    const facts = saysOver(tenant, 'a');
    expect(typesOf(facts)).toContain('EmergencyEnded');
  });

  test('a call of which nothing is known at the hour’s end is taken as over', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    teamsTakes(tenant);
    const facts = tenant.pass(61 * MINUTE_MS, { polling: false });
    expect(factsOf(facts, 'EmergencyCallEnded')).toMatchObject([
      { cause: 'unseen' },
      { cause: 'not-known' },
    ]);
    expect(isProtected(tenant, 'a')).toBe(false);
  });
});
