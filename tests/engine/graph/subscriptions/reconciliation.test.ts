/** A subscription that has died without a word, told by what polling learns and push does not. */
import { describe, expect, test } from '@jest/globals';
import { asId, type PersonId } from '@rufwerk/engine/core';
import {
  Reconciliation,
  type Cover,
} from '../../../../src/engine/graph/subscriptions/reconciliation.ts';
import { PlayedClock } from '../playedClock.ts';

const anna = asId<PersonId>('anna');

const changed = [{ agentId: anna, isOfAvailability: true }];
const otherActivity = [{ agentId: anna, isOfAvailability: false }];

/** `cover` is who covers everybody; a test may change it on the way. */
function watching(seesActivity = true) {
  const clock = new PlayedClock();
  const silent: string[] = [];
  const stage = { cover: { subscriptionId: 'one', seesActivity } as Cover | null };
  const reconciliation = new Reconciliation({
    clock,
    coverOf: () => stage.cover,
    onSilence: (subscriptionIds) => void silent.push(...subscriptionIds),
  });
  return { clock, silent, reconciliation, stage };
}

describe('the silent death of a subscription', () => {
  test('DEC-15: is noticed by the first change of somebody whom push told of before', async () => {
    const { clock, silent, reconciliation } = watching();
    reconciliation.pushed(anna);
    await clock.advance(60_000);
    reconciliation.polledChange(changed, clock.now());
    await clock.advance(29_999);
    expect(silent).toEqual([]);
    await clock.advance(1);
    expect(silent).toEqual(['one']);
  });

  test('DEC-15: what push told a moment before the poll is no silence', async () => {
    const { clock, silent, reconciliation } = watching();
    reconciliation.pushed(anna);
    await clock.advance(1_000);
    reconciliation.polledChange(changed, clock.now());
    await clock.advance(60_000);
    expect(silent).toEqual([]);
  });

  test('DEC-15, NIM-24: who sees no activity is not expected to tell of it', async () => {
    const { clock, silent, reconciliation } = watching(false);
    reconciliation.polledChange(otherActivity, clock.now());
    await clock.advance(60_000);
    expect(silent).toEqual([]);
    reconciliation.polledChange(changed, clock.now());
    await clock.advance(30_000);
    expect(silent).toEqual(['one']);
  });

  test('DEC-15: who sees activities is expected to tell of them', async () => {
    const { clock, silent, reconciliation } = watching();
    reconciliation.polledChange(otherActivity, clock.now());
    await clock.advance(30_000);
    expect(silent).toEqual(['one']);
  });

  test('DEC-15: whoever covered the person at the change is to blame, not who does now', async () => {
    const { clock, silent, reconciliation, stage } = watching();
    reconciliation.polledChange(changed, clock.now());
    stage.cover = { subscriptionId: 'two', seesActivity: true };
    await clock.advance(30_000);
    expect(silent).toEqual(['one']);
  });
});
