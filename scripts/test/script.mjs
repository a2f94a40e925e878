import { spawn } from 'node:child_process';
import process from 'node:process';
import { root } from '../repository.mjs';

/** What a step may say at most; the rest of a flood helps nobody. */
const linesMax = 200;

/**
 * Runs a script of package.json quietly.
 * @returns whether it ended well in time, and what it said (both streams, at most 200 lines).
 */
export async function runScript(script, { args = [], limitMs }) {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const lines = [];
  const hear = (text) => {
    lines.push(...String(text).split('\n'));
    lines.splice(0, lines.length - linesMax);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limitMs);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not 'close': a process left behind by a test could hold the streams for ever.
    child.once('exit', resolve);
  });
  clearTimeout(limit);
  if (isLate) lines.push(`npm run ${script} was ended after ${limitMs / 60_000} minutes.`);
  return { isWell: code === 0, output: lines.join('\n').trim() };
}
