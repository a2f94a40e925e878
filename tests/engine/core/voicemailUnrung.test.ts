import { describe, expect, test } from '@jest/globals';
import { CURRENT_FLAGS } from '@rufwerk/engine/core';
import { helpDesk } from './helpDesk.ts';
import { person, PlayedTenant } from './playedTenant.ts';

const toVoicemail = { target: { kind: 'voicemail', personId: person('s') } };

/** Nobody may be rung by an old presence, and Graph answers nothing: a call waits 15 s at most. */
function unreadable(flags: readonly number[] = CURRENT_FLAGS): PlayedTenant {
  const service = helpDesk({
    agents: ['a'],
    presence: { notOlderThanSeconds: 30, whenOlder: 'confirm' },
    queue: { maximumWaitSeconds: 15, whenTooLong: { do: 'voicemail', person: 's' } },
  });
  const tenant = new PlayedTenant({ services: [service] }, null, undefined, flags);
  tenant.confirmPresence();
  tenant.pass(31_000, { polling: false });
  tenant.waits('c1');
  return tenant;
}

describe('voicemail takes a call into which nobody was invited yet', () => {
  test('though the presence of somebody was read for it, in vain', () => {
    const tenant = unreadable();
    expect(tenant.open('read-presence')).toHaveLength(1);
    tenant.pass(16_000, { polling: false });
    expect(tenant.open('invite-agent')).toEqual([]);
    expect(tenant.open('transfer-call')).toMatchObject([toVoicemail]);
  });

  test('also after a restart in between', () => {
    const tenant = unreadable();
    tenant.restart();
    tenant.pass(16_000, { polling: false });
    expect(tenant.open('transfer-call')).toMatchObject([toVoicemail]);
  });

  test('but not once somebody was: Teams does not transfer out of a conference', () => {
    const tenant = unreadable();
    tenant.presence('a', 'Available', 'Available');
    tenant.settle('read-presence');
    expect(tenant.open('invite-agent')).toHaveLength(1);
    tenant.pass(16_000, { polling: false });
    expect(tenant.open('transfer-call')).toEqual([]);
  });

  test('and not in journals of before, in which an offer counted as an invitation', () => {
    const tenant = unreadable(CURRENT_FLAGS.filter((flag) => flag < 10));
    tenant.pass(16_000, { polling: false });
    expect(tenant.open('transfer-call')).toEqual([]);
  });
});
