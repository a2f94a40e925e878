/**
 * Explanations are made again from the journal: the state before the decision is folded from the
 * nearest snapshot, the input is decided once more with somebody looking, and the digest must be
 * the one that the fact keeps. So keeping every decision costs a line, and an explanation cannot
 * drift from what happened (design.md, "What makes it different").
 */
import {
  type DecisionRecord,
  emptyState,
  evolve,
  type JournalEntry,
  readSnapshot,
  step,
  type TenantState,
} from '@rufwerk/engine/core';
import type { DecisionRow, Log, TenantStore } from '@rufwerk/engine/ports';

export type Explanation =
  | { readonly ok: true; readonly record: DecisionRecord }
  /** `journal-gone`: the row or what led to it is no longer kept. */
  | { readonly ok: false; readonly cause: 'journal-gone' | 'digest-differs' };

type ExplainStore = Pick<TenantStore, 'snapshotBefore' | 'readJournal'>;

/**
 * Folding is interrupted after so long, so that the writer and the screens are not kept waiting.
 */
const SLICE_MS = 15;
/** Neighbouring questions are asked together; a record is small beside the state it comes from. */
const REMEMBERED = 500;

export class Explainer {
  readonly #store: ExplainStore;
  readonly #log: Log;
  readonly #remembered = new Map<string, DecisionRecord>();
  /** One at a time: each holds a whole state while it works. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: ExplainStore, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /**
   * The full record of a decision; a digest that differs is told loudly and never shown as true.
   */
  async explain(row: DecisionRow): Promise<Explanation> {
    const known = this.#remembered.get(row.decisionId);
    if (known !== undefined) return { ok: true, record: known };
    const made = this.#turn.then(() => this.#explain(row));
    this.#turn = made.catch(() => undefined);
    return made;
  }

  async #explain(row: DecisionRow): Promise<Explanation> {
    const record = await this.#recompute(row);
    if (record === null) return { ok: false, cause: 'journal-gone' };
    if (record.digest !== row.digest) {
      const { decisionId, digest } = row;
      const now = record.digest;
      this.#log.error({ decisionId, digest, now }, 'A decision was decided again differently');
      return { ok: false, cause: 'digest-differs' };
    }
    this.#remember(record);
    return { ok: true, record };
  }

  async #recompute({ seq, decisionId }: DecisionRow): Promise<DecisionRecord | null> {
    const before = await stateBefore(this.#store, seq);
    if (before === null) return null;
    for (const { input, facts } of before.entries) {
      if (!facts.some((fact) => 'decision' in fact && fact.decision.decisionId === decisionId)) {
        for (const fact of facts) evolve(before.state, fact);
        continue;
      }
      let found: DecisionRecord | null = null;
      step(before.state, input, (record) => {
        if (record.decisionId === decisionId) found = record;
      });
      return found;
    }
    return null;
  }

  #remember(record: DecisionRecord): void {
    this.#remembered.set(record.decisionId, record);
    if (this.#remembered.size <= REMEMBERED) return;
    for (const oldest of this.#remembered.keys()) {
      this.#remembered.delete(oldest);
      return;
    }
  }
}

interface Before {
  /** As it was before the row was decided. */
  readonly state: TenantState;
  /** The entries of the row. */
  readonly entries: readonly JournalEntry[];
}

/** Null when the journal does not reach there. */
export async function stateBefore(store: ExplainStore, seq: number): Promise<Before | null> {
  const snapshot = await store.snapshotBefore(seq);
  const state =
    snapshot === null ? emptyState() : readSnapshot(snapshot.state, snapshot.schemaVersion);
  let sliceMs = performance.now();
  let next = (snapshot?.seq ?? 0) + 1;
  for await (const row of store.readJournal(next - 1)) {
    if (row.seq !== next) return null;
    if (row.seq === seq) return { state, entries: row.entries };
    for (const { facts } of row.entries) for (const fact of facts) evolve(state, fact);
    next += 1;
    if (performance.now() - sliceMs > SLICE_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      sliceMs = performance.now();
    }
  }
  return null;
}

/** The state after everything that was given up to the instant; null when there was none yet. */
export async function stateAt(
  store: ExplainStore & Pick<TenantStore, 'seqAt'>,
  at: number,
): Promise<TenantState | null> {
  const seq = await store.seqAt(at);
  if (seq === null) return null;
  const before = await stateBefore(store, seq);
  if (before === null) return null;
  for (const { input, facts } of before.entries) {
    if (input.at > at) break;
    for (const fact of facts) evolve(before.state, fact);
  }
  return before.state;
}
