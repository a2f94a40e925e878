import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** The repository's root, whatever folder a script is started from. */
export const root = path.resolve(import.meta.dirname, '..');

/** How Node is told to run this repository's TypeScript as it is. */
export const typescriptAsItIs = ['--import', './scripts/typescript/register.mjs'];

/**
 * Runs a program in the repository, its output shown, and waits for its end.
 * @throws Error naming the program when it ends with anything but 0.
 */
export async function run(program, args) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // On Windows npm is a script, which only a shell can start.
    shell: program === 'npm' && process.platform === 'win32',
  });
  const end = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  if (end !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${end}.`);
}

/** Awaits work whose failure ends this process; what failed has said the rest already. */
export async function orEnd(work) {
  try {
    return await work;
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** When a file or anything in a folder last changed, in epoch milliseconds; 0 when it is absent. */
export async function changedAt(fileOrFolder) {
  const found = await stat(path.join(root, fileOrFolder)).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const names = await readdir(path.join(root, fileOrFolder));
  const inside = names
    .filter((name) => name !== 'node_modules')
    .map((name) => changedAt(`${fileOrFolder}/${name}`));
  return Math.max(found.mtimeMs, ...(await Promise.all(inside)));
}
