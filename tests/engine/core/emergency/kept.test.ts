/** What is kept of an emergency, and what restarts and changes of the configuration leave of it. */
import { describe, expect, test } from '@jest/globals';
import { writeSnapshot } from '@rufwerk/engine/core';
import { person } from '../playedTenant.ts';
import {
  emergencyOf,
  isProtected,
  MINUTE_MS,
  presses,
  protectedTenant,
  saysOver,
  saysReady,
  seen,
  teamsTakes,
} from './emergencyScenes.ts';

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
