/**
 * Simulated worlds: random configurations, people, callers, faults and timings. After every step all
 * invariants hold (docs/invariants.md), every decision agrees with its full record, and in the end
 * everything replays. A world that fails is told as a short story; its seed then becomes a test of
 * its own in `failedSeeds.test.ts`. More worlds: `WORLDS=5000 WORLD_SEED=7 npm run jest -- worlds`.
 */
import process from 'node:process';
import { expect, test } from '@jest/globals';
import { worldsFail } from './search.ts';

const RUNS = Number(process.env['WORLDS'] ?? 400);
const SEED = Number(process.env['WORLD_SEED'] ?? 20261121);

test('NIM-28 NIMx-06 DEC-4: in every simulated world all invariants hold after every step', () => {
  expect(worldsFail({ seed: SEED, runs: RUNS })).toBeNull();
}, 600_000);
