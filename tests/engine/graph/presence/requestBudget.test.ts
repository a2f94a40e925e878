import { describe, expect, test } from '@jest/globals';
import { RequestBudget } from '../../../../src/engine/graph/presence/requestBudget.ts';
import { PlayedClock } from '../playedClock.ts';

const THROTTLED = { kind: 'refused', status: 429, code: '', cause: '429' } as const;

describe('the budget of requests about presence', () => {
  test('however hungry, no 30 s hold more than older pages of Graph allow', async () => {
    const clock = new PlayedClock();
    const budget = new RequestBudget(clock);
    const takenAt: number[] = [];
    for (let step = 0; step < 1_200; step += 1) {
      while (budget.tryTake()) takenAt.push(clock.now());
      await clock.advance(50);
    }
    const inWindow = (fromAt: number) =>
      takenAt.filter((at) => at >= fromAt && at < fromAt + 30_000).length;
    const most = Math.max(...[...new Set(takenAt)].map(inWindow));
    expect(most).toBeLessThanOrEqual(1_500);
    expect(most).toBeGreaterThanOrEqual(1_200);
  });

  test('polls leave some to whatever a call waits for', async () => {
    const clock = new PlayedClock();
    const budget = new RequestBudget(clock);
    while (budget.tryTake());
    expect(await budget.take(clock.now())).toBe(true);
  });

  test('an empty one lets a read wait its turn, but not longer than it wants', async () => {
    const clock = new PlayedClock();
    const budget = new RequestBudget(clock);
    while (await budget.take(clock.now()));
    expect(await budget.take(clock.now() + 10)).toBe(false);
    const taken = budget.take(clock.now() + 1_000);
    await clock.advance(25);
    expect(await taken).toBe(true);
  });

  test('a pause that Graph asks for holds everybody back, an absurd one no more than ten minutes', async () => {
    const clock = new PlayedClock();
    const budget = new RequestBudget(clock);
    expect(budget.heed({ ...THROTTLED, retryAfterMs: 3_000 })).toBe(true);
    expect(budget.tryTake()).toBe(false);
    expect(await budget.take(clock.now() + 2_000)).toBe(false);
    await clock.advance(3_000);
    expect(budget.tryTake()).toBe(true);
    budget.heed({ ...THROTTLED, retryAfterMs: 86_400_000 });
    expect(budget.pausedUntilAt - clock.now()).toBe(600_000);
  });

  test('pauses of our own grow to half a minute, and begin anew after a success', async () => {
    const clock = new PlayedClock();
    const budget = new RequestBudget(clock);
    const pauseMs = () => {
      budget.heed({ ...THROTTLED, retryAfterMs: null });
      return budget.pausedUntilAt - clock.now();
    };
    const pauses = Array.from({ length: 7 }, pauseMs);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    budget.heed({ kind: 'success', status: 200, body: null });
    await clock.advance(30_000);
    expect(pauseMs()).toBe(1_000);
  });

  test('a clock that is put back an hour makes nobody wait an hour', async () => {
    let nowAt = 1_000_000_000;
    const clock = { now: () => nowAt, setTimer: () => ({ cancel: () => undefined }) };
    const budget = new RequestBudget(clock);
    budget.heed({ ...THROTTLED, retryAfterMs: 3_000 });
    nowAt -= 3_600_000;
    expect(budget.pausedUntilAt - nowAt).toBe(3_000);
    nowAt += 3_000;
    expect(budget.tryTake()).toBe(true);
  });
});
