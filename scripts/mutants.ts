/**
 * `npm run mutants`: changes one rule after the other, each in the memory of a process of its own,
 * and looks which test notices. Fails when a mutant lives, or when its text is not in the rules any
 * more. `npm run mutants -- recall` plays only those whose name has that word.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { MUTATIONS } from './mutants/mutations.ts';

const root = path.resolve(import.meta.dirname, '..');
/**
 * A mutant that runs so much longer than the rules as they are goes round for ever, and is caught
 * by that. Measured against them, for a busy machine makes both slow.
 */
const LONGER_THAN_UNTOUCHED = 10;
const LEAST_LIMIT_MS = 120_000;
let limitMs = 30 * 60_000;
const ENDLESS = 'no end within';

/** A mutant that is no program says nothing about the tests: its text is to be mended. */
const BROKEN = 'is no mutant:';

/** The words of the test that caught the mutant; null when none did. */
async function caughtBy(index: number): Promise<string | null> {
  const args = [
    ...['--import', './scripts/typescript/register.mjs', '--no-warnings'],
    ...['scripts/mutants/suite.ts', String(index)],
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, timeout: limitMs }, (error, output, errors) => {
      if (error?.killed === true) return resolve(`${ENDLESS} ${Math.round(limitMs / 1000)} s`);
      if (error !== null) return resolve(`${BROKEN} ${errors.trim().split('\n')[0] ?? ''}`);
      resolve(output.trim() === '' ? null : output.trim());
    });
  });
}

function isStillThere(file: string, find: string): boolean {
  return readFileSync(path.join(root, file), 'utf8').split(find).length === 2;
}

const [wanted = ''] = process.argv.slice(2);
const startedAt = Date.now();
const alive: string[] = [];
let endless = 0;
const untouched = await caughtBy(-1);
if (untouched !== null) {
  process.stdout.write(`The suite fails without any mutant: ${untouched}\n`);
  process.exit(1);
}
limitMs = Math.max(LEAST_LIMIT_MS, LONGER_THAN_UNTOUCHED * (Date.now() - startedAt));
const queue = [...MUTATIONS.entries()].filter(([, { name }]) => name.includes(wanted));
const played = queue.length;
const workers = Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [index, { name, file, find }] = next;
    const caught = isStillThere(file, find)
      ? await caughtBy(index)
      : `${BROKEN} ${file} does not have its text exactly once`;
    const isAlive = caught === null || caught.startsWith(BROKEN);
    if (isAlive) alive.push(name);
    if (caught?.startsWith(ENDLESS) === true) endless += 1;
    process.stdout.write(`${isAlive ? 'LIVES ' : 'caught'} ${name}\n       ${caught ?? ''}\n`);
  }
});
await Promise.all(workers);
const seconds = Math.round((Date.now() - startedAt) / 1000);
process.stdout.write(
  `${played - alive.length} of ${played} mutants caught in ${seconds} s, ${endless} as endless\n`,
);
if (alive.length > 0) {
  process.stdout.write(`alive: ${alive.join(', ')}\n`);
  process.exitCode = 1;
}
