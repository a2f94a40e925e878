/** What is kept of an emergency, and what restarts and changes of the configuration leave of it. */
import { describe, expect, test } from '@jest/globals';
import { emergencyViewOf, writeSnapshot } from '@rufwerk/engine/core';
import { person } from '../playedTenant.ts';
import {
  emergencyOf,
  graphTells,
  isProtected,
  MINUTE_MS,
  presses,
  protectedTenant,
  saysOver,
  saysReady,
  seen,
  teamsTakes,
} from './emergencyScenes.ts';

describe('calls one after the other', () => {
  test('DEC-8: a call dialled a second after the last has ended is another one, however late its news', () => {
    const tenant = protectedTenant();
    const dialledAt = tenant.now;
    tenant.pass(4_000);
    graphTells(tenant, 'a', 4_000);
    tenant.pass(10_000);
    const agentId = person('a');
    tenant.give({ type: 'EmergencyCallOver', agentId, by: null, endedAt: dialledAt + 10_000 });
    tenant.pass(1_000);
    graphTells(tenant, 'a', tenant.now - (dialledAt + 11_000));
    expect(emergencyOf(tenant, 'a')).toMatchObject({
      call: 'shown',
      dialledAt: dialledAt + 11_000,
    });
  });

  test('DEC-8: a second event is a second call, even before the end of the first is told', () => {
    const tenant = protectedTenant();
    const dialledAt = tenant.now;
    graphTells(tenant, 'a');
    tenant.pass(15_000);
    graphTells(tenant, 'a', 3_000);
    const agentId = person('a');
    tenant.give({ type: 'EmergencyCallOver', agentId, by: null, endedAt: dialledAt + 10_000 });
    expect(emergencyOf(tenant, 'a')).toMatchObject({
      call: 'shown',
      dialledAt: dialledAt + 12_000,
    });
  });

  test('EMG-30: a real call in a drill counts from its own dialling', () => {
    const tenant = protectedTenant();
    seen(tenant, 'a', { sign: 'button', isDrill: true, by: 's' });
    tenant.pass(30_000);
    presses(tenant, 'a');
    expect(emergencyOf(tenant, 'a')?.startedAt).toBe(tenant.now);
  });

  test('a status chosen by hand before the call is told on the card within seconds', () => {
    const tenant = protectedTenant();
    tenant.presence('a', 'Busy', 'Busy');
    presses(tenant, 'a');
    teamsTakes(tenant);
    tenant.pass(6_000);
    const [read] = tenant.open('read-presence').filter(({ because }) => because === 'emergency');
    const shown = { availability: 'Busy', activity: 'Busy', sequenceNumber: null } as const;
    const reading = {
      agentId: person('a'),
      fidelity: 'activity',
      outOfOffice: false,
      ...shown,
    } as const;
    tenant.now += 100;
    const outcome = { kind: 'presence-read', askedAt: tenant.now, readings: [reading] } as const;
    if (read === undefined) throw new Error('Teams is not asked.');
    tenant.give({ type: 'EffectReported', effectId: read.effectId, outcome });
    const view = emergencyViewOf(tenant.state, person('a'));
    expect(view?.shownInstead).toEqual({ availability: 'Busy', activity: 'Busy' });
  });
});

describe('what is kept', () => {
  test('DEC-9: of one that is over nothing stays but from when to when', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    saysOver(tenant, 'a');
    saysReady(tenant, 'a');
    while (tenant.open('show-emergency-card').length > 0) tenant.settle('show-emergency-card');
    expect(tenant.state.emergencies.size).toBe(0);
    expect(JSON.stringify(tenant.journal)).not.toMatch(/location|number":"\d/);
  });

  test('every phase survives a restart', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.restart();
    teamsTakes(tenant);
    expect(isProtected(tenant, 'a')).toBe(true);
    saysOver(tenant, 'a');
    tenant.restart();
    teamsTakes(tenant);
    tenant.pass(60 * MINUTE_MS);
    expect(isProtected(tenant, 'a')).toBe(false);
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });

  test('an agent removed from the services stays protected to the end', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    tenant.configure({ services: [] });
    expect(isProtected(tenant, 'a')).toBe(true);
    saysOver(tenant, 'a');
    saysReady(tenant, 'a');
    expect(tenant.state.agents.has(person('a'))).toBe(false);
  });

  test('EMG-13: a drill turns into the real thing when the agent really calls', () => {
    const tenant = protectedTenant();
    seen(tenant, 'a', { sign: 'button', isDrill: true, by: 's' });
    expect(emergencyOf(tenant, 'a')?.isDrill).toBe(true);
    presses(tenant, 'a');
    expect(emergencyOf(tenant, 'a')?.isDrill).toBe(false);
    expect(tenant.open('send-emergency-mail').filter(({ isDrill }) => !isDrill)).toHaveLength(3);
  });
});
