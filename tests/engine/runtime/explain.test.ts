import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asId, decisionAbout, type DecisionId, type DecisionRecord } from '@rufwerk/engine/core';
import type { Store, TenantStore } from '@rufwerk/engine/ports';
import { verifyJournal } from '@rufwerk/engine/runtime';
import { openStore } from '@rufwerk/engine/store';
import { DAY_TENANT, storeDay } from '../../../bench/explain/storedDay.ts';
import { Explainer } from '../../../src/engine/runtime/explain/explainer.ts';
import { PastStates } from '../../../src/engine/runtime/explain/pastStates.ts';
import { readAt } from '../../../src/engine/runtime/explain/whyNot.ts';
import { RecordedLog } from '../graph/recordedLog.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
const log = new RecordedLog();
const seen: DecisionRecord[] = [];
let store: Store;
let day: TenantStore;

/** A busy day of 300 agents in 15 services under all orders, several inputs a row. */
beforeAll(async () => {
  store = await openStore({ dataDirectory: folder, dataKey: Buffer.alloc(32, 7), log });
  day = await store.openTenant(DAY_TENANT);
  const size = { agents: 300, services: 15, servicesPerAgent: 3 };
  const busy = { callEveryMs: 250, presenceEveryMs: 1_000 };
  const plan = { size, day: busy, inputs: 6_000, snapshotEvery: 700, seed: 4 };
  await storeDay(day, { ...plan, observe: (record) => seen.push(record) });
}, 120_000);
afterAll(async () => {
  await store.close();
  remove();
});

function explainerOn(tenant: TenantStore): Explainer {
  return new Explainer(tenant, new PastStates(tenant), log);
}

describe('a busy day', () => {
  test('decides the same again, input by input', async () => {
    expect(await verifyJournal(day)).toMatchObject({ ok: true });
  });

  test('every decision is explained as it was taken, to the last value', async () => {
    expect(seen.length).toBeGreaterThan(600);
    const explainer = explainerOn(day);
    for (const record of seen) {
      const row = await day.tables.findDecision(record.decisionId);
      expect(row?.digest).toBe(record.digest);
      const explanation = await explainer.explain(record.decisionId);
      expect(explanation).toEqual({ ok: true, record });
    }
    expect(explainer.differing).toBe(0);
  }, 120_000);

  test('whichever is asked for first, backwards as well, and twice at once', async () => {
    const some = seen.filter((_, index) => index % 60 === 7).toReversed();
    const explainer = explainerOn(day);
    const asked = some.flatMap(({ decisionId }) => [decisionId, decisionId]);
    const explained = await Promise.all(asked.map((id) => explainer.explain(id)));
    const expected = some.flatMap((record) => [record, record]);
    expect(explained).toEqual(expected.map((record) => ({ ok: true, record })));
  }, 60_000);

  test('the state of an instant is the one after all that came until then', async () => {
    const past = new PastStates(day);
    for (const record of [seen[400], seen[100], seen[101]]) {
      const at = record?.at ?? 0;
      const lastAt = await readAt({ store: day, past }, at, (state) => state.lastAt);
      expect(lastAt).toBe(at);
      const number = await readAt({ store: day, past }, at, (state) => state.nextDecision);
      expect(number).toBeGreaterThan(record?.number ?? Infinity);
    }
  });

  test('before its first row there was nothing; where that is not kept, nothing is known', async () => {
    const past = new PastStates(day);
    expect(await readAt({ store: day, past }, 5, () => 'seen')).toBe('not-yet-begun');
    const kept: TenantStore = { ...day, readJournal: (seq) => day.readJournal(Math.max(seq, 3)) };
    expect(await readAt({ store: kept, past }, 5, () => 'seen')).toBe('journal-gone');
  });
});

describe('what cannot be explained is not', () => {
  const some = (): DecisionId => seen[500]?.decisionId ?? asId('decision-0');

  test('a decision that nobody took is unknown', async () => {
    const explanation = await explainerOn(day).explain(asId<DecisionId>('decision-0'));
    expect(explanation).toEqual({ ok: false, cause: 'unknown' });
  });

  test('another digest than the recorded one is told loudly, and nothing is shown', async () => {
    const tables: TenantStore['tables'] = {
      ...day.tables,
      findDecision: async (id) => {
        const row = await day.tables.findDecision(id);
        return row === null ? null : { ...row, digest: 'another' };
      },
    };
    const explainer = explainerOn({ ...day, tables });
    expect(await explainer.explain(some())).toEqual({ ok: false, cause: 'digest-differs' });
    expect(explainer.differing).toBe(1);
    expect(log.text()).toContain('A decision came out differently');
  });

  test('a journal in which somebody meddled is found out', async () => {
    const { seq } = (await day.tables.findDecision(some())) ?? { seq: 0 };
    const meddled: TenantStore = {
      ...day,
      readJournal: async function* (afterSeq) {
        for await (const row of day.readJournal(afterSeq)) {
          if (row.seq !== seq) yield row;
          else yield JSON.parse(JSON.stringify(row).replaceAll('"candidates":', '"candidates":1'));
        }
      },
    };
    const explanation = await explainerOn(meddled).explain(some());
    expect(explanation).toEqual({ ok: false, cause: 'digest-differs' });
  });

  test('a journal that has a hole, or ends before the decision, is gone', async () => {
    const { seq } = (await day.tables.findDecision(some())) ?? { seq: 0 };
    const without = (isKept: (row: number) => boolean): TenantStore => ({
      ...day,
      readJournal: async function* (afterSeq) {
        for await (const row of day.readJournal(afterSeq)) if (isKept(row.seq)) yield row;
      },
    });
    const gone = { ok: false, cause: 'journal-gone' };
    expect(await explainerOn(without((row) => row !== seq - 1)).explain(some())).toEqual(gone);
    expect(await explainerOn(without((row) => row < seq)).explain(some())).toEqual(gone);
  });
});

test('why not me? Place and value for who came later, the reason for who could not', () => {
  const record = seen.find(({ candidates, notChosen, offered }) => {
    return candidates.length > offered && notChosen.length > 0;
  });
  const [winner] = record?.candidates ?? [];
  const later = record?.candidates.at(-1);
  const [lost] = record?.notChosen ?? [];
  if (record === undefined || !winner || !later || !lost) throw new Error('A day without losers.');
  const { agentId, value } = later;
  const place = record.candidates.length;
  const neededValue = record.candidates[record.offered - 1]?.value;
  expect(decisionAbout(record, winner.agentId)).toMatchObject({ was: 'rung', place: 1 });
  expect(decisionAbout(record, agentId)).toMatchObject({
    was: 'behind',
    place,
    value,
    neededValue,
  });
  const { reason } = lost;
  expect(decisionAbout(record, lost.agentId)).toMatchObject({ was: 'not-chosen', reason });
  expect(decisionAbout(record, asId('nobody'))).toMatchObject({ was: 'not-considered' });
});
