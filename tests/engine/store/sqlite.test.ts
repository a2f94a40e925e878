import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { asId, type TenantId } from '@rufwerk/engine/core';
import type { Store } from '@rufwerk/engine/ports';
import { openStore } from '@rufwerk/engine/store';
import { RecordedLog } from '../graph/recordedLog.ts';
import { storeCases } from './storeCases.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const tenantId = asId<TenantId>('tenant');
const dataKey = randomBytes(32);

function openAt(dataDirectory: string, key = dataKey): Promise<Store> {
  return openStore({ dataDirectory, dataKey: key, log: new RecordedLog() });
}

storeCases('SQLite', async () => {
  const { folder, remove } = temporaryFolder();
  return { open: () => openAt(folder), remove: async () => remove() };
});

test('only the newest three snapshots are kept', async () => {
  const { folder, remove } = temporaryFolder();
  const store = await openAt(folder);
  const tenant = await store.openTenant(tenantId);
  for (const seq of [3, 8, 20, 21]) {
    await tenant.saveSnapshot({ seq, schemaVersion: 1, state: `state at ${seq}` });
  }
  await store.close();
  const database = new Database(path.join(folder, 'rufwerk.db'));
  const kept = database.prepare('select seq from snapshot order by seq').all();
  database.close();
  remove();
  expect(kept).toEqual([{ seq: 8 }, { seq: 20 }, { seq: 21 }]);
});

describe('personal data in the data folder', () => {
  const temporary = temporaryFolder();
  let folder: string;
  beforeEach(() => {
    folder = path.join(temporary.folder, 'data');
  });
  afterEach(() => temporary.remove());

  test('is readable in no file, and needs the key it was sealed with', async () => {
    const store = await openAt(folder);
    const { people } = await store.openTenant(tenantId);
    await people.ensureEntraPerson({
      entraId: 'e-anna',
      userPrincipalName: 'anna@contoso.com',
      displayName: 'Anna Keller',
    });
    await people.ensureCaller('+41445550100');
    for (const name of readdirSync(folder)) {
      const content = readFileSync(path.join(folder, name)).toString('latin1');
      expect(content).not.toMatch(/Keller|contoso|e-anna|41445550100/);
    }
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, 'rufwerk.db')).mode & 0o077).toBe(0);
    await store.close();

    const other = await openAt(folder, randomBytes(32));
    await expect(other.openTenant(tenantId)).rejects.toThrow('DATA_KEY is not the key');
    await other.close();
  });

  test('a data key of the wrong length is refused with the mend', async () => {
    const opening = openAt(folder, randomBytes(16));
    await expect(opening).rejects.toThrow('DATA_KEY has 16 bytes, it needs 32.');
  });
});
