/** What becomes of alerts while Teams cannot be reached, on a clock that a test moves. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Alert, asId, type EffectId, type PersonId } from '@rufwerk/engine/core';
import type { News } from '../../../src/bot/alerts/news.ts';
import { AlertOutbox } from '../../../src/bot/alerts/outbox.ts';
import { WAITING_MAX, WAITING_MAX_MS } from '../../../src/bot/alerts/waiting.ts';
import type { Trouble } from '../../../src/bot/chat/post.ts';
import { PlayedClock } from '../../engine/graph/playedClock.ts';
import { RecordedLog } from '../../engine/graph/recordedLog.ts';
import { helpdesk, sales, sam, sofia, startsAt } from '../stage/contoso.ts';
import { MemoryNotes } from '../stage/memory.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const noToken = { kind: 'failed', cause: 'no token', isBarred: false } as const;

let clock: PlayedClock;
let notes: MemoryNotes;
let outbox: AlertOutbox;
let troubleOf: (personId: PersonId) => Trouble;
let tries: number;
let told: { readonly personId: PersonId; readonly news: News; readonly at: number }[];
let raised: number;

beforeEach(() => {
  clock = new PlayedClock(startsAt);
  notes = new MemoryNotes();
  told = [];
  [raised, tries] = [0, 0];
  troubleOf = () => null;
  outbox = open();
});

function open(): AlertOutbox {
  return new AlertOutbox({
    ...{ notes, clock, log: new RecordedLog() },
    tell: (personId, news) => {
      tries += 1;
      const trouble = troubleOf(personId);
      if (trouble === null) told.push({ personId, news, at: clock.now() });
      return Promise.resolve(trouble);
    },
  });
}

function raise(alert: Alert, recipientIds: readonly PersonId[] = [sam.id]) {
  raised += 1;
  const effectId = asId<EffectId>(`e-${raised}`);
  return outbox.send({ effectId, alert, recipientIds, raisedAt: clock.now() });
}

const short = (left: number): Alert => ({ kind: 'callback-numbers-short', left, agentId: null });
const degraded = (...services: readonly (typeof helpdesk)[]): Alert => ({
  kind: 'view-degraded',
  services: services.map((serviceId) => ({
    ...{ serviceId, onDuty: 3, asStranger: 2, cost: 'busy-not-rung' },
  })),
});
const restored = (...serviceIds: readonly (typeof helpdesk)[]): Alert => ({
  kind: 'view-restored',
  serviceIds,
});

const down = (): void => {
  troubleOf = () => noToken;
};
const up = (): void => {
  troubleOf = () => null;
};

describe('an alert that cannot be told', () => {
  test('NIM-40: is said to have failed, and is told as soon as Teams can be reached', async () => {
    down();
    expect(await raise(short(1))).toMatchObject({ kind: 'failed' });
    await clock.advance(15 * SECOND_MS);
    expect(told).toEqual([]);
    up();
    await clock.advance(60 * SECOND_MS);
    const news = { kind: 'raised', alert: short(1), raisedAt: startsAt };
    expect(told).toMatchObject([{ personId: sam.id, news }]);
    await clock.advance(60 * MINUTE_MS);
    expect(told).toHaveLength(1);
    expect(clock.timers).toBe(0);
  });

  test('is tried with pauses that grow, to two minutes and no further', async () => {
    down();
    await raise(short(1));
    await clock.advance(60 * MINUTE_MS);
    expect(tries).toBeGreaterThan(30);
    expect(tries).toBeLessThan(36);
  });

  test('survives a restart', async () => {
    down();
    await raise(short(0));
    outbox.stop();
    up();
    await clock.advance(10 * MINUTE_MS);
    expect(told).toEqual([]);
    outbox = open();
    outbox.begin();
    await clock.advance(SECOND_MS);
    expect(told).toMatchObject([{ news: { alert: short(0), raisedAt: startsAt } }]);
  });

  test('waits for those only who were not told, and goes before what comes later', async () => {
    troubleOf = (personId) => (personId === sofia.id ? noToken : null);
    expect(await raise(short(1), [sam.id, sofia.id])).toMatchObject({
      kind: 'failed',
      cause: expect.stringMatching(/^1 of 2/),
    });
    await raise(short(0), [sofia.id, sam.id]);
    up();
    await clock.advance(5 * MINUTE_MS);
    const leftTo = (personId: PersonId) =>
      told.flatMap((each) => {
        const { news } = each;
        return each.personId === personId && news.kind === 'raised' ? [news.alert] : [];
      });
    expect(leftTo(sam.id)).toEqual([short(1), short(0)]);
    expect(leftTo(sofia.id)).toEqual([short(1), short(0)]);
  });

  test('is given up for somebody without a chat, and for nobody else', async () => {
    troubleOf = (personId) => (personId === sofia.id ? { ...noToken, isBarred: true } : noToken);
    expect(await raise(short(1), [sam.id, sofia.id])).toMatchObject({ kind: 'failed' });
    up();
    await clock.advance(5 * MINUTE_MS);
    expect(told.map(({ personId }) => personId)).toEqual([sam.id]);
  });

  test('is kept for a day, and two hundred of them at most', async () => {
    down();
    await raise(short(1));
    await clock.advance(WAITING_MAX_MS - 10 * MINUTE_MS);
    for (let count = 0; count < WAITING_MAX + 5; count += 1) await raise(degraded(helpdesk));
    await clock.advance(9 * MINUTE_MS);
    up();
    await clock.advance(5 * MINUTE_MS);
    expect(told).toHaveLength(WAITING_MAX);
    const kinds = told.map(({ news }) => (news.kind === 'raised' ? news.alert.kind : news.kind));
    expect(new Set(kinds)).toEqual(new Set(['view-degraded']));
    expect(clock.timers).toBe(0);
  });

  test('is let go after a day', async () => {
    down();
    await raise(short(1));
    await clock.advance(WAITING_MAX_MS + 5 * MINUTE_MS);
    up();
    await clock.advance(5 * MINUTE_MS);
    expect(told).toEqual([]);
    expect(clock.timers).toBe(0);
  });
});

describe('a trouble that was over before it could be told', () => {
  const newsTold = (): News[] => told.map(({ news }) => news);
  async function after(ms: number, alert: Alert): Promise<void> {
    await clock.advance(ms);
    await raise(alert);
  }

  test('NIM-40: is told with its end, as one, with both instants', async () => {
    down();
    await raise(degraded(helpdesk));
    await after(MINUTE_MS, degraded(sales));
    await after(MINUTE_MS, short(1));
    await after(MINUTE_MS, restored(sales, helpdesk));
    up();
    await clock.advance(5 * MINUTE_MS);
    expect(newsTold()).toEqual([
      { kind: 'raised', alert: short(1), raisedAt: startsAt + 2 * MINUTE_MS },
      {
        ...{ kind: 'overtaken', serviceIds: [helpdesk, sales] },
        ...{ degradedAt: startsAt, restoredAt: startsAt + 3 * MINUTE_MS },
      },
    ]);
  });

  test('is told apart from an end that is another’s too, and from a trouble that goes on', async () => {
    await raise(degraded(sales));
    down();
    await after(MINUTE_MS, degraded(helpdesk));
    await after(MINUTE_MS, restored(sales, helpdesk));
    await after(MINUTE_MS, degraded(helpdesk));
    up();
    await clock.advance(5 * MINUTE_MS);
    expect(newsTold().map((news) => news.kind === 'raised' && news.alert.kind)).toEqual([
      ...['view-degraded', 'view-degraded', 'view-restored', 'view-degraded'],
    ]);
  });

  test('each time it comes and goes', async () => {
    down();
    for (let time = 0; time < 2; time += 1) {
      await after(MINUTE_MS, degraded(helpdesk));
      await after(MINUTE_MS, restored(helpdesk));
    }
    up();
    await clock.advance(5 * MINUTE_MS);
    expect(newsTold()).toMatchObject([
      { kind: 'overtaken', degradedAt: startsAt + MINUTE_MS },
      { kind: 'overtaken', degradedAt: startsAt + 3 * MINUTE_MS },
    ]);
  });
});
