/** The journal: one row per flush, written together with what the read tables make of it. */
import type { Kysely, Transaction } from 'kysely';
import type { JournalEntry, TenantId } from '@rufwerk/engine/core';
import { JournalConflict, type Flush, type JournalRow } from '@rufwerk/engine/ports';
import { project } from './projections/project.ts';
import { isKeyTaken } from './sqlite.ts';
import type { Tables } from './tables.ts';

/**
 * Rows read at once: few at first, because many readers want no more; never many, because a row may
 * hold hundreds of entries and nobody else runs while they come.
 */
const FIRST_ROWS = 8;
const ROWS_AT_ONCE = 128;

/** Durable when it resolves; the row and the read tables change together or not at all. */
export async function append(db: Kysely<Tables>, flush: Flush): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await insertRow(transaction, flush);
    await project(transaction, flush);
  });
}

async function insertRow(transaction: Transaction<Tables>, flush: Flush): Promise<void> {
  const { tenantId, seq, recordedAt, entries } = flush;
  const row = { tenant_id: tenantId, seq, recorded_at: recordedAt };
  try {
    await transaction
      .insertInto('journal')
      .values({ ...row, entries: JSON.stringify(entries) })
      .execute();
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    throw new JournalConflict(
      `Another writer has written row ${seq} of tenant ${tenantId}: this one must stop.`,
      { cause: error },
    );
  }
}

/** Rows after `seq`, in order, read in batches. */
export async function* readJournal(
  db: Kysely<Tables>,
  tenantId: TenantId,
  afterSeq: number,
): AsyncGenerator<JournalRow> {
  let lastSeq = afterSeq;
  for (let limit = FIRST_ROWS; ; limit = Math.min(ROWS_AT_ONCE, 2 * limit)) {
    const rows = await db
      .selectFrom('journal')
      .select(['seq', 'recorded_at', 'entries'])
      .where('tenant_id', '=', tenantId)
      .where('seq', '>', lastSeq)
      .orderBy('seq')
      .limit(limit)
      .execute();
    for (const { seq, recorded_at, entries } of rows) {
      lastSeq = seq;
      yield { seq, recordedAt: recorded_at, entries: JSON.parse(entries) as JournalEntry[] };
    }
    if (rows.length < limit) return;
  }
}

/** The last row recorded until the instant; the next one may begin before. */
export async function seqAt(
  db: Kysely<Tables>,
  tenantId: TenantId,
  at: number,
): Promise<number | null> {
  const found = await db
    .selectFrom('journal')
    .select('seq')
    .where('tenant_id', '=', tenantId)
    .where('recorded_at', '<=', at)
    .orderBy('recorded_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.seq ?? null;
}
