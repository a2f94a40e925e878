/** How fast whole notifications are opened on threads, beside threads that do nothing but RSA. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  DECRYPTION_THREADS,
  DecryptionPool,
} from '../../src/engine/graph/notifications/decryption/pool.ts';
import type { SealedItem } from '../../src/engine/graph/notifications/decryption/open.mjs';
import { LOG } from './engine.ts';
import type { SealedStorm } from './sealed.ts';

/** RSA runs for about as long as the notifications take. */
const RSA_FOR_MS = 1_500;

export interface DecryptionRates {
  readonly threads: number;
  readonly perSecond: number;
  readonly rsaPerSecond: number;
  readonly shareOfRsa: number;
}

/** By turns, medians of so many rounds. */
export async function decryptionRates(
  storm: SealedStorm,
  rounds: number,
): Promise<DecryptionRates> {
  const items = storm.bodies.map(itemOf);
  const pool = new DecryptionPool({ log: LOG, waitingMax: items.length });
  pool.useKeys([storm.privateKey]);
  const loops = Array.from(
    { length: DECRYPTION_THREADS },
    () => new Worker(new URL('./rsaLoop.mjs', import.meta.url)),
  );
  // Threads start and code warms up.
  await openAll(pool, items.slice(0, 1_000));
  await rsaRate(loops, storm, items, 200);
  const found: { readonly opened: number; readonly rsa: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const rsa = await rsaRate(loops, storm, items, RSA_FOR_MS);
    found.push({ opened: await openAll(pool, items), rsa });
  }
  await pool.close();
  await Promise.all(loops.map((loop) => loop.terminate()));
  found.sort((one, other) => one.opened / one.rsa - other.opened / other.rsa);
  const { opened, rsa } = found[found.length >> 1] ?? { opened: Number.NaN, rsa: Number.NaN };
  return {
    threads: DECRYPTION_THREADS,
    perSecond: opened,
    rsaPerSecond: rsa,
    shareOfRsa: opened / rsa,
  };
}

async function openAll(pool: DecryptionPool, items: readonly SealedItem[]): Promise<number> {
  const startedMs = performance.now();
  const opened = await Promise.all(items.map((item) => pool.open(item, Number.POSITIVE_INFINITY)));
  if (!opened.every(({ kind }) => kind === 'opened')) throw new Error('Something did not open.');
  return (items.length / (performance.now() - startedMs)) * 1_000;
}

async function rsaRate(
  loops: readonly Worker[],
  { privateKey: { pem } }: SealedStorm,
  items: readonly SealedItem[],
  forMs: number,
): Promise<number> {
  const dataKey = items[0]?.dataKey;
  const counts = await Promise.all(
    loops.map(async (loop) => {
      loop.postMessage({ pem, dataKey, forMs });
      const [count] = (await once(loop, 'message')) as [number];
      return count;
    }),
  );
  return (counts.reduce((sum, count) => sum + count, 0) / forMs) * 1_000;
}

function itemOf(body: string): SealedItem {
  const { value } = JSON.parse(body) as {
    readonly value: readonly { readonly encryptedContent: Readonly<Record<string, string>> }[];
  };
  const content = value[0]?.encryptedContent ?? {};
  return {
    certificateId: content['encryptionCertificateId'] ?? '',
    dataKey: content['dataKey'] ?? '',
    dataSignature: content['dataSignature'] ?? '',
    data: content['data'] ?? '',
  };
}
