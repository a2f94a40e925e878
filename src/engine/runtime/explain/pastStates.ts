/**
 * States of the past, folded from the journal beside the one that is at work:
 *
 *   snapshot --fold--> before the entry that is asked for --look--> answered
 *      ^                                                               |
 *      +-- too far, or backwards <-- next question --> near, forwards -+ (kept a while)
 *
 * One question at a time, because each holds a whole state.
 */
import { emptyState, readSnapshotInParts, type TenantState } from '@rufwerk/engine/core';
import { NotAccepted, type TenantStore } from '@rufwerk/engine/ports';
import { Slices } from './slices.ts';
import { Upcoming } from './upcoming.ts';

export type PastStore = Pick<TenantStore, 'snapshotBefore' | 'readJournal' | 'seqAt'>;

const MOST_WAITING = 50;
/** A second state of the tenant is held no longer than somebody reads one explanation. */
const KEPT_MS = 60_000;
/** Further ahead the next snapshot is likely to be nearer. */
const KEPT_REACHES_ROWS = 500;

/** A state with the first `entries` entries of the row `seq`, and all rows before. */
interface Past {
  readonly state: TenantState;
  seq: number;
  entries: number;
}

/** What is asked of the past: `undefined` means further, to the next entry. */
export interface Question<T> {
  before(upcoming: Upcoming): T | undefined;
  /** The journal has nothing more. */
  atEnd(state: Readonly<TenantState>): T;
}

export class PastStates {
  readonly #store: PastStore;
  #kept: Past | null = null;
  #forgetting: NodeJS.Timeout | undefined;
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: PastStore) {
    this.#store = store;
  }

  /**
   * Walks through the entries of the row `seq` and what follows until the question is answered;
   * null when the journal does not reach there. Rejects with `NotAccepted` when too many ask.
   */
  async ask<T>(seq: number, question: Question<T>): Promise<T | null> {
    if (this.#waiting >= MOST_WAITING) {
      throw new NotAccepted(`${MOST_WAITING} questions about the past are waiting already`);
    }
    this.#waiting += 1;
    const answer = this.#turn.then(() => this.#answer(seq, question));
    this.#turn = answer.catch(() => undefined);
    return answer.finally(() => {
      this.#waiting -= 1;
    });
  }

  async #answer<T>(seq: number, question: Question<T>): Promise<T | null> {
    const slices = new Slices();
    const past = await this.#nearest(seq, slices);
    for await (const row of this.#store.readJournal(past.seq - 1)) {
      if (row.seq > past.seq + 1) return null;
      if (row.seq === past.seq + 1) Object.assign(past, { seq: row.seq, entries: 0 });
      for (const entry of row.entries.slice(past.entries)) {
        const upcoming = new Upcoming(past.state, entry);
        const answer = row.seq < seq ? undefined : question.before(upcoming);
        if (answer === undefined) upcoming.fold();
        if (upcoming.isFolded) past.entries += 1;
        if (answer === undefined) continue;
        if (!upcoming.isSpoilt) this.#keep(past);
        return answer;
      }
      await slices.next();
    }
    return past.seq < seq ? null : question.atEnd(past.state);
  }

  /** The kept state where it lies shortly before the row, else the nearest snapshot. */
  async #nearest(seq: number, slices: Slices): Promise<Past> {
    const kept = this.#kept;
    this.#kept = null;
    if (kept !== null && kept.seq < seq && seq - kept.seq <= KEPT_REACHES_ROWS) return kept;
    const snapshot = await this.#store.snapshotBefore(seq);
    if (snapshot === null) return { state: emptyState(), seq: 0, entries: 0 };
    const reading = readSnapshotInParts(snapshot.state, snapshot.schemaVersion);
    for (;;) {
      const { done, value } = reading.next();
      if (done === true) return { state: value, seq: snapshot.seq, entries: Infinity };
      await slices.next();
    }
  }

  #keep(past: Past): void {
    this.#kept = past;
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => (this.#kept = null), KEPT_MS).unref();
  }
}
