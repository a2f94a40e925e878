/** Opens the whole store in its data folder, and brings its tables up to date. */
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, Migrator } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { Log, Store, TenantStore } from '@rufwerk/engine/ports';
import { lockFolder } from './folderLock.ts';
import { migrations } from './migrations.ts';
import { dataKeys } from './people/dataKeys.ts';
import { openFile } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { openTenantStore } from './tenantStore.ts';

export interface StoreOptions {
  /** Made when it is not there; readable by its owner only. */
  readonly dataDirectory: string;
  /** DATA_KEY: 32 bytes that seal the personal data. */
  readonly dataKey: Buffer;
  readonly log: Log;
}

/**
 * Opens the store. Rejects with `FolderInUse` while another process holds the folder, and with
 * words for a data key of the wrong length or a folder written by a newer version.
 */
export async function openStore({ dataDirectory, dataKey, log }: StoreOptions): Promise<Store> {
  const keys = dataKeys(dataKey);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataDirectory);
  const file = path.join(dataDirectory, 'rufwerk.db');
  try {
    const { dialect, readNow } = openFile(file);
    chmodSync(file, 0o600);
    const db = new Kysely<Tables>({ dialect });
    const tenants = new Map<TenantId, Promise<TenantStore>>();
    await migrate(db, dataDirectory, log);
    return {
      openTenant: (tenantId) => {
        const opened = tenants.get(tenantId) ?? openTenantStore({ db, readNow, keys, tenantId });
        tenants.set(tenantId, opened);
        return opened;
      },
      close: async () => {
        await db.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function migrate(db: Kysely<Tables>, folder: string, log: Log): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  for (const { migrationName, status } of results ?? []) {
    log.info({ migration: migrationName, status }, 'The tables were brought up to date');
  }
  if (error === undefined) return;
  await db.destroy();
  throw new Error(
    `The tables in ${folder} could not be brought up to date. If a newer version of Rufwerk has ` +
      'written there, start that version.',
    { cause: error },
  );
}
