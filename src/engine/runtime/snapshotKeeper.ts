/** Decides when a snapshot is worth its time, and writes it. */
import { SNAPSHOT_SCHEMA_VERSION, type TenantState, writeSnapshot } from '@rufwerk/engine/core';
import type { Log, TenantStore } from '@rufwerk/engine/ports';

/** Read back in well under a second. */
const ENTRIES_BETWEEN = 20_000;
const MINUTES_BETWEEN = 10;

/**
 * Writing a state down holds the writer up, by milliseconds for hundreds of agents, so it is done
 * when no input waits; only a queue that never empties is interrupted, after twice the usual
 * entries.
 */
export class SnapshotKeeper {
  readonly #store: Pick<TenantStore, 'saveSnapshot'>;
  readonly #log: Log;
  #entries: number;
  #lastMs = performance.now();

  /** So many entries have come since the latest snapshot already. */
  constructor(store: Pick<TenantStore, 'saveSnapshot'>, log: Log, entries: number) {
    this.#store = store;
    this.#log = log;
    this.#entries = entries;
  }

  /** Counts what was committed, and writes a snapshot where it is time. */
  async committed(entries: number, inputsWait: boolean, at: At): Promise<void> {
    this.#entries += entries;
    if (this.#isDue(inputsWait)) await this.save(at);
  }

  /** Never rejects: the journal has everything, a missing snapshot makes the next start slower. */
  async save({ state, seq }: At): Promise<void> {
    if (this.#entries === 0) return;
    this.#entries = 0;
    this.#lastMs = performance.now();
    const snapshot = { seq, schemaVersion: SNAPSHOT_SCHEMA_VERSION };
    try {
      await this.#store.saveSnapshot({ ...snapshot, state: writeSnapshot(state) });
    } catch (error) {
      this.#log.warn({ err: error, seq }, 'A snapshot was not saved');
    }
  }

  #isDue(inputsWait: boolean): boolean {
    if (inputsWait) return this.#entries >= 2 * ENTRIES_BETWEEN;
    const minutes = (performance.now() - this.#lastMs) / 60_000;
    return this.#entries >= ENTRIES_BETWEEN || minutes >= MINUTES_BETWEEN;
  }
}

interface At {
  readonly state: TenantState;
  readonly seq: number;
}
