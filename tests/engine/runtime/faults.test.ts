import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { NotAccepted } from '@rufwerk/engine/ports';
import { callWaits, dials, openHelpDesk, settled, Stage } from './stage.ts';

const playReal = (): void => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
};
afterEach(() => {
  jest.useRealTimers();
});

describe('a store that fails', () => {
  test('loses no outcome of an effect: it is reported again until it is committed', async () => {
    playReal();
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    stage.outcomes.set('answer-call', () => {
      stage.store.failures.push(new Error('disk full'), new Error('disk full'));
      return Promise.resolve({ kind: 'done' });
    });
    await dials(runtime, 'call-1');
    for (let turn = 0; turn < 10; turn += 1) {
      await jest.advanceTimersByTimeAsync(100);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(stage.store.failures).toEqual([]);
    expect(stage.kinds().filter((kind) => kind === 'answer-call')).toHaveLength(1);
    expect(runtime.health().openEffects).toBe(0);
  });

  test('is tried again ever more slowly, and given up in the end, loudly', async () => {
    playReal();
    const stage = new Stage();
    const runtime = await stage.start();
    stage.store.failures.push(...Array.from({ length: 100 }, () => new Error('disk full')));
    let refused = 0;
    const insisting = (async (): Promise<void> => {
      while (stage.brokenBecause === null) {
        await runtime.submit({ type: 'TimeReached' }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(NotAccepted);
          refused += 1;
        });
      }
    })();
    const startedMs = performance.now();
    while (stage.brokenBecause === null) {
      await jest.advanceTimersByTimeAsync(50);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await insisting;
    expect(stage.brokenBecause).toBe('disk full');
    expect(refused).toBe(11);
    expect(performance.now() - startedMs).toBeGreaterThan(10_000);
    await expect(runtime.read(() => 'state')).rejects.toBeInstanceOf(NotAccepted);
  });

  test('that wrote the row all the same has its effects driven, its listeners told', async () => {
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    const told: number[] = [];
    runtime.onCommitted(({ seq }) => told.push(seq));
    stage.store.failures.push(new Error('connection lost'));
    stage.store.writesAnyway = true;
    await expect(dials(runtime, 'call-1')).rejects.toBeInstanceOf(NotAccepted);
    await settled(runtime);
    expect(stage.kinds().filter((kind) => kind === 'answer-call')).toHaveLength(1);
    expect(told).toEqual(stage.store.rows.slice(-told.length).map((row) => row.seq));
    expect(runtime.health().openEffects).toBe(0);
  });
});

describe('a fault of the core', () => {
  test('in a deadline does not become a busy loop: deadlines pause, inputs go on', async () => {
    playReal();
    const stage = new Stage();
    const runtime = await stage.start();
    await openHelpDesk(runtime);
    await callWaits(runtime, 'call-1');
    await settled(runtime);
    await breakOffers(runtime);
    stage.clock.jump(15_500);
    await settled(runtime);
    const faults = (): number =>
      stage.logged.filter((line) => line === 'Deciding an input threw').length;
    expect(faults()).toBe(1);
    await runtime.submit({ type: 'PresenceBlocksFormed', blocks: [] });
    expect(stage.facts('OfferChecked')).toEqual([]);
    await jest.advanceTimersByTimeAsync(5_100);
    await settled(runtime);
    expect(stage.facts('OfferChecked')).toHaveLength(1);
    expect(faults()).toBe(1);
  });
});

/** Makes the state such that the next deadline of an offer throws; the store knows better. */
async function breakOffers(runtime: Awaited<ReturnType<Stage['start']>>): Promise<void> {
  await runtime.read((state) => {
    for (const offer of state.offers.values()) {
      Object.defineProperty(offer, 'phase', {
        get: () => {
          throw new Error('a fault in the rules');
        },
      });
    }
  });
}
