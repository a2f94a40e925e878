/** A busy day in a store, as the engine would have written it, with snapshots as it takes them. */
import {
  asId,
  type DecisionRecord,
  emptyState,
  type JournalEntry,
  SNAPSHOT_SCHEMA_VERSION,
  step,
  type TenantId,
  writeSnapshot,
} from '@rufwerk/engine/core';
import type { TenantStore } from '@rufwerk/engine/ports';
import { contactCentre, openingInputs, type Size } from '../distribution/contactCentre.ts';
import { type Day, recordDay } from '../distribution/day.ts';
import { steadyDay } from '../distribution/days.ts';
import { Random } from '../distribution/random.ts';

export const DAY_TENANT = asId<TenantId>('tenant');

export interface StoredDayPlan {
  readonly size: Size;
  readonly inputs: number;
  readonly snapshotEvery: number;
  readonly seed: number;
  /** What is other than on a steady day. */
  readonly day?: Partial<Day>;
  /** Told of every decision when it is taken; left out where only the summary is wanted. */
  readonly observe?: (record: DecisionRecord) => void;
}

/** Plays the day and writes its journal, several inputs a row; tells how many rows there are. */
export async function storeDay(store: TenantStore, plan: StoredDayPlan): Promise<number> {
  const { size, inputs, snapshotEvery, seed, observe } = plan;
  const random = new Random(seed);
  const centre = contactCentre(size, random);
  const day = recordDay(centre, { ...steadyDay(size, inputs), ...plan.day }, random);
  const state = emptyState();
  let seq = 0;
  let row: JournalEntry[] = [];
  let rowEnds = 1;
  const total = [...openingInputs(centre), ...day];
  for (const [index, input] of total.entries()) {
    row.push({ input, facts: step(state, input, observe) });
    if (row.length < rowEnds && index < total.length - 1) continue;
    seq += 1;
    const { lastAt } = state;
    await store.append({ tenantId: DAY_TENANT, seq, recordedAt: lastAt, entries: row });
    const entries = index + 1;
    if (Math.floor(entries / snapshotEvery) > Math.floor((entries - row.length) / snapshotEvery)) {
      const text = { schemaVersion: SNAPSHOT_SCHEMA_VERSION, state: writeSnapshot(state) };
      await store.saveSnapshot({ seq, at: lastAt, entries, ...text });
    }
    row = [];
    rowEnds = 1 + random.below(8);
  }
  return seq;
}
