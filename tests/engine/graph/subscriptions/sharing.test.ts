import { describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import fc from 'fast-check';
import { shareOut } from '../../../../src/engine/graph/subscriptions/sharing.ts';

const people = (from: number, to: number): PersonId[] =>
  Array.from({ length: to - from }, (_, index) => asId<PersonId>(`p${from + index}`));
const covering = (...covered: readonly PersonId[]) => ({ people: covered, seesActivity: true });
const none = covering();
const stranger = (...covered: readonly PersonId[]) => ({ people: covered, seesActivity: false });

describe('sharing people out among presence accounts', () => {
  test('650 fit into the first; the second stands by', () => {
    const shares = shareOut(people(0, 650), [none, none]);
    expect(shares.map(({ length }) => length)).toEqual([650, 0]);
  });

  test('whoever has the work keeps it', () => {
    const covered = covering(...people(0, 10));
    expect(shareOut(people(0, 12), [none, covered])).toEqual([[], people(0, 12)]);
  });

  test('NIM-24: who sees activities has the work, also where a stranger had it before', () => {
    const shares = shareOut(people(0, 12), [stranger(...people(0, 12)), none]);
    expect(shares).toEqual([[], people(0, 12)]);
  });

  test('NIM-24: with more than 650 it is filled first, and a stranger gets what is left', () => {
    const [strange = [], seeing = []] = shareOut(people(0, 900), [
      stranger(...people(0, 650)),
      covering(...people(650, 660)),
    ]);
    expect([strange.length, seeing.length]).toEqual([250, 650]);
    expect(seeing).toEqual([...people(650, 660), ...people(0, 640)]);
  });

  test('the next 650 go to the second, and nobody moves without need', () => {
    const [first = [], second = []] = shareOut(people(0, 900), [covering(...people(0, 650)), none]);
    expect(first).toEqual(people(0, 650));
    expect(second).toEqual(people(650, 900));
  });

  test('beyond that the most urgent are covered, and a few newcomers are not worth a change', () => {
    const full = [covering(...people(0, 650)), covering(...people(650, 1_300))];
    const few = [...people(1_300, 1_310), ...people(0, 1_300)];
    expect(shareOut(few, full)).toEqual(full.map((each) => each.people));
    const many = [...people(1_300, 1_400), ...people(0, 1_300)];
    const shares = shareOut(many, full).flat();
    expect(new Set(shares)).toEqual(new Set(many.slice(0, 1_300)));
  });

  test('nobody has two places, no share is too large, and nobody is left out who fits', () => {
    const anyone = fc.integer({ min: 0, max: 1_800 });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyone, { maxLength: 1_500, minLength: 0 }),
        fc.uniqueArray(anyone, { maxLength: 650 }),
        fc.uniqueArray(anyone, { maxLength: 650 }),
        fc.boolean(),
        fc.boolean(),
        (wanted, one, other, oneSees, otherSees) => {
          const named = (numbers: readonly number[]) =>
            numbers.map((number) => asId<PersonId>(`p${number}`));
          const sharers = [
            { people: named(one), seesActivity: oneSees },
            { people: named(other), seesActivity: otherSees },
          ];
          const shares = shareOut(named(wanted), sharers);
          const all = shares.flat();
          expect(new Set(all).size).toBe(all.length);
          expect(Math.max(...shares.map(({ length }) => length))).toBeLessThanOrEqual(650);
          if (wanted.length <= 1_300) expect(new Set(all)).toEqual(new Set(named(wanted)));
          expect(all.every((each) => named(wanted).includes(each))).toBe(true);
        },
      ),
      { numRuns: 60, seed: 20_261_121 },
    );
  });
});
