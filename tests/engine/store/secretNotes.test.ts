import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { asId, type TenantId } from '@rufwerk/engine/core';
import { openStore } from '@rufwerk/engine/store';
import { RecordedLog } from '../graph/recordedLog.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const tenantId = asId<TenantId>('tenant');

test('DEC-17: a secret is kept beyond a restart, and stands readable in no file', async () => {
  const { folder, remove } = temporaryFolder();
  const options = { dataDirectory: folder, dataKey: randomBytes(32), log: new RecordedLog() };
  const store = await openStore(options);
  const { secrets } = await store.openTenant(tenantId);
  expect(await secrets.get('account')).toBeNull();
  await secrets.put('account', 'a-refresh-token');
  for (const name of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, name)).toString('latin1')).not.toMatch(/refresh-token/);
  }
  await store.close();

  const again = await openStore(options);
  const tenant = await again.openTenant(tenantId);
  expect(await tenant.secrets.get('account')).toBe('a-refresh-token');
  await again.close();
  remove();
});

test('a secret that was moved under another key does not open', async () => {
  const { folder, remove } = temporaryFolder();
  const options = { dataDirectory: folder, dataKey: randomBytes(32), log: new RecordedLog() };
  const store = await openStore(options);
  const { secrets, notes } = await store.openTenant(tenantId);
  await secrets.put('one', 'a-refresh-token');
  await notes.put('secret/other', (await notes.get('secret/one')) ?? '');
  await expect(secrets.get('other')).rejects.toThrow();
  await store.close();
  remove();
});
