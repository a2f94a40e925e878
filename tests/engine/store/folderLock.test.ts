import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { Store } from '@rufwerk/engine/ports';
import { FolderInUse, openStore } from '@rufwerk/engine/store';
import { RecordedLog } from '../graph/recordedLog.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const root = path.resolve(import.meta.dirname, '../../..');

function open(): Promise<Store> {
  const log = new RecordedLog();
  return openStore({ dataDirectory: folder, dataKey: Buffer.alloc(32, 1), log });
}

test('one process holds the data folder, and kill -9 frees it', async () => {
  const holder = fork(path.join(import.meta.dirname, 'holdFolder.ts'), [folder], {
    cwd: root,
    execArgv: ['--import', './scripts/typescript/register.mjs'],
  });
  try {
    await once(holder, 'message');
    const refused = await open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderInUse);
    expect(String(refused)).toContain(folder);
    expect(String(refused)).toContain(`process ${holder.pid}`);
  } finally {
    holder.kill('SIGKILL');
  }
  await once(holder, 'exit');
  const store = await open();
  await expect(open()).rejects.toThrow(`process ${process.pid}`);
  await store.close();
});
