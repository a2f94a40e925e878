/** The ledger of presences: what was asked for is told once Graph has answered, and as it did. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asId, type Effect, type Fact, type PersonId, type TenantId } from '@rufwerk/engine/core';
import type { PresenceEntry, Store, TenantStore } from '@rufwerk/engine/ports';
import { openStore } from '@rufwerk/engine/store';
import { RecordedLog } from '../graph/recordedLog.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const tenantId = asId<TenantId>('tenant');
const anna = asId<PersonId>('anna');
const busy = { availability: 'Busy', activity: 'InACall' } as const;
const show: Effect = { kind: 'write-presence', agentId: anna, presence: busy, forSeconds: 600 };
const clear: Effect = { kind: 'clear-presence', agentId: anna };
const choose: Effect = {
  kind: 'prefer-presence',
  agentId: anna,
  presence: { availability: 'DoNotDisturb', activity: 'DoNotDisturb' },
  forMinutes: 60,
};

let store: Store;
let tenant: TenantStore;
let folder: ReturnType<typeof temporaryFolder>;
let seq = 0;

beforeEach(async () => {
  seq = 0;
  folder = temporaryFolder();
  const places = { dataDirectory: folder.folder, dataKey: randomBytes(32) };
  store = await openStore({ ...places, log: new RecordedLog() });
  tenant = await store.openTenant(tenantId);
});

afterEach(async () => {
  await store.close();
  folder.remove();
});

/** A flush of its own, as after a crash between question and answer. */
async function append(at: number, fact: Fact): Promise<void> {
  seq += 1;
  const entries = [{ input: { type: 'TimeReached', at } as const, facts: [fact] }];
  await tenant.append({ tenantId, seq, recordedAt: at, entries });
}

async function asked(at: number, name: string, effect: Effect): Promise<void> {
  await append(at, { type: 'EffectRequested', at, effectId: asId(name), effect });
}

async function answered(at: number, name: string, outcome: 'done' | 'failed'): Promise<void> {
  await append(at, { type: 'EffectSettled', at, effectId: asId(name), outcome });
}

function ledger(): Promise<readonly PresenceEntry[]> {
  return tenant.tables.listPresenceEntries(anna, 50);
}

describe('the ledger of presences', () => {
  test('DEC-5: an own act is told once Teams has taken it, not before', async () => {
    await asked(1_000, 'effect-1', choose);
    expect(await ledger()).toEqual([]);
    await answered(2_000, 'effect-1', 'done');
    expect(await ledger()).toMatchObject([{ at: 2_000, change: { kind: 'own-act' } }]);
  });

  test('DEC-5: what Teams refused is told as refused', async () => {
    await asked(1_000, 'effect-1', choose);
    await answered(2_000, 'effect-1', 'failed');
    await asked(3_000, 'effect-2', show);
    await answered(4_000, 'effect-2', 'failed');
    expect(await ledger()).toMatchObject([
      { at: 4_000, change: { kind: 'refused', asked: { kind: 'shown' } } },
      { at: 2_000, change: { kind: 'refused', asked: { kind: 'own-act', forMinutes: 60 } } },
    ]);
  });

  test('DEC-5: renewals extend the entry of the first write, and tries do not pile up', async () => {
    for (const [at, name, outcome] of [
      [1_000, 'effect-1', 'failed'],
      [3_000, 'effect-2', 'failed'],
      [5_000, 'effect-3', 'done'],
      [245_000, 'effect-4', 'done'],
    ] as const) {
      await asked(at, name, show);
      await answered(at + 100, name, outcome);
    }
    await asked(400_000, 'effect-5', clear);
    await answered(400_100, 'effect-5', 'done');
    expect(await ledger()).toMatchObject([
      { at: 400_100, change: { kind: 'cleared' } },
      { at: 5_100, change: { kind: 'shown', untilAt: 845_000 } },
      { at: 1_100, change: { kind: 'refused' } },
    ]);
  });

  test('what has ended by itself is shown anew by the next write', async () => {
    for (const at of [0, 700_000]) {
      await asked(at, `effect-${at}`, show);
      await answered(at + 100, `effect-${at}`, 'done');
    }
    expect((await ledger()).map(({ at }) => at)).toEqual([700_100, 100]);
  });
});
