/** The state as the store knows it: the latest snapshot, and the facts that came after it. */
import { emptyState, evolve, readSnapshot, type TenantState } from '@rufwerk/engine/core';
import type { TenantStore } from '@rufwerk/engine/ports';

export interface Recovered {
  readonly state: TenantState;
  readonly seq: number;
  /** How many entries the journal has, and how many of them came after the snapshot. */
  readonly entries: number;
  readonly entriesSinceSnapshot: number;
}

/**
 * Rejects when the snapshot is of a newer version or the journal has a hole: going on would lie.
 */
export async function recover(
  store: Pick<TenantStore, 'latestSnapshot' | 'readJournal'>,
): Promise<Recovered> {
  const snapshot = await store.latestSnapshot();
  const state =
    snapshot === null ? emptyState() : readSnapshot(snapshot.state, snapshot.schemaVersion);
  let seq = snapshot?.seq ?? 0;
  let entriesSinceSnapshot = 0;
  for await (const row of store.readJournal(seq)) {
    if (row.seq !== seq + 1) {
      throw new Error(`The journal has row ${row.seq} after row ${seq}: one is missing.`);
    }
    for (const entry of row.entries) for (const fact of entry.facts) evolve(state, fact);
    seq = row.seq;
    entriesSinceSnapshot += row.entries.length;
  }
  const entries = (snapshot?.entries ?? 0) + entriesSinceSnapshot;
  return { state, seq, entries, entriesSinceSnapshot };
}
