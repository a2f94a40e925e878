/** A few worlds, for the mutants that no story tells of. */
import { expect, test } from '@jest/globals';
import { search } from '../../tests/simulation/worlds/search.ts';

const WORLDS = 60;

test('a few worlds hold', () => {
  // Without an end in time: a mutant must not live because the machine is slow.
  expect(typeof search(3, { runs: WORLDS, untilMs: Infinity, shorten: false })).toBe('number');
});
