/** A call is sent on to a person or number who is invited into the conference. */
import { describe, expect, test } from '@jest/globals';
import { asId, type Fact, type PlatformCallId } from '@rufwerk/engine/core';
import { opened } from './helpDesk.ts';
import { factsOf, type PlayedTenant } from './playedTenant.ts';

const platformCallId = asId<PlatformCallId>('call-1');
const NUMBER = { do: 'number', number: '+41435000000' } as const;

/** The number rings in the conference, and has not answered for half a minute. */
function ringsInVain(): { tenant: PlayedTenant; ends: (status: 'completed' | 'failed') => Fact[] } {
  const tenant = opened({ agents: ['a'], queue: { maximumWaitSeconds: 60, whenTooLong: NUMBER } });
  tenant.waits('call-1');
  tenant.invitationFails('call-1', 603);
  tenant.pass(60_000);
  const effectId = tenant.open('invite-target')[0]?.effectId ?? null;
  tenant.settle('invite-target', { kind: 'invited', participantId: 'the-number' });
  tenant.pass(29_999);
  expect(tenant.open('remove-participant')).toEqual([]);
  tenant.pass(1);
  const ends = (status: 'completed' | 'failed'): Fact[] =>
    tenant.give({
      ...{ type: 'OperationReported', platformCallId, effectId, status, subcode: null },
      code: status === 'completed' ? 200 : 487,
    });
  return { tenant, ends };
}

describe('whoever does not answer within half a minute', () => {
  test('rings no longer, and the caller is told', () => {
    const { tenant } = ringsInVain();
    expect(tenant.open('remove-participant')).toMatchObject([{ participantId: 'the-number' }]);
    expect(tenant.open('play-prompt').at(-1)?.prompt).toBe('all-busy');
  });

  test('and the news that the ringing has ended does not cut the announcement short', () => {
    const { tenant, ends } = ringsInVain();
    expect(factsOf(ends('failed'), 'CallEnded')).toEqual([]);
    expect(tenant.task('call-1')?.phase).toBe('leaving');
  });

  test('DEC-4: has the caller all the same when the answer crosses the taking back', () => {
    const { tenant, ends } = ringsInVain();
    const prompt = tenant.task('call-1')?.prompt?.effectId ?? null;
    expect(factsOf(ends('completed'), 'CallSentOn')).toHaveLength(1);
    const stopped = { status: 'failed', code: 0, subcode: null } as const;
    tenant.give({ type: 'OperationReported', platformCallId, effectId: prompt, ...stopped });
    expect(tenant.open('hang-up-call')).toEqual([]);
    expect(tenant.task('call-1')?.leaving?.isSentOn).toBe(true);
  });
});
