/** A subscription that has died without a word, told by what polling learns and push does not. */
import { describe, expect, test } from '@jest/globals';
import { asId, type PersonId } from '@rufwerk/engine/core';
import { Reconciliation } from '../../../../src/engine/graph/subscriptions/reconciliation.ts';
import { PlayedClock } from '../playedClock.ts';

const anna = asId<PersonId>('anna');

function watching() {
  const clock = new PlayedClock();
  const silent: PersonId[] = [];
  const onSilence = (agentIds: readonly PersonId[]) => void silent.push(...agentIds);
  const reconciliation = new Reconciliation({ clock, isCovered: () => true, onSilence });
  return { clock, silent, reconciliation };
}

describe('the silent death of a subscription', () => {
  test('DEC-15: is noticed by the first change of somebody whom push told of before', async () => {
    const { clock, silent, reconciliation } = watching();
    reconciliation.pushed(anna);
    await clock.advance(60_000);
    reconciliation.polledChange([anna], clock.now());
    await clock.advance(29_999);
    expect(silent).toEqual([]);
    await clock.advance(1);
    expect(silent).toEqual([anna]);
  });

  test('DEC-15: what push told a moment before the poll is no silence', async () => {
    const { clock, silent, reconciliation } = watching();
    reconciliation.pushed(anna);
    await clock.advance(1_000);
    reconciliation.polledChange([anna], clock.now());
    await clock.advance(60_000);
    expect(silent).toEqual([]);
  });
});
