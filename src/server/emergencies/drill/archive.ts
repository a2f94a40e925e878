/** Where drills are kept: one note each, and one with their order. */
import type { Notes } from '@rufwerk/engine/ports';
import { z } from 'zod';
import { type DrillRecord, recordSchema } from './record.ts';

const ORDER_KEY = 'emergency-drills';
const SEQ_KEY = 'emergency-drills/seq';

/** Older ones stay where they are and are listed no more. */
const LISTED_MAX = 2_000;

const orderSchema = z.array(
  recordSchema.pick({ id: true, agentId: true, finishedAt: true }).extend({
    isOvertaken: z.boolean(),
  }),
);
export type DrillEntry = z.output<typeof orderSchema>[number];

export class DrillArchive {
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** The oldest first. */
  async entries(): Promise<readonly DrillEntry[]> {
    const note = await this.#notes.get(ORDER_KEY);
    return note === null ? [] : orderSchema.parse(JSON.parse(note));
  }

  async find(id: string): Promise<DrillRecord | null> {
    const note = await this.#notes.get(recordKey(id));
    return note === null ? null : recordSchema.parse(JSON.parse(note));
  }

  async keep(record: DrillRecord): Promise<void> {
    await this.#notes.put(recordKey(record.id), JSON.stringify(record));
  }

  async keepOrder(entries: readonly DrillEntry[]): Promise<void> {
    await this.#notes.put(ORDER_KEY, JSON.stringify(entries.slice(-LISTED_MAX)));
  }

  /** The last journal row that was looked at; null before the first start. */
  async seq(): Promise<number | null> {
    const note = await this.#notes.get(SEQ_KEY);
    return note === null ? null : Number(note);
  }

  async keepSeq(seq: number): Promise<void> {
    await this.#notes.put(SEQ_KEY, String(seq));
  }
}

function recordKey(id: string): string {
  return `emergency-drill/${id}`;
}
