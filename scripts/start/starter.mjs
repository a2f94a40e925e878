import { readFile } from 'node:fs/promises';
import process from 'node:process';

const lookEveryMs = 500;

/**
 * Calls back once when the `npm start` that started this process is gone. npm starts a shell and
 * the shell starts us; a signal to npm alone, or its death, reaches neither. Does nothing when
 * this process was started without npm.
 */
export async function whenStarterIsGone(callback) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const starter = await lineage();
  const looking = setInterval(async () => {
    if ((await lineage()) === starter) return;
    clearInterval(looking);
    callback();
  }, lookEveryMs);
}

/** The shell's process id and, where the system tells, the id of its parent (npm). */
async function lineage() {
  const shell = process.ppid;
  // "pid (name) state parent ...": only Linux tells so; elsewhere the shell alone is watched.
  const status = await readFile(`/proc/${shell}/stat`, 'utf8').catch(() => '');
  return `${shell} ${status.slice(status.lastIndexOf(')')).split(' ')[2] ?? 'unknown'}`;
}
