/**
 * What every engine of the store must do. An engine's own test calls `storeCases` with the way to
 * open a store; opening the same place again must find what was written.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  asId,
  type OfferId,
  type PersonId,
  type TaskId,
  type TenantId,
} from '@rufwerk/engine/core';
import {
  JournalConflict,
  UnreadableCursor,
  type JournalRow,
  type Page,
  type Store,
  type TenantStore,
} from '@rufwerk/engine/ports';
import { anna, personalCases } from './personalCases.ts';
import { FlushingTenant } from './playedFlush.ts';

export interface StorePlace {
  open(): Promise<Store>;
  /** Removes everything; called when no store is open there. */
  remove(): Promise<void>;
}

const tenantId = asId<TenantId>('tenant');

export function storeCases(engine: string, newPlace: () => Promise<StorePlace>): void {
  describe(engine, () => {
    let place: StorePlace;
    let store: Store;
    let tenant: TenantStore;

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open();
      tenant = await store.openTenant(tenantId);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const reopen = async (): Promise<void> => {
      await store.close();
      store = await place.open();
      tenant = await store.openTenant(tenantId);
    };

    describe('the journal', () => {
      test('gives back, in order and after a reopening, what was appended', async () => {
        const played = new FlushingTenant(tenantId);
        const first = played.flush();
        played.waits('call');
        const second = played.flush();
        await tenant.append(first);
        await tenant.append(second);
        await reopen();
        const expected = [first, second].map(({ seq, recordedAt, entries }) => ({
          ...{ seq, recordedAt, entries },
        }));
        expect(JSON.stringify(await rowsAfter(tenant, 0))).toBe(JSON.stringify(expected));
        expect((await rowsAfter(tenant, 1)).map((row) => row.seq)).toEqual([2]);
      });

      test('refuses a seq that is taken, and writes nothing of the flush', async () => {
        const played = new FlushingTenant(tenantId);
        await tenant.append(played.flush());
        played.waits('call');
        const late = { ...played.flush(), seq: 1 };
        await expect(tenant.append(late)).rejects.toBeInstanceOf(JournalConflict);
        expect(await rowsAfter(tenant, 0)).toHaveLength(1);
        expect((await tenant.tables.listCalls({ limit: 10 })).items).toEqual([]);
      });

      test('keeps the row and the read tables together: both change or none', async () => {
        const played = new FlushingTenant(tenantId);
        await tenant.append(played.flush());
        played.waits('call');
        const flush = played.flush();
        const entries = [...flush.entries, ...flush.entries];
        await expect(tenant.append({ ...flush, entries })).rejects.toThrow(/UNIQUE|unique/);
        expect(await rowsAfter(tenant, 0)).toHaveLength(1);
        expect((await tenant.tables.listCalls({ limit: 10 })).items).toEqual([]);
      });

      test('keeps tenants apart', async () => {
        const otherId = asId<TenantId>('other');
        const other = await store.openTenant(otherId);
        await tenant.append(new FlushingTenant(tenantId).flush());
        await other.append(new FlushingTenant(otherId).flush());
        await other.notes.put('note', 'of the other');
        await other.people.ensureEntraPerson(anna);
        expect(await rowsAfter(tenant, 0)).toHaveLength(1);
        expect(await tenant.notes.get('note')).toBeNull();
        expect(tenant.people.findByEntraId(anna.entraId)).toBeNull();
      });
    });

    describe('snapshots', () => {
      test('the newest is given back, as it was saved last', async () => {
        expect(await tenant.latestSnapshot()).toBeNull();
        for (const seq of [3, 8, 20, 21]) {
          const place = { seq, at: seq * 10, entries: seq * 100 };
          await tenant.saveSnapshot({ ...place, schemaVersion: 1, state: `state at ${seq}` });
        }
        const again = { seq: 21, at: 215, entries: 2_150, schemaVersion: 2 };
        await tenant.saveSnapshot({ ...again, state: 'Zürich, «state at 21», again' });
        await reopen();
        expect(await tenant.latestSnapshot()).toEqual({
          ...again,
          state: 'Zürich, «state at 21», again',
        });
        expect((await tenant.snapshotBefore(21))?.state).toBe('state at 20');
        expect(await tenant.snapshotBefore(3)).toBeNull();
      });
    });

    describe('notes', () => {
      test('the last value of a key is kept', async () => {
        expect(await tenant.notes.get('card')).toBeNull();
        await tenant.notes.put('card', 'first');
        await tenant.notes.put('card', 'second');
        await reopen();
        expect(await tenant.notes.get('card')).toBe('second');
      });
    });

    personalCases({ tenant: () => tenant, store: () => store, reopen });

    describe('the read tables', () => {
      test('tell a call from its arrival to its end, with its offers', async () => {
        const played = new FlushingTenant(tenantId);
        played.waits('call');
        await tenant.append(played.flush());
        const taskId = played.task('call')?.id as TaskId;
        expect(await tenant.tables.findCall(taskId)).toMatchObject({
          ...{ serviceId: 'help-desk', callerId: 'caller-call', offers: 1 },
          ...{ queuedAt: played.now, answeredAt: played.now, connectedAt: null, endedAt: null },
        });

        played.rings();
        const declinedBy = played.ringing();
        played.now += 1_000;
        played.invitationFails('call', 603);
        played.rings();
        const acceptedBy = played.ringing();
        played.now += 1_000;
        played.roster('call', 'bot', 'caller', acceptedBy ?? '');
        const connectedAt = played.now;
        played.now += 60_000;
        played.callState('call', 'terminated');
        await tenant.append(played.flush());

        expect(await tenant.tables.findCall(taskId)).toMatchObject({
          ...{ connectedAt, agentId: acceptedBy, offers: 2 },
          ...{ endedAt: played.now, endSeen: 'reported' },
        });
        expect(await tenant.tables.listOffers(taskId)).toMatchObject([
          { agentId: declinedBy, outcome: 'declined', taskId, serviceId: 'help-desk' },
          { agentId: acceptedBy, outcome: 'accepted', endedAt: connectedAt },
        ]);
        const { tables } = tenant;
        const agentId = acceptedBy as PersonId;
        expect(await tables.listOffersOfAgent(agentId, 0, 10)).toHaveLength(1);
        expect(await tables.listOffersOfAgent(agentId, connectedAt, 10)).toHaveLength(0);
        expect(await tenant.tables.findCall(asId<TaskId>('nothing'))).toBeNull();
      });

      test('keep how long the presence was read before an agent was rung', async () => {
        const played = new FlushingTenant(tenantId);
        played.waits('call');
        played.rings();
        const flush = played.flush();
        await tenant.append(flush);
        const taskId = played.task('call')?.id as TaskId;
        const [offer] = await tenant.tables.listOffers(taskId);
        expect(offer).toMatchObject({ confirmedInMs: null });
        const { now: at } = played;
        const confirmed = { type: 'OfferConfirmed', at, tookMs: 42, ringUntilAt: at } as const;
        const facts = [{ ...confirmed, offerId: asId<OfferId>(offer?.offerId ?? '') }];
        const entries = [{ input: { type: 'TimeReached', at } as const, facts }];
        await tenant.append({ ...flush, seq: flush.seq + 1, entries });
        expect(await tenant.tables.listOffers(taskId)).toMatchObject([{ confirmedInMs: 42 }]);
      });

      test('keep of each decision what its fact keeps, and the row it was taken in', async () => {
        const played = new FlushingTenant(tenantId);
        played.waits('call');
        const flush = played.flush();
        await tenant.append(flush);
        const taskId = played.task('call')?.id as TaskId;
        const { items } = await tenant.tables.listDecisions({ taskId, limit: 10 });
        const [record] = played.decisions;
        if (record === undefined) throw new Error('Nothing was decided.');
        const { decisionId, digest, at } = record;
        expect(items).toMatchObject([{ decisionId, digest, at, taskId, seq: flush.seq }]);
        expect(await tenant.tables.findDecision(decisionId)).toEqual(items[0]);
      });

      test('page newest first, each row once, while new ones arrive', async () => {
        const played = new FlushingTenant(tenantId);
        for (let call = 1; call <= 5; call += 1) {
          played.now += 1_000;
          played.dials(`call-${call}`);
          if (call !== 3) await tenant.append(played.flush());
        }
        const first = await tenant.tables.listCalls({ limit: 2 });
        played.dials('call-6');
        await tenant.append(played.flush());
        const second = await tenant.tables.listCalls({ limit: 2, ...cursorOf(first) });
        const third = await tenant.tables.listCalls({ limit: 2, ...cursorOf(second) });
        const callers = [first, second, third].map(({ items }) =>
          items.map((call) => call.callerId.replace('caller-', '')),
        );
        expect(callers).toEqual([['call-5', 'call-4'], ['call-3', 'call-2'], ['call-1']]);
        expect(third.next).toBeNull();
        const ofNoService = { serviceId: asId<never>('no-service'), limit: 10 };
        expect(await tenant.tables.listCalls(ofNoService)).toEqual({ items: [], next: null });
      });

      test('refuse a cursor that no page has given out', async () => {
        const listing = tenant.tables.listCalls({ limit: 10, cursor: 'made-up' });
        await expect(listing).rejects.toBeInstanceOf(UnreadableCursor);
      });

      test('tell who changed duty and configuration, and when', async () => {
        const played = new FlushingTenant(tenantId);
        await tenant.append(played.flush());
        played.now += 1_000;
        played.duty('a', false);
        await tenant.append(played.flush());
        const { items } = await tenant.tables.listAudit({ limit: 1 });
        expect(items).toEqual([
          { at: played.now, byId: 'a', change: { kind: 'duty', agentId: 'a', onDuty: false } },
        ]);
        const whole = await tenant.tables.listAudit({ limit: 500 });
        expect(whole.items.map(({ change }) => change)).toContainEqual({
          ...{ kind: 'configuration', version: 1 },
        });
      });
    });
  });
}

async function rowsAfter(tenant: TenantStore, seq: number): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  for await (const row of tenant.readJournal(seq)) rows.push(row);
  return rows;
}

function cursorOf(page: Page<unknown>): { readonly cursor?: string } {
  return page.next === null ? {} : { cursor: page.next };
}
