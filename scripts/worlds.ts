/**
 * `npm run worlds -- --minutes 10 --seed 7`: plays simulated worlds for so long, seed after seed,
 * and tells the first that fails as a short story (tests/simulation/worlds).
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { report, search } from '../tests/simulation/worlds/search.ts';

const WORLDS_PER_SEED = 500;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const untilMs = Date.now() + Number(values.minutes) * 60_000;
let played = 0;
let seed = Number(values.seed);
for (; Date.now() < untilMs && process.exitCode === undefined; seed += 1) {
  const found = search(seed, { runs: WORLDS_PER_SEED, untilMs });
  if (typeof found === 'number') {
    played += found;
    continue;
  }
  process.stdout.write(`${report(found)}\n`);
  process.exitCode = 1;
}
process.stdout.write(`${played} worlds held (seeds ${values.seed} to ${seed - 1})\n`);
