/**
 * One service, first come first served: the core's waits are those of the Kiefer-Wolfowitz
 * recursion to the millisecond, and in the long run those of Erlang's formula. Callers and clock
 * are the benchmark's (W6).
 */
import { describe, expect, test } from '@jest/globals';
import { compareWaits, erlangC } from '../../../bench/distribution/oracle.ts';

describe('waits of one service, first come first served', () => {
  test.each([
    { agents: 1, occupancy: 0.7 },
    { agents: 3, occupancy: 0.95 },
    { agents: 10, occupancy: 0.8 },
    { agents: 10, occupancy: 0.9 },
    { agents: 50, occupancy: 0.95 },
  ])('are exactly those of the recursion ($agents agents, load $occupancy)', (load) => {
    const { differences, largestMs, waited } = compareWaits({ ...load, calls: 3_000, seed: 11 });
    expect(waited).toBeGreaterThan(0.05);
    expect({ differences, largestMs }).toEqual({ differences: 0, largestMs: 0 });
  });

  test.each([
    { agents: 5, occupancy: 0.6 },
    { agents: 10, occupancy: 0.7 },
  ])('agree with Erlang in the long run ($agents agents, load $occupancy)', (load) => {
    const batches = Array.from(
      { length: 10 },
      (_, seed) => compareWaits({ ...load, calls: 1_500, seed }).waited,
    );
    const mean = batches.reduce((sum, share) => sum + share, 0) / batches.length;
    const squares = batches.reduce((sum, share) => sum + (share - mean) ** 2, 0);
    const error = Math.sqrt(squares / (batches.length - 1) / batches.length);
    expect(error).toBeLessThan(0.03);
    expect(Math.abs(mean - erlangC(load.agents, load.occupancy))).toBeLessThan(3 * error);
  });
});
