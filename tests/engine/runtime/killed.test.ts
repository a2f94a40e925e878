import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { emptyState, evolve, writeSnapshot } from '@rufwerk/engine/core';
import { verifyJournal } from '@rufwerk/engine/runtime';
import { openStore } from '@rufwerk/engine/store';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { DATA_KEY, openHelpDesk, settled, Stage, TENANT } from './stage.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const root = path.resolve(import.meta.dirname, '../../..');

test('after kill -9 nothing acknowledged is lost, and the tenant goes on', async () => {
  const acknowledged = await killedAfter(15);

  const stage = new Stage();
  const store = await openStore({ dataDirectory: folder, dataKey: DATA_KEY, log: stage.log });
  const tenant = await store.openTenant(TENANT);
  const recorded = new Map<string, number>();
  const folded = emptyState();
  for await (const { seq, entries } of tenant.readJournal(0)) {
    for (const { input, facts } of entries) {
      if (input.type === 'CallArrived') recorded.set(input.platformCallId, seq);
      for (const fact of facts) evolve(folded, fact);
    }
  }
  for (const { names, seq } of acknowledged) {
    expect(names.map((name) => recorded.get(name))).toEqual([seq, seq]);
  }
  expect(await verifyJournal(tenant)).toMatchObject({ ok: true });

  const runtime = await stage.start(null, { store: tenant });
  const { items } = await tenant.tables.listCalls({ limit: 500 });
  expect(items).toHaveLength(recorded.size);
  await openHelpDesk(runtime);
  await settled(runtime);
  const again = stage.performed.filter(({ mayHaveHappened }) => mayHaveHappened);
  expect(again.map(({ effectId }) => effectId)).toEqual([...folded.openEffects.keys()]);
  const state = await runtime.read((now) => writeSnapshot(now));
  await runtime.stop();
  expect((await tenant.latestSnapshot())?.state).toBe(state);
  await store.close();
});

interface Acknowledged {
  readonly names: readonly string[];
  readonly seq: number;
}

async function killedAfter(rows: number): Promise<Acknowledged[]> {
  const writer = fork(path.join(import.meta.dirname, 'writeUntilKilled.ts'), [folder], {
    cwd: root,
    execArgv: ['--import', './scripts/typescript/register.mjs'],
  });
  const acknowledged: Acknowledged[] = [];
  await new Promise<void>((resolve) => {
    writer.on('message', (message) => {
      acknowledged.push(message as Acknowledged);
      if (acknowledged.length % 5 === 0) writer.send('go on');
      if (acknowledged.length === rows) resolve();
    });
  });
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  return acknowledged;
}
