/** The time after our Do not disturb has ended: Teams' own presence tells of the call (DEC-6). */
import { describe, expect, test } from '@jest/globals';
import { emergencyViewOf } from '@rufwerk/engine/core';
import { factsOf, person, type PlayedTenant } from '../playedTenant.ts';
import {
  emergencyOf,
  graphTells,
  isProtected,
  MINUTE_MS,
  presses,
  protectedTenant,
  saysOver,
  teamsTakes,
} from './emergencyScenes.ts';

/** a has called, and nobody has said for 15 minutes that the call goes on. */
function watched(): PlayedTenant {
  const tenant = protectedTenant();
  graphTells(tenant, 'a');
  tenant.pass(15 * MINUTE_MS);
  teamsTakes(tenant);
  tenant.pass(61_000);
  return tenant;
}

describe('an emergency call that Teams’ own presence tells of', () => {
  test('DEC-6: ends after 15 minutes, and then Teams’ own presence tells of the call', () => {
    const tenant = protectedTenant();
    graphTells(tenant, 'a');
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

describe('a call that Graph has not told of', () => {
  /** The button alone, and the first minute of the call. */
  function untold(): PlayedTenant {
    const tenant = protectedTenant();
    presses(tenant, 'a');
    teamsTakes(tenant);
    tenant.pass(MINUTE_MS - 1);
    return tenant;
  }

  test('EMG-32, DEC-6: shows Do not disturb for a minute, for nothing tells that it has dropped', () => {
    const tenant = untold();
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
    expect(emergencyViewOf(tenant.state, person('a'))?.endIsTold).toBe(false);
    tenant.pass(1);
    expect(tenant.open('clear-presence')).toMatchObject([{ agentId: 'a' }]);
    expect(tenant.state.sessions.get(person('a'))?.leases).toEqual([]);
    expect(isProtected(tenant, 'a')).toBe(true);
  });

  test('EMG-13: a call that drops leaves the own number free for the callback', () => {
    const tenant = untold();
    tenant.pass(1);
    teamsTakes(tenant);
    tenant.presence('a', 'Busy', 'InACall');
    tenant.pass(MINUTE_MS);
    expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
    tenant.presence('a', 'Available', 'Available');
    expect(emergencyOf(tenant, 'a')).toMatchObject({ call: 'over' });
    expect(isProtected(tenant, 'a')).toBe(true);
  });

  test('"the call goes on" shows it for another minute', () => {
    const tenant = untold();
    tenant.pass(1);
    teamsTakes(tenant);
    tenant.give({ type: 'EmergencyCallGoesOn', agentId: person('a'), by: person('a') });
    teamsTakes(tenant);
    tenant.pass(MINUTE_MS - 1);
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
    tenant.pass(1);
    expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
  });

  test('DEC-8: once Graph tells of it, Do not disturb stands for 15 minutes again', () => {
    const tenant = untold();
    tenant.pass(1);
    teamsTakes(tenant);
    graphTells(tenant, 'a', MINUTE_MS);
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
    expect(emergencyViewOf(tenant.state, person('a'))?.endIsTold).toBe(true);
    teamsTakes(tenant);
    tenant.pass(15 * MINUTE_MS - 1);
    expect(emergencyOf(tenant, 'a')?.call).toBe('shown');
    tenant.pass(1);
    expect(emergencyOf(tenant, 'a')?.call).toBe('watched');
  });

  test('DEC-6: an event that comes after the end shows nothing any more', () => {
    const tenant = untold();
    saysOver(tenant, 'a');
    teamsTakes(tenant);
    graphTells(tenant, 'a', MINUTE_MS);
    expect(emergencyOf(tenant, 'a')?.call).toBe('over');
    expect(tenant.open('write-presence')).toEqual([]);
  });
});
