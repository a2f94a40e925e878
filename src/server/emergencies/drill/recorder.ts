/**
 * Follows what is committed and keeps a record of each drill. What was committed while Rufwerk was
 * down, or just before it fell, is read from the journal at the next start: no step is lost.
 */
import type { JournalEntry, PersonId } from '@rufwerk/engine/core';
import type { JournalRow, Log } from '@rufwerk/engine/ports';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { DrillArchive, DrillEntry } from './archive.ts';
import { drillBegun, drillGoesOn, type DrillRecord } from './record.ts';

export interface DrillRecorderParts {
  readonly runtime: Pick<TenantRuntime, 'onCommitted' | 'health'>;
  readonly archive: DrillArchive;
  /** Journal rows after `seq`, in order. */
  readonly readJournal: (afterSeq: number) => AsyncIterable<JournalRow>;
  readonly log: Log;
}

type Row = Pick<JournalRow, 'seq' | 'entries'>;

/** So many rows at most are read again at a start. */
const ROWS_BETWEEN_NOTES = 1_000;

export class DrillRecorder {
  readonly #parts: DrillRecorderParts;
  readonly #running = new Map<string, DrillRecord>();
  #entries: readonly DrillEntry[] = [];
  #seq = 0;
  #notedSeq = 0;
  /** Rows are taken one after the other, and so are the writes that follow from them. */
  #tail: Promise<void>;
  readonly #unsubscribe: () => void;

  private constructor(parts: DrillRecorderParts) {
    this.#parts = parts;
    const nowSeq = parts.runtime.health().seq;
    this.#tail = this.#catchUp(nowSeq);
    this.#unsubscribe = parts.runtime.onCommitted((row) => this.#enqueue(() => this.#take(row)));
  }

  /** Resolves at once; what was missed is caught up with in the background, in order. */
  static start(parts: DrillRecorderParts): DrillRecorder {
    return new DrillRecorder(parts);
  }

  /** All that has been committed so far is in the records. */
  settled(): Promise<void> {
    return this.#tail;
  }

  /** The newest of those that are wanted first, running ones included. */
  async list(
    limit: number,
    isWanted: (drill: Pick<DrillRecord, 'agentId'>) => boolean = () => true,
  ): Promise<readonly DrillRecord[]> {
    await this.#tail;
    const newest = this.#entries.filter(isWanted).slice(-limit).reverse();
    const records = await Promise.all(newest.map(({ id }) => this.find(id)));
    return records.flatMap((record) => record ?? []);
  }

  async find(id: string): Promise<DrillRecord | null> {
    await this.#tail;
    return this.#running.get(id) ?? this.#parts.archive.find(id);
  }

  /** When each person's last drill ended; one that became real proves nothing. */
  lastDrills(): ReadonlyMap<PersonId, number> {
    const finished = this.#entries.flatMap(({ agentId, finishedAt, isOvertaken }) =>
      finishedAt === null || isOvertaken ? [] : [[agentId, finishedAt] as const],
    );
    return new Map(finished);
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    await this.#tail;
  }

  #enqueue(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work).catch((err: unknown) => {
      this.#parts.log.warn({ err }, 'A drill could not be recorded');
    });
  }

  async #catchUp(nowSeq: number): Promise<void> {
    const { archive, readJournal, log } = this.#parts;
    try {
      const seq = await archive.seq();
      this.#entries = await archive.entries();
      for (const { id, finishedAt } of this.#entries) {
        const record = finishedAt === null ? await archive.find(id) : null;
        if (record !== null) this.#running.set(id, record);
      }
      this.#seq = seq ?? nowSeq;
      this.#notedSeq = seq ?? -1;
      for await (const row of readJournal(this.#seq)) {
        if (row.seq > nowSeq) break;
        await this.#take(row);
      }
      await this.#noteSeq();
    } catch (err) {
      log.warn({ err }, 'The drills of before the start could not be read');
    }
  }

  /** Rows come once from the journal and once live, where both meet. */
  async #take({ seq, entries }: Row): Promise<void> {
    if (seq <= this.#seq) return;
    const changed = this.#fold(seq, entries);
    for (const record of changed) await this.#keep(record);
    this.#seq = seq;
    if (changed.length > 0 || seq - this.#notedSeq >= ROWS_BETWEEN_NOTES) await this.#noteSeq();
  }

  #fold(seq: number, entries: readonly JournalEntry[]): readonly DrillRecord[] {
    const changed = new Set<string>();
    for (const fact of entries.flatMap(({ facts }) => facts)) {
      const isNew = fact.type === 'EmergencyStarted' && !this.#running.has(fact.emergencyId);
      if (isNew && fact.isDrill) {
        this.#running.set(fact.emergencyId, drillBegun(fact));
        changed.add(fact.emergencyId);
        continue;
      }
      for (const [id, before] of this.#running) {
        if (before.finishedAt !== null || before.seq >= seq) continue;
        const after = drillGoesOn(before, fact);
        if (after === before) continue;
        this.#running.set(id, after);
        changed.add(id);
      }
    }
    return [...changed].flatMap((id) => this.#numbered(id, seq) ?? []);
  }

  #numbered(id: string, seq: number): DrillRecord | null {
    const record = this.#running.get(id);
    if (record === undefined) return null;
    const numbered = { ...record, seq };
    this.#running.set(id, numbered);
    return numbered;
  }

  async #keep(record: DrillRecord): Promise<void> {
    const { archive } = this.#parts;
    const { id, agentId, finishedAt, isOvertaken } = record;
    await archive.keep(record);
    const entry = { id, agentId, finishedAt, isOvertaken };
    const known = this.#entries.find((each) => each.id === id);
    if (known === undefined) this.#entries = [...this.#entries, entry];
    else if (known.finishedAt !== finishedAt) {
      this.#entries = this.#entries.map((each) => (each.id === id ? entry : each));
    } else return;
    await archive.keepOrder(this.#entries);
    if (finishedAt !== null) this.#running.delete(id);
  }

  async #noteSeq(): Promise<void> {
    await this.#parts.archive.keepSeq(this.#seq);
    this.#notedSeq = this.#seq;
  }
}
