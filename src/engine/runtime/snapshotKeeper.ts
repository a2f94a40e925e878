/** Decides when a snapshot is worth its time, and writes it. */
import { SNAPSHOT_SCHEMA_VERSION, type TenantState, writeSnapshot } from '@rufwerk/engine/core';
import type { Log, TenantStore } from '@rufwerk/engine/ports';
import type { Recovered } from './recovery.ts';

/** So many are read back in a moment; writing a large state down must be worth it, too. */
const ENTRIES_BETWEEN = 10_000;
const ENTRIES_PER_AGENT = 1;
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
  /** Of them since the latest snapshot. */
  #since: number;
  #lastMs = performance.now();

  constructor(
    store: Pick<TenantStore, 'saveSnapshot'>,
    log: Log,
    recovered: Pick<Recovered, 'entries' | 'entriesSinceSnapshot'>,
  ) {
    this.#store = store;
    this.#log = log;
    this.#entries = recovered.entries;
    this.#since = recovered.entriesSinceSnapshot;
  }

  /** Counts what was committed, and writes a snapshot where it is time. */
  async committed(entries: number, inputsWait: boolean, at: At): Promise<void> {
    this.#entries += entries;
    this.#since += entries;
    if (this.#isDue(inputsWait, at.state)) await this.save(at);
  }

  /** Never rejects: the journal has everything, a missing snapshot makes the next start slower. */
  async save({ state, seq }: At): Promise<void> {
    if (this.#since === 0) return;
    this.#since = 0;
    this.#lastMs = performance.now();
    const { lastAt: at } = state;
    const snapshot = { seq, at, entries: this.#entries, schemaVersion: SNAPSHOT_SCHEMA_VERSION };
    try {
      await this.#store.saveSnapshot({ ...snapshot, state: writeSnapshot(state) });
    } catch (error) {
      this.#log.warn({ err: error, seq }, 'A snapshot was not saved');
    }
  }

  #isDue(inputsWait: boolean, { agents }: TenantState): boolean {
    const between = Math.max(ENTRIES_BETWEEN, ENTRIES_PER_AGENT * agents.size);
    if (inputsWait) return this.#since >= 2 * between;
    const minutes = (performance.now() - this.#lastMs) / 60_000;
    return this.#since >= between || minutes >= MINUTES_BETWEEN;
  }
}

interface At {
  readonly state: TenantState;
  readonly seq: number;
}
