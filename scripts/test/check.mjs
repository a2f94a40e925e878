import { runScript } from './script.mjs';

const limitMs = 5 * 60_000;

/** Runs a check: it counts as one, and speaks only when it fails. */
export async function runCheck(script) {
  const { isWell, output } = await runScript(script, { limitMs });
  return isWell
    ? { passed: 1, failed: 0, skipped: [], words: '' }
    : { passed: 0, failed: 1, skipped: [], words: output };
}
