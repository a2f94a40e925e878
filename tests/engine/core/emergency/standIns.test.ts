/** Contacts none of whom can be rung for a callback: others are (DEC-7). */
import { describe, expect, test } from '@jest/globals';
import { writeSnapshot } from '@rufwerk/engine/core';
import type { PlayedTenant } from '../playedTenant.ts';
import {
  afterACall,
  callsBack,
  clientsRing,
  presenceIsRead,
  rungNow,
  saysReady,
} from './emergencyScenes.ts';

/** The invitations of people outside Teams come to nothing; all others ring. */
function onlyOutside(tenant: PlayedTenant, ...outside: string[]): void {
  for (const { target, effectId } of tenant.open('invite-target')) {
    const isOutside = target.kind === 'person' && outside.includes(target.personId);
    if (!isOutside) continue;
    tenant.give({ type: 'EffectReported', effectId, outcome: { kind: 'does-not-apply' } });
  }
  clientsRing(tenant);
}

/** Ten seconds after the callback came, the contacts are read. */
function contactsAreDue(): PlayedTenant {
  const tenant = afterACall();
  callsBack(tenant, 'back-1');
  presenceIsRead(tenant);
  clientsRing(tenant);
  tenant.pass(10_000);
  return tenant;
}

describe('a callback whose contacts cannot be rung', () => {
  test('DEC-7: contacts who are only mail addresses: the supervisors ring at once', () => {
    const tenant = contactsAreDue();
    presenceIsRead(tenant);
    onlyOutside(tenant, 'nurse', 'porter');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['d', 's']);
  });

  test.each([
    ['DoNotDisturb', ['d', 's']],
    ['Offline', ['d', 'nurse', 'porter', 's']],
  ])('DEC-7: contacts who all are %s: the supervisors ring too', (shown, rung) => {
    const tenant = contactsAreDue();
    presenceIsRead(tenant, { nurse: shown, porter: shown });
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(rung);
  });

  test('DEC-7: supervisors who cannot be rung either: the administrators ring', () => {
    const tenant = contactsAreDue();
    presenceIsRead(tenant, { nurse: 'DoNotDisturb', porter: 'DoNotDisturb' });
    presenceIsRead(tenant, { s: 'DoNotDisturb' });
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['d', 'admin']);
  });

  test('DEC-7: one contact who rings is enough', () => {
    const tenant = contactsAreDue();
    presenceIsRead(tenant, { nurse: 'DoNotDisturb' });
    expect(rungNow(tenant)).toEqual(['d', 'porter']);
    expect(tenant.open('read-presence').filter(({ because }) => because === 'callback')).toEqual(
      [],
    );
  });

  test('DEC-7: after the hour, the supervisors of the last holder stand in', () => {
    const tenant = afterACall();
    saysReady(tenant, 'd');
    tenant.pass(61 * 60_000);
    callsBack(tenant, 'back-1');
    presenceIsRead(tenant);
    onlyOutside(tenant, 'nurse', 'porter');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['s']);
  });

  test('DEC-7: on a number that nobody has held, the administrators stand in', () => {
    const tenant = afterACall();
    callsBack(tenant, 'back-1', 'account-pool-2');
    presenceIsRead(tenant);
    onlyOutside(tenant, 'porter');
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['admin']);
  });

  test('a restart in the middle of it rings on, and the state is that of the journal', () => {
    const tenant = contactsAreDue();
    presenceIsRead(tenant);
    onlyOutside(tenant, 'nurse', 'porter');
    tenant.restart();
    presenceIsRead(tenant);
    expect(rungNow(tenant)).toEqual(['d', 's']);
    expect(tenant.refolded()).toBe(writeSnapshot(tenant.state));
  });
});
