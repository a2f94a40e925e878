/** Every story that ever failed in a simulated world, as short as it could be made. */
import { expect, test } from '@jest/globals';
import { FAILED } from './failedStories.ts';
import { playWorld } from './world.ts';

test.each(FAILED)('seed $seed: $words', ({ configuration, happenings }) => {
  const story = { configuration, other: configuration, happenings };
  expect(playWorld(story)?.words ?? null).toBeNull();
});
