/** The state as the store knows it: the latest snapshot, and the facts that came after it. */
import { emptyState, evolve, readSnapshot, step, type TenantState } from '@rufwerk/engine/core';
import type { TenantStore } from '@rufwerk/engine/ports';

export interface Recovered {
  readonly state: TenantState;
  readonly seq: number;
}

/** Rejects when the snapshot is of a newer version or the journal has a hole: going on would lie. */
export async function recover(store: TenantStore): Promise<Recovered> {
  const snapshot = await store.latestSnapshot();
  const state =
    snapshot === null ? emptyState() : readSnapshot(snapshot.state, snapshot.schemaVersion);
  let seq = snapshot?.seq ?? 0;
  for await (const row of store.readJournal(seq)) {
    if (row.seq !== seq + 1) {
      throw new Error(`The journal has row ${row.seq} after row ${seq}: one is missing.`);
    }
    for (const entry of row.entries) for (const fact of entry.facts) evolve(state, fact);
    seq = row.seq;
  }
  return { state, seq };
}

export type Verification =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly seq: number; readonly recorded: string; readonly now: string };

/**
 * Decides every input of the journal again and compares the facts byte by byte; tells the first row that
 * differs. What differs is a rule that changed without a flag, or a journal that was changed.
 */
export async function verifyJournal(store: TenantStore): Promise<Verification> {
  const state = emptyState();
  let entries = 0;
  for await (const row of store.readJournal(0)) {
    for (const entry of row.entries) {
      const [recorded, now] = [entry.facts, step(state, entry.input)].map((facts) =>
        JSON.stringify(facts),
      );
      if (recorded !== now) {
        return { ok: false, seq: row.seq, recorded: recorded ?? '', now: now ?? '' };
      }
      entries += 1;
    }
  }
  return { ok: true, entries };
}
