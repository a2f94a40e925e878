/**
 * Everything that ever failed in a simulated world: each story as short as it could be made, which
 * stays the same for ever, and some worlds of its seed, as the generators make them today.
 */
import { expect, test } from '@jest/globals';
import { FAILED } from './failedStories.ts';
import { report, search } from './search.ts';
import { playWorld } from './world.ts';

const WORLDS_PER_SEED = 5;

test.each(FAILED)('seed $seed: $words', ({ configuration, happenings }) => {
  const story = { configuration, other: configuration, happenings };
  expect(playWorld(story)?.words ?? null).toBeNull();
});

test.each(FAILED)(
  'seed $seed holds in other worlds, too',
  ({ seed }) => {
    const found = search(seed, { runs: WORLDS_PER_SEED, untilMs: Infinity });
    if (typeof found !== 'number') throw new Error(report(found));
    expect(found).toBe(WORLDS_PER_SEED);
  },
  120_000,
);
