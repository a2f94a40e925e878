/** Looks for a world in which something does not hold. */
import fc from 'fast-check';
import { configurations, otherConfigurations } from './configurations.ts';
import { shortened } from './shorten.ts';
import { stories } from './stories.ts';
import { playWorld, type Story } from './world.ts';

const worlds: fc.Arbitrary<Story> = fc.record({
  configuration: configurations,
  other: otherConfigurations,
  happenings: stories,
});

export interface Found {
  readonly seed: number;
  readonly story: Story;
  /** The story in lines, and what is wrong at its end. */
  readonly words: string;
}

interface Limit {
  readonly runs: number;
  readonly untilMs: number;
  /** Left away where only the failure counts: shortening takes minutes. */
  readonly shorten?: boolean;
}

/** Plays the worlds of a seed until one fails or the time is over. */
export function search(seed: number, limit: Limit): Found | number {
  let played = 0;
  let failing: Story | null = null;
  let kind = '';
  const property = fc.property(worlds, (story) => {
    if (failing !== null || Date.now() > limit.untilMs) return true;
    played += 1;
    const failure = playWorld(story);
    if (failure === null) return true;
    failing = story;
    kind = failure.kind;
    return false;
  });
  // Without it the worlds that are not played any more would still be made up.
  const interruptAfterTimeLimit = Math.max(1, limit.untilMs - Date.now());
  fc.check(property, { seed, numRuns: limit.runs, endOnFailure: true, interruptAfterTimeLimit });
  if (failing === null) return played;
  const story = limit.shorten === false ? failing : shortened(failing, kind);
  return { seed, story, words: playWorld(story)?.words ?? 'It holds when played again.' };
}

/** What is added to the stories that once failed. */
export function report({ seed, story, words }: Found): string {
  const { happenings, ...world } = story;
  return [
    `seed ${seed}`,
    JSON.stringify(world),
    ...happenings.map((happening) => `${JSON.stringify(happening)},`),
    words,
  ].join('\n');
}
