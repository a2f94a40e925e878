/**
 * Explanations are made again from the journal: the state before the decision is folded from the
 * nearest snapshot, the input is decided once more with somebody looking, and facts and digest must
 * be those that were recorded. So keeping every decision costs a line, and an explanation cannot
 * drift from what happened (design.md, "What makes it different").
 */
import type { DecisionId, DecisionRecord } from '@rufwerk/engine/core';
import type { DecisionRow, Log, TenantStore } from '@rufwerk/engine/ports';
import type { PastStates } from './pastStates.ts';
import type { Upcoming } from './upcoming.ts';

export type Explanation =
  | { readonly ok: true; readonly record: DecisionRecord }
  /**
   * `journal-gone`: the row or what led to it is no longer kept. `digest-differs`: deciding again
   * gives something else than what was recorded, so that nothing true can be shown.
   */
  | { readonly ok: false; readonly cause: 'unknown' | 'journal-gone' | 'digest-differs' };

/** The same question is often asked again; a record is small beside the state it comes from. */
const REMEMBERED = 200;

export class Explainer {
  readonly #tables: Pick<TenantStore['tables'], 'findDecision'>;
  readonly #past: PastStates;
  readonly #log: Log;
  readonly #remembered = new Map<DecisionId, DecisionRecord>();
  #differing = 0;

  constructor(store: Pick<TenantStore, 'tables'>, past: PastStates, log: Log) {
    this.#tables = store.tables;
    this.#past = past;
    this.#log = log;
  }

  /** How many decisions came out differently since the start; any is a fault of ours. */
  get differing(): number {
    return this.#differing;
  }

  /** The full record of a decision; one that differs is told loudly and never shown as true. */
  async explain(decisionId: DecisionId): Promise<Explanation> {
    const known = this.#remembered.get(decisionId);
    if (known !== undefined) return { ok: true, record: known };
    const row = await this.#tables.findDecision(decisionId);
    if (row === null) return { ok: false, cause: 'unknown' };
    const again = await this.#past.ask(row.seq, {
      before: (upcoming) => decidedAgain(upcoming, decisionId),
      atEnd: () => null,
    });
    if (again === null) return { ok: false, cause: 'journal-gone' };
    const { record, isSame, error } = again;
    if (!isSame || record?.digest !== row.digest) return this.#differs(row, record, error);
    this.#remember(record);
    return { ok: true, record };
  }

  #differs(row: DecisionRow, record: DecisionRecord | null, err: unknown): Explanation {
    this.#differing += 1;
    const { decisionId, digest, seq } = row;
    const now = record?.digest ?? null;
    this.#log.error({ decisionId, seq, digest, now, err }, 'A decision came out differently');
    return { ok: false, cause: 'digest-differs' };
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

interface Again {
  readonly record: DecisionRecord | null;
  readonly isSame: boolean;
  readonly error: unknown;
}

function decidedAgain(upcoming: Upcoming, decisionId: DecisionId): Again | undefined {
  const { facts } = upcoming.entry;
  if (!facts.some((fact) => 'decision' in fact && fact.decision.decisionId === decisionId)) {
    return undefined;
  }
  const records: DecisionRecord[] = [];
  try {
    const isSame = upcoming.decideAgain((record) => records.push(record));
    const record = records.find((one) => one.decisionId === decisionId) ?? null;
    return { record, isSame, error: null };
  } catch (error) {
    return { record: null, isSame: false, error };
  }
}
