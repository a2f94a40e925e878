/** Looks for a world in which something does not hold. */
import fc from 'fast-check';
import { configurations } from './configurations.ts';
import { happenings } from './events.ts';
import { shortened } from './shorten.ts';
import { playWorld, type World } from './world.ts';

export const worlds: fc.Arbitrary<World> = fc.record({
  configuration: configurations,
  story: fc.array(happenings, { minLength: 30, maxLength: 200, size: 'max' }),
});

/** Null when all hold; otherwise the seed, the configuration and the shortest failing story. */
export function worldsFail({ seed, runs }: { seed: number; runs: number }): string | null {
  const property = fc.property(worlds, (world) => playWorld(world) === null);
  const { counterexample, counterexamplePath } = fc.check(property, {
    ...{ seed, numRuns: runs },
    endOnFailure: true,
  });
  const world = counterexample?.[0];
  if (world === undefined) return null;
  const short = shortened(world);
  return [
    `seed ${seed}, world ${counterexamplePath ?? ''}`,
    JSON.stringify(short.configuration),
    playWorld(short) ?? 'holds now',
  ].join('\n');
}
