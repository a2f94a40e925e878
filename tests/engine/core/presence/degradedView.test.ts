/** The degraded view: entered and left as facts, told to supervisors once with its cost. */
import { describe, expect, test } from '@jest/globals';
import { opened, talks } from '../helpDesk.ts';
import { asId, type ServiceId } from '@rufwerk/engine/core';
import { factsOf, person, type PlayedTenant } from '../playedTenant.ts';

const presence = { busy: true, activityTrustedForSeconds: 30 } as const;

function alerts(tenant: PlayedTenant): unknown[] {
  return tenant.open('raise-alert').map(({ alert }) => alert);
}

describe('work that shows in Teams', () => {
  test('DEC-3: a long call of ours degrades no view: it is we who hide the person', () => {
    const tenant = opened({ agents: ['a'], showWorkInTeams: true });
    talks(tenant, 'call-1');
    tenant.settle('write-presence');
    const facts = tenant.pass(200_000);
    expect(factsOf(facts, 'ViewChanged')).toEqual([]);
  });
});

describe('a degraded view', () => {
  test('DEC-3 NIM-41: is entered when the activity of most people has grown too old', () => {
    const tenant = opened({ agents: ['a', 'b'], presence });
    const facts = tenant.pass(60_000, { polling: false });
    expect(factsOf(facts, 'ViewChanged')).toMatchObject([
      { serviceId: 'help-desk', view: 'degraded', onDuty: 2, asStranger: 2 },
    ]);
    expect(alerts(tenant)).toMatchObject([
      { kind: 'view-degraded', services: [{ serviceId: 'help-desk', cost: 'busy-not-rung' }] },
    ]);
  });

  test('DEC-3: is told once, however long it lasts, and its end is told too', () => {
    const tenant = opened({ agents: ['a', 'b'], presence });
    tenant.pass(600_000, { polling: false });
    expect(alerts(tenant)).toHaveLength(1);
    const facts = tenant.pass(20_000);
    expect(factsOf(facts, 'ViewChanged')).toMatchObject([{ view: 'member' }]);
    expect(alerts(tenant)).toMatchObject([{ kind: 'view-degraded' }, { kind: 'view-restored' }]);
  });

  test('DEC-3: does not end because everybody went off duty, or because the service closed', () => {
    const tenant = opened({ agents: ['a', 'b'], presence });
    tenant.pass(60_000, { polling: false });
    tenant.duty('a', false);
    tenant.duty('b', false);
    expect(factsOf(tenant.pass(60_000, { polling: false }), 'ViewChanged')).toEqual([]);
    tenant.duty('a', true);
    tenant.duty('b', true);
    expect(factsOf(tenant.pass(60_000, { polling: false }), 'ViewChanged')).toEqual([]);
    expect(alerts(tenant)).toHaveLength(1);
    expect(factsOf(tenant.pass(20_000), 'ViewChanged')).toMatchObject([{ view: 'member' }]);
  });

  test('NIM-40: is entered when only availability is told of most people', () => {
    const tenant = opened({ agents: ['a', 'b', 'c', 'd'], presence });
    for (const agent of ['a', 'b', 'c']) {
      tenant.presence(agent, 'Busy', '', 'availability');
    }
    const facts = tenant.pass(20_000);
    expect(factsOf(facts, 'ViewChanged')).toMatchObject([{ onDuty: 4, asStranger: 3 }]);
  });

  test('one of four people of whom little is known degrades nothing', () => {
    const tenant = opened({ agents: ['a', 'b', 'c', 'd'], presence });
    tenant.presence('a', 'Busy', '', 'availability');
    expect(factsOf(tenant.pass(60_000), 'ViewChanged')).toEqual([]);
  });

  test('DEC-3: who comes on duty when reading has failed for long is missed too', () => {
    const tenant = opened({ agents: ['a', 'b'], presence });
    tenant.duty('a', false);
    tenant.duty('b', false);
    tenant.pass(600_000, { polling: false });
    tenant.duty('a', true);
    const facts = tenant.pass(20_000, { polling: false });
    expect(factsOf(facts, 'ViewChanged')).toMatchObject([{ view: 'degraded', onDuty: 1 }]);
  });

  test('a closed service has no view to lose: its people are read rarely', () => {
    const tenant = opened({ agents: ['a', 'b'], presence });
    const serviceId = asId<ServiceId>('help-desk');
    tenant.give({ type: 'EmergencyClosed', serviceId, by: person('s') });
    expect(factsOf(tenant.pass(120_000, { polling: false }), 'ViewChanged')).toEqual([]);
  });

  test('people who are off duty do not count', () => {
    const tenant = opened({ agents: ['a', 'b'], presence });
    tenant.duty('a', false);
    tenant.presence('a', 'Busy', '', 'availability');
    expect(factsOf(tenant.pass(60_000), 'ViewChanged')).toEqual([]);
  });
});
