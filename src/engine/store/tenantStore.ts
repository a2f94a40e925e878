/** One tenant's part of the store. */
import type { Kysely } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { TenantStore } from '@rufwerk/engine/ports';
import { emergencyPlacesOf } from './emergencyPlaces.ts';
import { append, readJournal, seqAt } from './journal.ts';
import { notesOf } from './notes.ts';
import type { DataKeys } from './people/dataKeys.ts';
import { peopleOf } from './people/people.ts';
import { readTablesOf } from './readTables/readTables.ts';
import { latestSnapshot, saveSnapshot, snapshotBefore } from './snapshots.ts';
import { secretNotesOf } from './secretNotes.ts';
import type { TenantStoreParts } from './tenantParts.ts';
import type { Tables } from './tables.ts';

/** Rejects when the tenant's data was sealed with another data key. */
export async function openTenantStore(parts: TenantStoreParts): Promise<TenantStore> {
  const { db, tenantId, keys } = parts;
  await checkKey(db, tenantId, keys);
  const notes = notesOf(db, tenantId);
  return {
    people: peopleOf(parts),
    tables: readTablesOf(db, tenantId),
    notes,
    secrets: secretNotesOf(notes, keys, tenantId),
    emergencyPlaces: emergencyPlacesOf(parts),
    latestSnapshot: () => latestSnapshot(db, tenantId),
    snapshotBefore: (seq) => snapshotBefore(db, tenantId, seq),
    seqAt: (at) => seqAt(db, tenantId, at),
    readJournal: (afterSeq) => readJournal(db, tenantId, afterSeq),
    append: (flush) => append(db, flush),
    saveSnapshot: (snapshot) => saveSnapshot(db, tenantId, snapshot),
  };
}

async function checkKey(db: Kysely<Tables>, tenantId: TenantId, keys: DataKeys): Promise<void> {
  const known = await db
    .selectFrom('tenant')
    .select('key_fingerprint')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  if (known?.key_fingerprint === keys.fingerprint) return;
  if (known !== undefined) {
    throw new Error(
      `DATA_KEY is not the key that sealed the data of tenant ${tenantId}. ` +
        'Set the key that was used before: without it names and numbers cannot be read.',
    );
  }
  const row = { tenant_id: tenantId, key_fingerprint: keys.fingerprint };
  await db.insertInto('tenant').values(row).execute();
}
