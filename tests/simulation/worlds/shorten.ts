/** Takes away from a failing story whatever it fails without, one happening after the other. */
import { playWorld, type World } from './world.ts';

/** The same failure in as few lines as can be; a story that does not fail is given back. */
export function shortened(world: World): World {
  let { story } = world;
  for (let size = Math.ceil(story.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < story.length;) {
      const without = [...story.slice(0, from), ...story.slice(from + size)];
      if (playWorld({ ...world, story: without }) === null) from += size;
      else story = without;
    }
  }
  return { ...world, story };
}
