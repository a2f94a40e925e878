import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore } from '@rufwerk/engine/store';
import { Endings } from '../../src/server/endings.ts';
import { environmentSchema } from '../../src/server/environment/schema.ts';
import { startServer } from '../../src/server/startServer.ts';
import { simulatedVariables } from './environment/variables.ts';
import { silentLog } from './log.ts';

test('a start that fails closes what it had opened: the data folder is free again', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-start-'));
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const environment = environmentSchema.parse({
    ...simulatedVariables,
    CLOCK: 'system',
    CLOCK_URL: undefined,
    LOGIN_URL: 'http://127.0.0.1:9/login',
    GRAPH_URL: 'http://127.0.0.1:9/graph/v1.0',
    DATA_DIR: folder,
    PORT: String((other.address() as AddressInfo).port),
  });
  const starting = startServer({ environment, log: silentLog, onBroken: () => undefined });
  await expect(starting).rejects.toThrow();
  const dataKey = environment.DATA_KEY;
  const store = await openStore({ dataDirectory: folder, dataKey, log: silentLog });
  await store.close();
  other.close();
  await rm(folder, { recursive: true, force: true });
});

test('what was opened last is closed first, once, and one failure leaves nothing open', async () => {
  const closed: string[] = [];
  const endings = new Endings();
  endings.add(() => void closed.push('store'));
  endings.add(() => Promise.reject(new Error('the port hangs')));
  endings.add(async () => void (await Promise.resolve(closed.push('hub'))));
  await expect(endings.run()).rejects.toThrow('the port hangs');
  await endings.run();
  expect(closed).toEqual(['hub', 'store']);
});
