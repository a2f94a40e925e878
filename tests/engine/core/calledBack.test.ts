/** A caller who was called back waits anew, with the bounds of any other caller (NIMx-07). */
import { expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import { opened, rungFor } from './helpDesk.ts';
import type { PlayedTenant } from './playedTenant.ts';

const CLOSED = { do: 'announce', announcement: 'closed' } as const;

/** The caller has been called back and is there; the agent who was held for them declines. */
function calledBackInVain(): PlayedTenant {
  const tenant = opened({
    agents: ['a'],
    callBack: { offered: true },
    announcements: { comfort: 'please-hold' },
    queue: { maximumWaitSeconds: 120, nobodyAfterSeconds: 30, whenNobody: CLOSED },
    offers: { pauseAfterDeclinedSeconds: 600 },
  });
  tenant.presence('a', 'Busy', 'InACall');
  tenant.waits('call-1');
  tenant.give({ type: 'TonePressed', platformCallId: asId('call-1'), tone: '1' });
  tenant.callState('call-1', 'terminated');
  tenant.pass(300_000);
  tenant.presence('a', 'Available', 'Available');
  tenant.settle('dial-caller', { kind: 'dialled', platformCallId: asId('back-1') });
  tenant.pass(5_000);
  tenant.established('back-1');
  expect(rungFor(tenant, 'back-1')).toEqual(['a']);
  tenant.invitationFails('back-1', 603);
  expect(tenant.task('back-1')?.phase).toBe('waiting');
  return tenant;
}

test('NIMx-07: whoever is called back in vain leaves at the maximum wait, counted from then', () => {
  const tenant = calledBackInVain();
  tenant.pass(119_999);
  expect(tenant.task('back-1')?.phase).toBe('waiting');
  tenant.pass(1);
  expect(tenant.task('back-1')).toMatchObject({
    phase: 'leaving',
    leaving: { cause: 'too-long' },
  });
});

test('NIMx-03: and when nobody is able any more', () => {
  const tenant = calledBackInVain();
  tenant.duty('a', false);
  tenant.pass(35_000);
  expect(tenant.task('back-1')).toMatchObject({ leaving: { cause: 'nobody' } });
});

test('and hears the comfort message as before', () => {
  const tenant = calledBackInVain();
  expect(tenant.task('back-1')?.comfortAt).toBe(tenant.now + 30_000);
});
