/** An engine as it really runs, on a journal of its own: real time, SQLite synced to disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AnyEffectPerformer, Clock, Log } from '@rufwerk/engine/ports';
import { startTenantRuntime, type TenantRuntime } from '@rufwerk/engine/runtime';
import { openStore } from '@rufwerk/engine/store';
import type { ContactCentre } from '../distribution/contactCentre.ts';
import { DAY_TENANT } from '../explain/storedDay.ts';

export const CLOCK: Clock = {
  now: () => Date.now(),
  setTimer(at, callback) {
    const timer = setTimeout(callback, Math.max(0, at - Date.now()));
    return { cancel: () => clearTimeout(timer) };
  },
};

const GRAPH_TAKES_MS = 50;

const tellsNothing: AnyEffectPerformer = {
  kinds: ['read-presence'],
  perform: async () => {
    const askedAt = Date.now();
    await pause(GRAPH_TAKES_MS);
    return { kind: 'presence-read', askedAt, readings: [] };
  },
};

export const LOG: Log = {
  debug: () => undefined,
  info: () => undefined,
  // On a busy machine a request may time out: it is repeated, and counts.
  warn: () => undefined,
  error: (details, message) => {
    throw new Error(`${message}: ${JSON.stringify(details)}`);
  },
};

/**
 * Resolves with the configuration in force. Direct reads, the only effects of presence that nobody
 * asked for, are answered as soon as Graph would, and tell nothing.
 */
export async function engineWithJournal({
  configuration,
}: ContactCentre): Promise<{ readonly engine: TenantRuntime; close(): Promise<void> }> {
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'rufwerk-bench-'));
  const store = await openStore({ dataDirectory, dataKey: Buffer.alloc(32, 7), log: LOG });
  const runtime = await startTenantRuntime({
    ...{ tenantId: DAY_TENANT, store: await store.openTenant(DAY_TENANT), clock: CLOCK, log: LOG },
    ...{ performers: [tellsNothing], gapAfterMs: null },
  });
  await runtime.submit({ type: 'ConfigurationSubmitted', configuration, by: null });
  return {
    engine: runtime,
    close: async () => {
      await runtime.stop();
      await store.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
