import { describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import fc from 'fast-check';
import {
  BLOCK_SIZE,
  formBlocks,
  holdExactly,
} from '../../../../src/engine/graph/presence/blocks.ts';

function people(count: number, from = 0): PersonId[] {
  return Array.from({ length: count }, (_, index) => asId<PersonId>(`person-${from + index}`));
}

describe('blocks of people polled together', () => {
  test('hold at most what Graph takes in one request', () => {
    const blocks = formBlocks([], people(1_400));
    expect(blocks.map(({ agentIds }) => agentIds.length)).toEqual([650, 650, 100]);
    expect(blocks.map(({ blockId }) => blockId)).toEqual(['block-1', 'block-2', 'block-3']);
  });

  test('keep everybody where they are; newcomers take the places of leavers', () => {
    const before = formBlocks([], people(700));
    const after = formBlocks(before, [...people(699, 1), ...people(1, 9_000)]);
    expect(after[0]?.agentIds).toEqual([...people(649, 1), 'person-9000']);
    expect(after[1]?.agentIds).toEqual(before[1]?.agentIds);
  });

  test('that are empty vanish, and their numbers are used again', () => {
    const before = formBlocks([], people(700));
    const after = formBlocks(before, people(50, 650));
    expect(after.map(({ blockId }) => blockId)).toEqual(['block-2']);
    const again = formBlocks(after, people(700, 650));
    expect(again.map(({ blockId }) => blockId)).toEqual(['block-2', 'block-1']);
  });

  test('whatever comes and goes, hold everybody wanted exactly once and within bounds', () => {
    const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { maxLength: 900 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(sets, (rounds) => {
        let blocks: ReturnType<typeof formBlocks> = [];
        for (const numbers of rounds) {
          const wanted = numbers.map((number) => asId<PersonId>(`person-${number}`));
          blocks = formBlocks(blocks, wanted);
          const held = blocks.flatMap(({ agentIds }) => agentIds);
          expect(new Set(held)).toEqual(new Set(wanted));
          expect(held).toHaveLength(wanted.length);
          expect(blocks.every(({ agentIds }) => agentIds.length <= BLOCK_SIZE)).toBe(true);
          expect(new Set(blocks.map(({ blockId }) => blockId)).size).toBe(blocks.length);
          expect(holdExactly(blocks, wanted)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
