import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wavLengthMs } from '../../src/simulator/calls/prompt-length.ts';
import { Deadlines } from '../../src/simulator/clock/deadlines.ts';
import { PlayedClock } from '../../src/simulator/clock/played-clock.ts';

const START_MS = Date.parse('2026-11-23T08:00:00Z');

describe('deadlines', () => {
  test('come in the order of their instants, equal ones in the order they were set', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), (instants) => {
        const deadlines = new Deadlines();
        const acted: number[] = [];
        instants.forEach((dueAt, index) => deadlines.add(dueAt, () => acted.push(index)));
        for (let due = deadlines.takeDue(20); due; due = deadlines.takeDue(20)) due.act();
        const expected = instants
          .map((dueAt, index) => ({ dueAt, index }))
          .sort((a, b) => a.dueAt - b.dueAt || a.index - b.index)
          .map(({ index }) => index);
        expect(acted).toEqual(expected);
      }),
    );
  });
});

describe('the clock', () => {
  let clock: PlayedClock;
  beforeEach(() => {
    clock = new PlayedClock(START_MS);
    clock.setRate(0);
  });
  afterEach(() => clock.close());

  test('acts on every deadline up to the instant it jumps to, never on a cancelled one', () => {
    const acted: string[] = [];
    clock.after(2000, () => acted.push('second'));
    clock.after(1000, () => {
      acted.push('first');
      clock.after(0, () => acted.push('set by the first'));
    });
    clock.after(1500, () => acted.push('cancelled')).cancel();
    clock.after(9000, () => acted.push('later'));
    clock.jumpTo(START_MS + 5000);
    expect(acted).toEqual(['first', 'second', 'set by the first']);
    expect(clock.nowMs()).toBe(START_MS + 5000);
    expect(clock.nextDueAt()).toBe(START_MS + 9000);
  });

  test('never goes back, and forgets what was planned when the world begins anew', () => {
    clock.jumpTo(START_MS - 1000);
    expect(clock.now()).toBe('2026-11-23T08:00:00.000Z');
    clock.after(1000, () => undefined);
    clock.forgetDeadlines();
    expect(clock.nextDueAt()).toBeUndefined();
    expect(clock.rate).toBe(1);
  });

  test('flows at its rate', async () => {
    clock.setRate(1000);
    const reached = new Promise<number>((resolve) => {
      clock.after(20_000, () => resolve(clock.nowMs()));
    });
    expect(await reached).toBeGreaterThanOrEqual(START_MS + 20_000);
  });
});

describe('the length of a prompt', () => {
  test('is what its header says', () => {
    const wav = Buffer.alloc(60);
    wav.write('RIFF', 0);
    wav.write('WAVE', 8);
    wav.write('fmt ', 12);
    wav.writeUInt32LE(16, 16);
    wav.writeUInt32LE(32_000, 28);
    wav.write('LIST', 36);
    wav.writeUInt32LE(3, 40);
    wav.write('data', 48);
    wav.writeUInt32LE(80_000, 52);
    expect(wavLengthMs(wav)).toBe(2500);
  });

  test('is unknown of what is no WAV file, or is cut off', () => {
    expect(wavLengthMs(Buffer.from('<html>'))).toBeUndefined();
    expect(wavLengthMs(Buffer.from('RIFF....WAVEfmt '))).toBeUndefined();
  });
});
