import { describe, expect, test } from '@jest/globals';
import { durationWords, timeLeft } from '../../../src/tab/clock/duration.ts';
import { createServedClock } from '../../../src/tab/clock/servedClock.ts';

describe('the served clock', () => {
  test('runs on from the server’s instant at the server’s rate', () => {
    let local = 1_000;
    const clock = createServedClock(() => local);
    clock.noteEvent({ nowMs: 500_000, rate: 60 });
    local += 2_000;
    expect(clock.now()).toBe(500_000 + 120_000);
    expect(clock.instantOf(local - 1_000)).toBe(500_000 + 60_000);
  });

  test('does not tremble with the way of a header, but follows a jump', () => {
    const clock = createServedClock(() => 1_000_000);
    let jumps = 0;
    clock.subscribe(() => {
      jumps += 1;
    });
    clock.noteHeader('1000900');
    expect([clock.now(), jumps]).toEqual([1_000_000, 0]);
    clock.noteHeader('4600000');
    expect([clock.now(), jumps]).toEqual([4_600_000, 1]);
  });

  test.each(['', 'soon', '-1', null])(
    'is not moved by a header that is no instant: %s',
    (value) => {
      const clock = createServedClock(() => 1_000_000);
      clock.noteHeader(value);
      expect(clock.now()).toBe(1_000_000);
    },
  );
});

describe('durations', () => {
  test.each([
    [7_400, '7 s'],
    [725_000, '12:05 min'],
    [3_600_000, '1:00:00 h'],
    [-5_000, '0 s'],
  ])('%d ms reads %s', (durationMs, words) => {
    expect(durationWords(durationMs)).toBe(words);
  });

  test('a remaining time ends at zero exactly when it is over', () => {
    expect(timeLeft(10_000, 9_999)).toBe(1_000);
    expect(timeLeft(10_000, 10_000)).toBe(0);
    expect(timeLeft(10_000, 12_000)).toBe(0);
  });
});
