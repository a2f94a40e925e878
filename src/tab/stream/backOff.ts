const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * How long to wait before the next attempt: twice as long each time, at most 30 s, and spread so
 * that a thousand tabs do not come back in the same instant after the server was restarted.
 * @param failures attempts that failed one after the other, at least 1
 * @param spread a number from 0 up to 1
 */
export function waitBeforeAttempt(failures: number, spread: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 16));
  return longest * (0.5 + spread / 2);
}
