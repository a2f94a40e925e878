/** Who is told of an emergency, how often it is tried, and the one card of it. */
import { describe, expect, test } from '@jest/globals';
import { type Effect, emergencyViewOf, nextDeadlineAt } from '@rufwerk/engine/core';
import { factsOf, person, type PlayedTenant } from '../playedTenant.ts';
import {
  emergencyOf,
  MINUTE_MS,
  presses,
  protectedTenant,
  saysOver,
  saysReady,
  teamsTakes,
} from './emergencyScenes.ts';

function told(
  tenant: PlayedTenant,
  kind: Extract<Effect, { contactId: unknown }>['kind'],
): string[] {
  return tenant.open(kind).map(({ contactId }) => contactId);
}

function states(tenant: PlayedTenant): string[] {
  return (emergencyOf(tenant, 'a')?.notices ?? [])
    .filter(({ channel }) => channel === 'mail')
    .map(({ contactId, state }) => `${contactId}: ${state}`);
}

describe('the contacts', () => {
  test('EMG-18: of the agent, of the service and of everybody have a mail at once', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    expect(told(tenant, 'send-emergency-mail')).toEqual(['friend', 'nurse', 'porter']);
  });

  test('EMG-20: they and the supervisors have a line in Teams and the card', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    expect(told(tenant, 'send-emergency-activity')).toEqual(['friend', 'nurse', 'porter', 's']);
    expect(tenant.open('show-emergency-card')).toMatchObject([
      { recipientIds: ['s', 'friend', 'nurse', 'porter'] },
    ]);
  });

  test('EMG-18: a mail that fails is tried again after growing pauses, and its state is shown', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.settle('send-emergency-mail', { kind: 'failed', cause: 'down' });
    expect(states(tenant)).toContain('friend: waiting');
    tenant.pass(1_999);
    expect(told(tenant, 'send-emergency-mail')).toEqual(['nurse', 'porter']);
    tenant.pass(1);
    expect(told(tenant, 'send-emergency-mail')).toEqual(['nurse', 'porter', 'friend']);
    tenant.settle('send-emergency-mail');
    expect(states(tenant)).toContain('nurse: sent');
  });

  test('EMG-18: a try that other news overtake on its instant is made up for at once', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    teamsTakes(tenant);
    tenant.settle('send-emergency-mail', { kind: 'failed', cause: 'down' });
    tenant.now += 2_000;
    saysOver(tenant, 'a');
    expect(nextDeadlineAt(tenant.state)).toBeLessThanOrEqual(tenant.now);
    tenant.give({ type: 'TimeReached' });
    expect(told(tenant, 'send-emergency-mail')).toContain('friend');
    expect(nextDeadlineAt(tenant.state)).toBeGreaterThan(tenant.now);
  });

  test('EMG-18: mail down for half an hour: it is sent as soon as it is up again', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    for (let minute = 0; minute < 30; minute += 1) {
      while (tenant.open('send-emergency-mail').length > 0) {
        tenant.settle('send-emergency-mail', { kind: 'unknown', cause: 'no answer' });
      }
      tenant.pass(MINUTE_MS);
    }
    tenant.pass(5 * MINUTE_MS);
    while (tenant.open('send-emergency-mail').length > 0) tenant.settle('send-emergency-mail');
    expect(states(tenant)).toEqual(['friend: sent', 'nurse: sent', 'porter: sent']);
  });

  test('EMG-20: somebody without a line in Teams does not vanish: it is said why', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.settle('send-emergency-activity', { kind: 'does-not-apply', because: 'outside' });
    expect(emergencyViewOf(tenant.state, person('a'))?.notices).toContainEqual({
      ...{ contactId: 'friend', channel: 'activity', state: 'unreachable' },
      ...{ because: 'outside', retryAt: null },
    });
  });

  test('EMG-30: a second emergency tells them anew', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    while (tenant.open('send-emergency-mail').length > 0) tenant.settle('send-emergency-mail');
    saysOver(tenant, 'a');
    tenant.pass(MINUTE_MS);
    presses(tenant, 'a');
    expect(told(tenant, 'send-emergency-mail')).toEqual(['friend', 'nurse', 'porter']);
  });

  test('nothing is tried again once the emergency is over', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.settle('send-emergency-mail', { kind: 'failed', cause: 'down' });
    saysOver(tenant, 'a');
    saysReady(tenant, 'a');
    while (tenant.open('send-emergency-mail').length > 0) tenant.settle('send-emergency-mail');
    while (tenant.open('show-emergency-card').length > 0) tenant.settle('show-emergency-card');
    expect(factsOf(tenant.pass(10 * MINUTE_MS), 'EffectRequested')).toEqual(
      expect.not.arrayContaining([
        expect.objectContaining({
          effect: expect.objectContaining({ kind: 'send-emergency-mail' }),
        }),
      ]),
    );
  });
});

describe('the card', () => {
  test('one at a time: news on the way are sent once it is out', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.settle('send-emergency-mail');
    tenant.settle('send-emergency-mail');
    expect(tenant.open('show-emergency-card')).toHaveLength(1);
    tenant.settle('show-emergency-card');
    expect(tenant.open('show-emergency-card')).toHaveLength(1);
    tenant.settle('show-emergency-card');
    expect(tenant.open('show-emergency-card')).toHaveLength(0);
  });

  test('DEC-9: the last one, which takes the location off, is tried until it succeeds', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.settle('show-emergency-card');
    saysOver(tenant, 'a');
    tenant.settle('show-emergency-card');
    saysReady(tenant, 'a');
    tenant.settle('show-emergency-card', { kind: 'failed', cause: 'bot throttled' });
    expect(tenant.state.emergencies.size).toBe(1);
    tenant.pass(2_000);
    tenant.settle('show-emergency-card');
    expect(tenant.state.emergencies.size).toBe(0);
  });

  test('a card that can never be sent is given up after about two hours', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    saysOver(tenant, 'a');
    saysReady(tenant, 'a');
    for (let minute = 0; minute < 180; minute += 1) {
      while (tenant.open('show-emergency-card').length > 0) {
        tenant.settle('show-emergency-card', { kind: 'failed', cause: 'bot blocked' });
      }
      tenant.pass(MINUTE_MS);
    }
    expect(tenant.state.emergencies.size).toBe(0);
  });
});
