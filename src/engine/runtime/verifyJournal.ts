/** Proof that the rules still mean what they meant: every input of a journal is decided again. */
import { emptyState, evolve, step, writeSnapshot } from '@rufwerk/engine/core';
import type { TenantStore } from '@rufwerk/engine/ports';

export type Verification =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly seq: number; readonly recorded: string; readonly now: string };

/**
 * Decides every input of the whole journal again and compares the facts byte by byte; tells the
 * first row that differs. What differs is a rule that changed without a flag, or a journal that was
 * changed. The recorded facts are folded as well: deciding and folding must end in the same state.
 */
export async function verifyJournal(
  store: Pick<TenantStore, 'readJournal'>,
): Promise<Verification> {
  const decided = emptyState();
  const folded = emptyState();
  let entries = 0;
  let seq = 0;
  for await (const row of store.readJournal(0)) {
    seq = row.seq;
    for (const entry of row.entries) {
      const recorded = JSON.stringify(entry.facts);
      const now = JSON.stringify(step(decided, entry.input));
      if (recorded !== now) return { ok: false, seq, recorded, now };
      for (const fact of entry.facts) evolve(folded, fact);
      entries += 1;
    }
  }
  const recorded = writeSnapshot(folded);
  const now = writeSnapshot(decided);
  return recorded === now ? { ok: true, entries } : { ok: false, seq, recorded, now };
}
