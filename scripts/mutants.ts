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
/** A mutant that runs longer goes round for ever, and is caught by that. */
const LIMIT_MS = 120_000;

/** A mutant that is no program says nothing about the tests: its text is to be mended. */
const BROKEN = 'is no mutant:';

/** The words of the test that caught the mutant; null when none did. */
async function caughtBy(index: number): Promise<string | null> {
  const args = [
    ...['--import', './scripts/typescript/register.mjs', '--no-warnings'],
    ...['scripts/mutants/suite.ts', String(index)],
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, timeout: LIMIT_MS }, (error, output, errors) => {
      if (error?.killed === true) return resolve(`no end within ${LIMIT_MS / 1000} s`);
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
const untouched = await caughtBy(-1);
if (untouched !== null) {
  process.stdout.write(`The suite fails without any mutant: ${untouched}\n`);
  process.exit(1);
}
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
    process.stdout.write(`${isAlive ? 'LIVES ' : 'caught'} ${name}\n       ${caught ?? ''}\n`);
  }
});
await Promise.all(workers);
const seconds = Math.round((Date.now() - startedAt) / 1000);
process.stdout.write(`${played - alive.length} of ${played} mutants caught in ${seconds} s\n`);
if (alive.length > 0) {
  process.stdout.write(`alive: ${alive.join(', ')}\n`);
  process.exitCode = 1;
}
