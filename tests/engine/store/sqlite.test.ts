import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type TenantId } from '@rufwerk/engine/core';
import type { Store } from '@rufwerk/engine/ports';
import { superfluous } from '../../../src/engine/store/snapshots.ts';
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

test('the newest snapshots are kept all, of the older ones one for thousands of rows', () => {
  const newest = Array.from({ length: 12 }, (_, index) => 90_000 + index);
  const older = [1, 2, 4_000, 5_001, 5_002, 40_000];
  expect(superfluous([...older, ...newest])).toEqual([2, 4_000, 5_002]);
  expect(superfluous(newest)).toEqual([]);
});

test('an explanation begins at the newest snapshot before its row', async () => {
  const { folder, remove } = temporaryFolder();
  const store = await openAt(folder);
  const tenant = await store.openTenant(tenantId);
  for (const seq of [3, 8, 20]) {
    await tenant.saveSnapshot({ seq, schemaVersion: 2, state: `state at ${seq}` });
  }
  expect((await tenant.snapshotBefore(20))?.seq).toBe(8);
  expect((await tenant.snapshotBefore(21))?.seq).toBe(20);
  expect(await tenant.snapshotBefore(3)).toBeNull();
  await store.close();
  remove();
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
