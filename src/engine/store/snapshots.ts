/** Snapshots of a tenant's state, so that recovery need not begin at the first input. */
import type { Kysely } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { StoredSnapshot } from '@rufwerk/engine/ports';
import type { Tables } from './tables.ts';

/**
 * The newest is what recovery reads; the older ones are where explanations begin (design.md,
 * "Storage"): with one every ten minutes of work this is a month of long days. Beyond it the tail
 * to fold grows, nothing is lost.
 */
const SNAPSHOTS_KEPT = 2_000;

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

/** Keeps the snapshot, in place of an older one of the same seq, and forgets all but the newest. */
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
    const oldestKept = await transaction
      .selectFrom('snapshot')
      .select('seq')
      .where('tenant_id', '=', tenantId)
      .orderBy('seq', 'desc')
      .offset(SNAPSHOTS_KEPT - 1)
      .limit(1)
      .executeTakeFirst();
    if (oldestKept === undefined) return;
    await transaction
      .deleteFrom('snapshot')
      .where('tenant_id', '=', tenantId)
      .where('seq', '<', oldestKept.seq)
      .execute();
  });
}
