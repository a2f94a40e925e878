import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DecryptionPool } from '../../../../src/engine/graph/notifications/decryption/pool.ts';
import type { SealedItem } from '../../../../src/engine/graph/notifications/decryption/open.mjs';
import { RecordedLog } from '../recordedLog.ts';
import { CERTIFICATE_ID, privateKey, seal } from './publisherDouble.ts';

let log: RecordedLog;
let pool: DecryptionPool;
beforeEach(() => {
  log = new RecordedLog();
  pool = new DecryptionPool({ log });
  pool.useKeys([privateKey]);
});
afterEach(() => pool.close());

const soon = (): number => performance.now() + 10_000;

function item(text: string): SealedItem {
  return { ...seal(text), certificateId: CERTIFICATE_ID };
}

/** Breaks the thread that takes it: no item at all. */
const poison = null as unknown as SealedItem;

test('what was sealed is opened, many at a time', async () => {
  const texts = Array.from({ length: 100 }, (_, index) => `text ${index}`);
  const opened = await Promise.all(texts.map((text) => pool.open(item(text), soon())));
  expect(opened).toEqual(texts.map((text) => ({ kind: 'opened', text })));
});

test('what is urgent is opened before all that waits, and taken however much that is', async () => {
  const small = new DecryptionPool({ log, threads: 1, waitingMax: 400 });
  small.useKeys([privateKey]);
  const order: string[] = [];
  const opened = Array.from({ length: 400 }, (_, index) =>
    small.open(item(`${index}`), soon()).then(() => order.push('in turn')),
  );
  const urgent = small.open(item('urgent'), soon(), 'urgent').then(() => order.push('urgent'));
  await Promise.all([...opened, urgent]);
  await small.close();
  expect(order.indexOf('urgent')).toBeLessThan(200);
});

test('a key that is added later is used by threads that run already', async () => {
  const later = { ...item('text'), certificateId: 'later' };
  expect(await pool.open(later, soon())).toEqual({ kind: 'refused', step: 'certificate' });
  pool.useKeys([privateKey, { ...privateKey, id: 'later' }]);
  expect(await pool.open(later, soon())).toEqual({ kind: 'opened', text: 'text' });
});

test('a thread that breaks is followed by another: the rest is opened, the cause is logged', async () => {
  const broken = pool.open(poison, soon());
  const opened = await Promise.all(
    Array.from({ length: 20 }, (_, index) => pool.open(item(`${index}`), soon())),
  );
  expect(await broken).toMatchObject({ kind: 'not-done' });
  expect(opened.filter(({ kind }) => kind === 'opened').length).toBeGreaterThan(10);
  expect(await pool.open(item('after'), soon())).toEqual({ kind: 'opened', text: 'after' });
  expect(pool.crashes).toBe(2);
  expect(log.text()).toContain('another follows');
});

test('what waits beyond its time is passed over', async () => {
  expect(await pool.open(item('late'), performance.now() - 1)).toMatchObject({
    kind: 'not-done',
    because: 'its time was over before its turn came',
  });
});

test('no more wait than the pool has room for', async () => {
  await pool.close();
  pool = new DecryptionPool({ log, threads: 1, waitingMax: 3 });
  pool.useKeys([privateKey]);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => pool.open(item(`${index}`), soon())),
  );
  const notDone = answers.filter(({ kind }) => kind === 'not-done');
  expect(notDone.length).toBeGreaterThan(10);
  expect(notDone[0]).toMatchObject({ because: '3 notifications are waiting already' });
});

test('a pool that closes leaves nobody waiting', async () => {
  const answers = Promise.all([pool.open(item('one'), soon()), pool.open(item('two'), soon())]);
  await pool.close();
  for (const answer of await answers) expect(answer).toMatchObject({ kind: 'not-done' });
  expect(await pool.open(item('three'), soon())).toMatchObject({ kind: 'not-done' });
});
