/**
 * Simulated worlds: random configurations, people, callers, faults and timings. After every step
 * all invariants hold (docs/invariants.md), every decision agrees with its full record, and in the
 * end every call is over and everything replays. A world that fails is told as a short story, which
 * then becomes a test of its own in `failed-seeds.test.ts`. More: `npm run worlds -- --minutes 10`.
 */
import { expect, test } from '@jest/globals';
import { report, search } from './search.ts';

const SECONDS = 40;
const SEED = 20_261_121;

test('NIM-28 NIM-42 NIMx-06 DEC-4: in every simulated world all invariants hold after every step', () => {
  const found = search(SEED, { runs: 100_000, untilMs: Date.now() + SECONDS * 1000 });
  if (typeof found !== 'number') throw new Error(report(found));
  // So few would say that a world has become too slow to be worth its time.
  expect(found).toBeGreaterThan(20);
}, 300_000);
