/**
 * `npm run mutants`: turns one rule of the core after the other into its opposite and looks whether
 * a test notices. Golden journals are left out: they would notice every change, and say nothing.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { MUTANTS } from './mutants/mutants.mjs';

const root = path.resolve(import.meta.dirname, '..');
const AT_ONCE = 2;
const TIME_LIMIT_MS = 120_000;

/** The first test that fails; null when all pass. */
function noticedBy(name) {
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const config = path.join(root, 'scripts/mutants/jest.config.mjs');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...args, jest, '--config', config, '--bail=1'],
      { cwd: root, env: { ...process.env, MUTANT: name }, maxBuffer: 1e7, timeout: TIME_LIMIT_MS },
      (error, _stdout, stderr) => {
        const failed = /●\s+(.+)/.exec(stderr)?.[1] ?? 'the tests did not end';
        resolve(error === null ? null : failed);
      },
    );
  });
}

const survivors = [];
/** With names as arguments only those. */
const chosen = process.argv.slice(2);
const waiting = MUTANTS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
const tried = waiting.length;

async function tryOneAfterTheOther() {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const { name, file, find } = mutant;
    if (!readFileSync(path.join(root, file), 'utf8').includes(find)) {
      survivors.push(name);
      process.stdout.write(`? ${name}: its text is no longer in ${file}\n`);
      continue;
    }
    const test = await noticedBy(name);
    if (test === null) survivors.push(name);
    process.stdout.write(test === null ? `! ${name}: nobody noticed\n` : `  ${name}: ${test}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, tryOneAfterTheOther));
process.stdout.write(`${tried - survivors.length} noticed, ${survivors.length} not\n`);
process.exitCode = survivors.length === 0 ? 0 : 1;
