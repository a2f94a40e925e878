/** AHB-105: a presence that flips right after ours was written by somebody else. */
import { describe, expect, test } from '@jest/globals';
import { asId, type Fact, type PersonId } from '@rufwerk/engine/core';
import { PresenceWatch } from '../../../src/server/readiness/presenceWatch.ts';

const anna = asId<PersonId>('anna');
const HOUR_MS = 3_600_000;

function wrote(at: number): Fact {
  const presence = { availability: 'Busy', activity: 'InACall' } as const;
  const effect = { kind: 'write-presence', agentId: anna, presence, forSeconds: 600 } as const;
  return { type: 'EffectRequested', at, effectId: asId('effect-1'), effect };
}

function seen(at: number, availability: string): Fact {
  const shown = { availability, activity: availability, fidelity: 'activity' } as const;
  return {
    ...{ type: 'PresenceChanged', at, source: 'graph-poll', agentId: anna, ...shown },
    ...{ outOfOffice: false, sequenceNumber: null },
  };
}

function watching(...facts: readonly Fact[]): PresenceWatch {
  const watch = new PresenceWatch();
  for (const fact of facts) watch.observe(fact);
  return watch;
}

describe('another program that writes presence', () => {
  test('AHB-105: is told once it has replaced ours twice', () => {
    const once = [wrote(0), seen(5_000, 'Available')];
    expect(watching(...once).told(10_000).overwritten).toEqual([]);
    const twice = [...once, wrote(100_000), seen(101_000, 'Away')];
    expect(watching(...twice).told(110_000).overwritten).toEqual([anna]);
  });

  test('a Do not disturb that the person chose, or a change much later, is none', () => {
    const facts = [
      wrote(0),
      seen(5_000, 'DoNotDisturb'),
      wrote(HOUR_MS),
      seen(2 * HOUR_MS, 'Away'),
    ];
    expect(watching(...facts, wrote(3 * HOUR_MS)).told(3 * HOUR_MS).overwritten).toEqual([]);
  });

  test('what comes after the end of our lease is the person’s own', () => {
    const released: Fact = {
      ...{ type: 'LeaseReleased', at: 2_000, agentId: anna },
      ...{ owner: 'service', cause: 'reason-ended' },
    };
    const facts = [wrote(0), released, seen(3_000, 'Available')];
    expect(watching(...facts, ...facts).told(4_000).overwritten).toEqual([]);
  });

  test('is forgotten after a day, and when somebody has looked after it', () => {
    const facts = [wrote(0), seen(1_000, 'Away'), wrote(2_000), seen(3_000, 'Away')];
    expect(watching(...facts).told(25 * HOUR_MS).overwritten).toEqual([]);
    const watch = watching(...facts);
    watch.forget();
    expect(watch.told(4_000).overwritten).toEqual([]);
  });
});
