/** Snapshots of a tenant's state, so that recovery need not begin at the first input. */
import type { Kysely } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { StoredSnapshot } from '@rufwerk/engine/ports';
import type { Tables } from './tables.ts';

/**
 * The newest is what recovery reads; the older ones are where explanations begin (design.md,
 * "Storage"). The newest are kept all; of the others one for so many journal rows, so that whatever
 * lies between is folded in a moment.
 */
const NEWEST_KEPT = 12;
const ROWS_BETWEEN_OLDER = 5_000;
const OLDER_KEPT = 500;

export async function latestSnapshot(
  db: Kysely<Tables>,
  tenantId: TenantId,
): Promise<StoredSnapshot | null> {
  const found = await db
    .selectFrom('snapshot')
    .select(['seq', 'schema_version', 'state'])
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) return null;
  return { seq: found.seq, schemaVersion: found.schema_version, state: found.state };
}

/** The newest snapshot that does not yet hold row `seq`. */
export async function snapshotBefore(
  db: Kysely<Tables>,
  tenantId: TenantId,
  seq: number,
): Promise<StoredSnapshot | null> {
  const found = await db
    .selectFrom('snapshot')
    .select(['seq', 'schema_version', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('seq', '<', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) return null;
  return { seq: found.seq, schemaVersion: found.schema_version, state: found.state };
}

/** Keeps the snapshot, in place of an older one of the same seq, and thins the older ones out. */
export async function saveSnapshot(
  db: Kysely<Tables>,
  tenantId: TenantId,
  { seq, schemaVersion, state }: StoredSnapshot,
): Promise<void> {
  const content = { schema_version: schemaVersion, state };
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('snapshot')
      .values({ tenant_id: tenantId, seq, ...content })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'seq']).doUpdateSet(content))
      .execute();
    const known = await transaction
      .selectFrom('snapshot')
      .select('seq')
      .where('tenant_id', '=', tenantId)
      .orderBy('seq', 'asc')
      .execute();
    const forgotten = superfluous(known.map((row) => row.seq));
    if (forgotten.length === 0) return;
    await transaction
      .deleteFrom('snapshot')
      .where('tenant_id', '=', tenantId)
      .where('seq', 'in', forgotten)
      .execute();
  });
}

/** Which of these, oldest first, are not worth their place. */
export function superfluous(seqs: readonly number[]): number[] {
  const older = seqs.slice(0, -NEWEST_KEPT);
  const kept: number[] = [];
  for (const seq of older) {
    const before = kept[kept.length - 1];
    if (before === undefined || seq - before >= ROWS_BETWEEN_OLDER) kept.push(seq);
  }
  const staying = new Set(kept.slice(-OLDER_KEPT));
  return older.filter((seq) => !staying.has(seq));
}
