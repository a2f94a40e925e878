import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type PersonId, type TenantId } from '@rufwerk/engine/core';
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

describe('of the snapshots', () => {
  const DAY_MS = 24 * 3_600_000;
  const every = (entries: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      seq: index + 1,
      at: index * DAY_MS,
      entries: (index + 1) * entries,
    }));
  const kept = (known: ReturnType<typeof every>) => {
    const forgotten = new Set(superfluous(known));
    return known.filter(({ seq }) => !forgotten.has(seq));
  };
  const widest = (known: ReturnType<typeof every>) =>
    Math.max(...known.map(({ entries }, index) => entries - (known[index - 1]?.entries ?? 0)));

  test('so many are kept for 30 days that no more than 20,000 entries lie between two', () => {
    const known = every(3_000, 30);
    expect(widest(kept(known))).toBe(18_000);
    expect(kept(known).length).toBeLessThan(10);
    const wide = every(25_000, 30);
    expect(kept(wide)).toEqual(wide);
  });

  test('the newest three stay, and few of those that are older than 30 days', () => {
    expect(superfluous(every(1, 3))).toEqual([]);
    const known = every(20_000, 130);
    const old = kept(known).filter(({ at }) => at < 99 * DAY_MS);
    expect(old).toHaveLength(1);
  });
});

test('an explanation begins at the newest snapshot before its row', async () => {
  const { folder, remove } = temporaryFolder();
  const store = await openAt(folder);
  const tenant = await store.openTenant(tenantId);
  for (const seq of [3, 8, 20]) {
    const place = { seq, at: seq, entries: seq };
    await tenant.saveSnapshot({ ...place, schemaVersion: 2, state: `state at ${seq}` });
  }
  expect((await tenant.snapshotBefore(20))?.seq).toBe(8);
  expect((await tenant.snapshotBefore(21))?.seq).toBe(20);
  expect(await tenant.snapshotBefore(3)).toBeNull();
  await store.close();
  remove();
});

describe('DEC-9: where an agent is', () => {
  const agent = asId<PersonId>('agent-with-place');

  test('stands readable in no file, and nothing of it once it is forgotten', async () => {
    const { folder, remove } = temporaryFolder();
    const store = await openAt(folder);
    const { emergencyPlaces: places, notes } = await store.openTenant(tenantId);
    const everything = (): string =>
      readdirSync(folder)
        .map((name) => readFileSync(path.join(folder, name)).toString('latin1'))
        .join('');
    await places.put(agent, { line: 'Bahnhofstrasse 1' });
    expect(everything()).toContain('agent-with-place');
    expect(everything()).not.toContain('Bahnhofstrasse');
    await notes.put('unrelated', 'stays');
    await places.forget(agent);
    expect(everything()).not.toContain('agent-with-place');
    expect(everything()).toContain('unrelated');
    await store.close();
    remove();
  });
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
