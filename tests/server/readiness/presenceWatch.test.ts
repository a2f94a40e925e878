/** What only the course of events shows of other writers of presence, and of calls in a call. */
import { describe, expect, test } from '@jest/globals';
import { asId, type Fact, type FactOf } from '@rufwerk/engine/core';
import type { JournalEntry, OfferId, PersonId } from '@rufwerk/engine/core';

import { PresenceWatch } from '../../../src/server/readiness/presenceWatch.ts';

const anna = asId<PersonId>('anna');
const HOUR_MS = 3_600_000;

function wrote(at: number, availability: 'Busy' | 'DoNotDisturb' = 'Busy'): Fact {
  const presence =
    availability === 'Busy'
      ? ({ availability, activity: 'InACall' } as const)
      : ({ availability, activity: 'Presenting' } as const);
  const effect = { kind: 'write-presence', agentId: anna, presence, forSeconds: 600 } as const;
  return { type: 'EffectRequested', at, effectId: asId('effect-1'), effect };
}

function cleared(at: number): Fact {
  const effect = { kind: 'clear-presence', agentId: anna } as const;
  return { type: 'EffectRequested', at, effectId: asId('effect-2'), effect };
}

function seen(at: number, availability: string, activity = availability): Fact {
  const shown = { availability, activity, fidelity: 'activity' } as const;
  return {
    ...{ type: 'PresenceChanged', at, source: 'graph-poll', agentId: anna, ...shown },
    ...{ outOfOffice: false, sequenceNumber: null },
  };
}

/** Graph took the write. */
function took(at: number): Fact {
  return { type: 'EffectSettled', at, effectId: asId('effect-1'), outcome: 'done' };
}

function prefers(at: number, availability: 'DoNotDisturb' | null): Fact {
  const presence = availability && { availability, activity: availability };
  const effect = { kind: 'prefer-presence', agentId: anna, presence, forMinutes: 60 } as const;
  return { type: 'EffectRequested', at, effectId: asId('effect-3'), effect };
}

/** A reading that shows the same as before. */
function confirmed(at: number, availability: string): JournalEntry {
  const reading = {
    ...{ agentId: anna, availability, activity: availability, fidelity: 'activity' },
    ...{ outOfOffice: false, sequenceNumber: null },
  } as const;
  const fact = { type: 'PresenceConfirmed', agentId: anna, at, askedAt: at } as const;
  const input = { type: 'PresenceBlockPolled', at, blockId: asId('block-1'), changes: [reading] };
  return { input: input as JournalEntry['input'], facts: [fact] };
}

function watching(...facts: readonly Fact[]): PresenceWatch {
  const watch = new PresenceWatch(0);
  for (const fact of facts) watch.observe(alone(fact));
  return watch;
}

function alone(fact: Fact): JournalEntry {
  return { input: { type: 'TimeReached', at: fact.at }, facts: [fact] };
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

  test('AHB-105: what replaced ours and stands there at our next write counts once more', () => {
    const facts = [wrote(0), seen(5_000, 'Busy'), cleared(60_000)];
    const watch = watching(...facts, wrote(100_000), took(101_000));
    expect(watch.told(102_000).overwritten).toEqual([]);
    watch.observe(confirmed(130_000, 'Busy'));
    expect(watch.told(131_000).overwritten).toEqual([anna]);
  });

  test('a choice by hand that outlasts renewals in one call counts once', () => {
    const facts = [wrote(0), seen(5_000, 'DoNotDisturb'), wrote(100_000), took(101_000)];
    const watch = watching(...facts);
    watch.observe(confirmed(130_000, 'DoNotDisturb'));
    expect(watch.told(131_000).overwritten).toEqual([]);
  });

  test('what the person chose through us is nobody else’s', () => {
    const chosen = prefers(0, 'DoNotDisturb');
    const once = [wrote(1_000), seen(5_000, 'DoNotDisturb'), seen(9_000, 'Busy', 'InACall')];
    expect(watching(chosen, ...once, ...once).told(10_000).overwritten).toEqual([]);
    expect(watching(chosen, prefers(500, null), ...once, ...once).told(10_000)).toMatchObject({
      overwritten: [anna],
    });
  });

  test('a stranger sees of ours no more than Busy, and what we showed before may be seen late', () => {
    const stranger = [wrote(0), { ...seen(5_000, 'Busy'), fidelity: 'availability' } as Fact];
    expect(watching(...stranger, ...stranger).told(10_000).overwritten).toEqual([]);
    const late = [
      wrote(0, 'DoNotDisturb'),
      wrote(1_000),
      seen(2_000, 'DoNotDisturb', 'Presenting'),
    ];
    expect(watching(...late, ...late).told(10_000).overwritten).toEqual([]);
  });

  test('what comes after the end of what we showed is the person’s own', () => {
    const facts = [wrote(0), cleared(2_000), seen(3_000, 'Available')];
    expect(watching(...facts, ...facts).told(4_000).overwritten).toEqual([]);
  });

  test('is forgotten after a day, and when somebody has looked after it', () => {
    const facts = [wrote(0), seen(1_000, 'Away'), wrote(2_000), seen(3_000, 'Away')];
    expect(watching(...facts).told(25 * HOUR_MS).overwritten).toEqual([]);
    const watch = watching(...facts);
    watch.forget(0);
    expect(watch.told(4_000).overwritten).toEqual([]);
  });
});

describe('a presence that stays after the end of what we showed', () => {
  const ended = [wrote(0), cleared(60_000)];

  test('AHB-105: Busy that stays after the call is told, until something else is seen', () => {
    const watch = watching(...ended, seen(140_000, 'Busy', 'InACall'));
    expect(watch.told(10 * 60_000).staying).toEqual([]);
    expect(watch.told(20 * 60_000).staying).toEqual([anna]);
    watch.forget(0);
    expect(watch.told(20 * 60_000).staying).toEqual([anna]);
    watch.observe(alone(seen(21 * 60_000, 'Available')));
    expect(watch.told(22 * 60_000).staying).toEqual([]);
  });

  test('a call of the person’s own, after something else was seen, is none', () => {
    const watch = watching(...ended, seen(61_000, 'Available'), seen(90_000, 'Busy', 'InACall'));
    expect(watch.told(HOUR_MS).staying).toEqual([]);
  });

  test('what we show again is ours', () => {
    const watch = watching(...ended, seen(140_000, 'Busy', 'InACall'), wrote(HOUR_MS));
    expect(watch.told(HOUR_MS).staying).toEqual([]);
  });
});

describe('a call that rings at somebody in a call', () => {
  const offerId = asId<OfferId>('offer-1');
  const inCall = seen(5_000, 'Busy', 'InACall');

  function offered(more: Partial<FactOf<'CallOffered'>> = {}): Fact {
    return {
      ...{ type: 'CallOffered', at: 0, offerId, taskId: asId('task-1'), agentId: anna },
      ...{ ringUntilAt: 20_000, isBroadcast: false, held: false, ...more },
      // What was weighed means nothing here.
      decision: {} as FactOf<'CallOffered'>['decision'],
    };
  }
  const over = (outcome: FactOf<'OfferEnded'>['outcome']): Fact => ({
    ...{ type: 'OfferEnded', at: 6_000, offerId, outcome, pause: null, isMiss: false },
  });

  test('AHB-101: is told of an offer that was not accepted', () => {
    expect(watching(offered(), inCall, over('recalled')).told(7_000).rungInACall).toEqual([anna]);
    expect(watching(offered(), inCall, over('missed')).told(7_000).rungInACall).toEqual([anna]);
  });

  test('AHB-101: whoever accepts is in that very call', () => {
    expect(watching(offered(), inCall, over('accepted')).told(7_000).rungInACall).toEqual([]);
  });

  test('nobody rings while a presence is confirmed, or before a caller is called back', () => {
    const read = [offered({ confirming: true }), inCall, over('not-confirmed')];
    expect(watching(...read).told(7_000).rungInACall).toEqual([]);
    const held = [offered({ held: true }), inCall, over('caller-not-reached')];
    expect(watching(...held).told(7_000).rungInACall).toEqual([]);
    const rang: Fact = { type: 'HeldOfferRang', at: 1_000, offerId, ringUntilAt: 20_000 };
    const later = [offered({ held: true }), rang, inCall, over('recalled')];
    expect(watching(...later).told(7_000).rungInACall).toEqual([anna]);
  });
});
