/** Snapshots of a tenant's state: where recovery begins, and explanations of the past. */
import type { Kysely, Selectable } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { StoredSnapshot } from '@rufwerk/engine/ports';
import { compressed, expanded } from './snapshotText.ts';
import type { SnapshotTable, Tables } from './tables.ts';

/** Recovery reads the newest; the ones before it are there should it not be readable. */
const NEWEST_KEPT = 3;
/** So many entries are folded in about a tenth of a second. */
const ENTRIES_BETWEEN = 20_000;
/** Explanations are quick for this long (design.md, "Storage"); later ones take seconds. */
const EXPLAINED_MS = 30 * 24 * 3_600_000;
const ENTRIES_BETWEEN_OLD = 50 * ENTRIES_BETWEEN;

export async function latestSnapshot(
  db: Kysely<Tables>,
  tenantId: TenantId,
): Promise<StoredSnapshot | null> {
  return snapshotBefore(db, tenantId, Number.MAX_SAFE_INTEGER);
}

/** The newest snapshot that does not yet hold row `seq`. */
export async function snapshotBefore(
  db: Kysely<Tables>,
  tenantId: TenantId,
  seq: number,
): Promise<StoredSnapshot | null> {
  const found = await db
    .selectFrom('snapshot')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('seq', '<', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found === undefined ? null : snapshotOf(found);
}

async function snapshotOf(row: Selectable<SnapshotTable>): Promise<StoredSnapshot> {
  const { seq, at, entries, schema_version: schemaVersion } = row;
  return { seq, at, entries, schemaVersion, state: await expanded(row.state) };
}

/** Keeps the snapshot, in place of an older one of the same seq, and thins the older ones out. */
export async function saveSnapshot(
  db: Kysely<Tables>,
  tenantId: TenantId,
  { seq, at, entries, schemaVersion, state }: StoredSnapshot,
): Promise<void> {
  const content = { schema_version: schemaVersion, at, entries, state: await compressed(state) };
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('snapshot')
      .values({ tenant_id: tenantId, seq, ...content })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'seq']).doUpdateSet(content))
      .execute();
    const known = await transaction
      .selectFrom('snapshot')
      .select(['seq', 'at', 'entries'])
      .where('tenant_id', '=', tenantId)
      .orderBy('seq', 'asc')
      .execute();
    for (const forgotten of superfluous(known)) {
      await transaction
        .deleteFrom('snapshot')
        .where('tenant_id', '=', tenantId)
        .where('seq', '=', forgotten)
        .execute();
    }
  });
}

/**
 * Which of these, oldest first, are not worth their place: those without which no more entries than
 * the limit lie between their neighbours.
 */
export function superfluous(
  known: readonly Pick<StoredSnapshot, 'seq' | 'at' | 'entries'>[],
): number[] {
  const newestAt = known.at(-1)?.at ?? 0;
  const forgotten: number[] = [];
  let before = 0;
  for (const [index, { seq, at, entries }] of known.slice(0, -NEWEST_KEPT).entries()) {
    const limit = newestAt - at > EXPLAINED_MS ? ENTRIES_BETWEEN_OLD : ENTRIES_BETWEEN;
    const after = known[index + 1]?.entries ?? Infinity;
    if (after - before <= limit) forgotten.push(seq);
    else before = entries;
  }
  return forgotten;
}
