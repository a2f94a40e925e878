import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import process from 'node:process';
import { root, typescriptAsItIs } from '../repository.mjs';

/** A program has 10 s to end by itself (the design's limit); then it is killed. */
const shutdownLimitMs = 12_000;
const lastLinesMax = 20;
/**
 * MB for what is new. Most facts are soon forgotten; with this room fewer are copied before, and a
 * thousandth of the steps at a hundred thousand agents takes 0.4 ms instead of 1.2.
 */
const roomForNew = '--max-semi-space-size=32';

/**
 * Starts one of the house's programs as a child process of its own group, so that Ctrl-C reaches it
 * once, through `stop`, and not a second time from the terminal.
 *
 * `ended` resolves with exit code, signal and last words (its last lines of error output, or of
 * output when there are none).
 */
export function startProgram({ file, environment, logFile, isVerbose }) {
  const child = spawn(
    process.execPath,
    [roomForNew, ...typescriptAsItIs, '--import', './scripts/start/end-with-parent.mjs', file],
    {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    },
  );
  const log = createWriteStream(logFile);
  const spoken = keepLines(child.stdout, log, isVerbose && process.stdout);
  const complaints = keepLines(child.stderr, log, isVerbose && process.stderr);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const lastWords = (complaints.length > 0 ? complaints : spoken).join('\n');
      resolve({ code, signal, lastWords });
    });
  });
  return { pid: child.pid, ended, stop: () => stop(child, ended) };
}

async function stop(child, ended) {
  const limit = setTimeout(() => child.kill('SIGKILL'), shutdownLimitMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(limit);
}

/** Writes a stream to the log (and the screen) and keeps its last lines. */
function keepLines(stream, log, screen) {
  const lines = [];
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    log.write(text);
    if (screen) screen.write(text);
    const complete = (rest + text).split('\n');
    rest = complete.pop() ?? '';
    lines.push(...complete.filter((line) => line.trim() !== ''));
    lines.splice(0, lines.length - lastLinesMax);
  });
  stream.once('end', () => {
    if (rest.trim() !== '') lines.push(rest);
  });
  return lines;
}
