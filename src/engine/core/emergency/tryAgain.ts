/** When what could not be told of an emergency is tried again: after pauses that double. */
import type { ContactNotice } from '../tenant/emergencyState.ts';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const MOST_TRIES = 20;

/** How long to wait after so many failures in a row. */
export function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
}

/** When a contact is tried again; null: it has been tried often enough. */
export function tryAgainAt({ tries }: ContactNotice, at: number): number | null {
  return tries < MOST_TRIES ? at + pauseMs(tries) : null;
}
