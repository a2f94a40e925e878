/** The time after our Do not disturb has ended: Teams' own presence tells of the call (DEC-6). */
import { describe, expect, test } from '@jest/globals';
import { emergencyViewOf } from '@rufwerk/engine/core';
import { factsOf, person, type PlayedTenant } from '../playedTenant.ts';
import {
  emergencyOf,
  isProtected,
  MINUTE_MS,
  presses,
  protectedTenant,
  teamsTakes,
} from './emergencyScenes.ts';

/** a has called, and nobody has said for 15 minutes that the call goes on. */
function watched(): PlayedTenant {
  const tenant = protectedTenant();
  presses(tenant, 'a');
  tenant.pass(15 * MINUTE_MS);
  teamsTakes(tenant);
  tenant.pass(61_000);
  return tenant;
}

describe('an emergency call that Teams’ own presence tells of', () => {
  test('DEC-6: ends after 15 minutes, and then Teams’ own presence tells of the call', () => {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    teamsTakes(tenant);
    tenant.pass(15 * MINUTE_MS - 1);
    teamsTakes(tenant);
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
    tenant.pass(1);
    teamsTakes(tenant);
    expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
    tenant.pass(61_000);
    tenant.presence('a', 'Busy', 'InACall');
    expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
    tenant.presence('a', 'Available', 'Available');
    expect(emergencyOf(tenant, 'a')).toMatchObject({ call: 'over' });
    expect(isProtected(tenant, 'a')).toBe(true);
  });

  test.each(['DoNotDisturb', 'BeRightBack', 'OffWork'])(
    'DEC-6: a status that was chosen (%s) does not say that the call is over',
    (activity) => {
      const tenant = watched();
      const availability = activity === 'OffWork' ? 'Offline' : activity;
      tenant.presence('a', availability, activity);
      expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
      const view = emergencyViewOf(tenant.state, person('a'));
      expect(view?.ownDoNotDisturb).toBe(activity === 'DoNotDisturb');
      const facts = tenant.pass(45 * MINUTE_MS);
      expect(factsOf(facts, 'EmergencyCallEnded')).toMatchObject([{ cause: 'not-known' }]);
      expect(isProtected(tenant, 'a')).toBe(false);
    },
  );

  test('DEC-6: once the chosen status is gone, Teams’ own tells again', () => {
    const tenant = watched();
    tenant.presence('a', 'DoNotDisturb', 'DoNotDisturb');
    tenant.presence('a', 'Busy', 'InACall');
    expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
    tenant.presence('a', 'Available', 'Available');
    expect(emergencyOf(tenant, 'a')?.call).toBe('over');
  });
});
