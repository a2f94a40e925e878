/** Whose a number of the pool is when it is called: its agent's, the contacts', or everybody's. */
import { describe, expect, test } from '@jest/globals';
import { rungFor } from '../helpDesk.ts';
import { factsOf, person } from '../playedTenant.ts';
import {
  afterACall,
  callsBack,
  emergencyOf,
  MINUTE_MS,
  presenceIsRead,
  presses,
  PROTECTED,
  protectedTenant,
  rungNow,
  saysOver,
  saysReady,
  teamsTakes,
} from './emergencyScenes.ts';

describe('whose number it is', () => {
  test('DEC-6: a callback while Do not disturb still shows ends it before anybody is rung', () => {
    const early = protectedTenant();
    presses(early, 'd');
    teamsTakes(early);
    callsBack(early, 'back-1');
    expect(emergencyOf(early, 'd')?.call).toBe('over');
    expect(early.open('clear-presence')).toHaveLength(1);
    expect(early.open('invite-target')).toEqual([]);
    teamsTakes(early);
    early.pass(500);
    presenceIsRead(early);
    expect(rungNow(early)).toEqual(['d']);
  });

  test('DEC-7: at 59:59 the number rings its agent, at 60:00 the contacts', () => {
    const late = protectedTenant();
    presses(late, 'd');
    teamsTakes(late);
    saysOver(late, 'd');
    teamsTakes(late);
    late.pass(60 * MINUTE_MS - 1_000);
    callsBack(late, 'back-1');
    presenceIsRead(late);
    expect(rungNow(late)).toEqual(['d']);
    late.callState('back-1', 'terminated');
    late.pass(1_000);
    callsBack(late, 'back-2');
    presenceIsRead(late);
    expect(rungNow(late)).toEqual(['nurse', 'porter']);
  });

  test('DEC-7: after "I am ready" the number rings the contacts', () => {
    const tenant = afterACall();
    saysReady(tenant, 'd');
    callsBack(tenant, 'back-1');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['nurse', 'porter']);
  });

  test('a number that nobody had rings the contacts of everybody', () => {
    const tenant = afterACall();
    callsBack(tenant, 'back-1', 'account-pool-3');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['porter']);
  });

  test('DEC-7: whoever dials again keeps the number of the hour, and is rung by it', () => {
    const tenant = afterACall();
    saysReady(tenant, 'd');
    presses(tenant, 'd');
    expect(emergencyOf(tenant, 'd')).toBeDefined();
    const standing = [...tenant.state.emergencies.values()].find(({ endedAt }) => endedAt === null);
    expect(standing?.account).toBe('account-pool-1');
    saysOver(tenant, 'd');
    teamsTakes(tenant);
    tenant.pass(4_000);
    callsBack(tenant, 'back-1');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['d']);
  });

  test('DEC-7: a number that is taken out of the pool meanwhile still rings its agent', () => {
    const tenant = afterACall();
    tenant.configure({ ...PROTECTED, emergency: { contacts: ['porter'] } });
    callsBack(tenant, 'back-1');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['d']);
  });

  test('callbacks to two people ring each their own', () => {
    const tenant = afterACall();
    presses(tenant, 'e');
    teamsTakes(tenant);
    saysOver(tenant, 'e');
    teamsTakes(tenant);
    callsBack(tenant, 'back-1');
    callsBack(tenant, 'back-2', 'account-pool-2');
    presenceIsRead(tenant);
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['d', 'e']);
  });

  test('a call of a service flows on beside it', () => {
    const tenant = afterACall();
    callsBack(tenant, 'back-1');
    tenant.waits('call-1');
    expect(rungFor(tenant, 'call-1')).toHaveLength(1);
    expect(rungFor(tenant, 'call-1')).not.toContain('d');
    expect(factsOf(tenant.give({ type: 'TimeReached' }), 'InvariantBreached')).toEqual([]);
    expect(tenant.state.agents.has(person('d'))).toBe(true);
  });
});
