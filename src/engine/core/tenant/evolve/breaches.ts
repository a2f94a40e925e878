/** Which breaches of invariants are on record, and when the people who can act were last told. */
import type { FactOf } from '../facts.ts';
import type { TenantState } from '../state.ts';

/** The same breach of the same thing is recorded at most this often. */
export const BREACH_KNOWN_MS = 10 * 60_000;

/** At most this many are remembered; the oldest would be recorded again. */
const BREACHES_MAX = 1_000;

/** What is broken, and of whom or what. */
export function breachKey(invariant: string, detail: string): string {
  return `${invariant} ${detail}`;
}

export function invariantBreached(state: TenantState, fact: FactOf<'InvariantBreached'>): void {
  const { at, invariant, detail, isTold } = fact;
  const known = state.breachRecordedAt;
  const key = breachKey(invariant, detail);
  known.delete(key);
  known.set(key, at);
  if (isTold) state.breachToldAt.set(invariant, at);
  // The oldest come first, as each is put last when it is recorded.
  for (const [oldest, recordedAt] of known) {
    if (at - recordedAt < BREACH_KNOWN_MS && known.size <= BREACHES_MAX) return;
    known.delete(oldest);
  }
}
