/**
 * Records the golden journals: `node --import ./scripts/typescript/register.mjs
 * tests/engine/core/recordGolden.ts`. A journal that exists is never recorded again: it stands for
 * what was decided in its day, and a rule that changes gets a flag instead (see
 * `src/engine/core/tenant/flags.ts`).
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { STORIES } from './goldenStories.ts';

for (const [name, play] of Object.entries(STORIES)) {
  const file = path.resolve(import.meta.dirname, `../../golden/${name}.json`);
  if (existsSync(file)) continue;
  const { journal } = play();
  writeFileSync(file, `${journal.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
  process.stdout.write(`recorded ${name}: ${journal.length} entries\n`);
}
