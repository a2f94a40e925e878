import { describe, expect, test } from '@jest/globals';
import { asId } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import fc from 'fast-check';
import { BLOCK_SIZE } from '../../../../src/engine/graph/presence/block.ts';
import type { Block } from '../../../../src/engine/graph/presence/block.ts';
import { changedBlocks, formBlocks } from '../../../../src/engine/graph/presence/blocks.ts';
import {
  highestLevel,
  isGatheringWorthwhile,
} from '../../../../src/engine/graph/presence/gathering.ts';
import type { LevelCounts } from '../../../../src/engine/graph/presence/gathering.ts';
import { DEFAULT_INTERVALS_MS } from '../../../../src/engine/graph/presence/rhythm.ts';
import type { Level } from '../../../../src/engine/graph/presence/rhythm.ts';

function people(count: number, from = 0): PersonId[] {
  return Array.from({ length: count }, (_, index) => asId<PersonId>(`person-${from + index}`));
}

const allNext = () => 0 as const;

/** Blocks of everybody alike. */
function formed(previous: readonly Block[], agentIds: readonly PersonId[]): readonly Block[] {
  return formBlocks(previous, { agentIds, levelOf: allNext }, previous.length === 0);
}

function countsOf(
  { agentIds }: Block,
  levelOf: (agentId: PersonId) => Level,
): [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const id of agentIds) counts[levelOf(id)] += 1;
  return counts;
}

/** Blocks by the level of their most urgent member. */
function byLevel(blocks: readonly Block[], levelOf: (agentId: PersonId) => Level): LevelCounts {
  const counts: [number, number, number] = [0, 0, 0];
  for (const block of blocks) counts[highestLevel(countsOf(block, levelOf))] += 1;
  return counts;
}

describe('blocks of people polled together', () => {
  test('hold at most what Graph takes in one request', () => {
    const blocks = formed([], people(1_400));
    expect(blocks.map(({ agentIds }) => agentIds.length)).toEqual([650, 650, 100]);
    expect(blocks.map(({ blockId }) => blockId)).toEqual(['block-1', 'block-2', 'block-3']);
  });

  test('of 100,000 people with mixed urgencies are 154, each as urgent as it must be', () => {
    const all = people(100_000);
    const levelOf = (id: PersonId): Level => {
      const number = Number(id.slice('person-'.length));
      if (number % 10 === 0) return 0;
      return number % 10 < 3 ? 1 : 2;
    };
    const blocks = formBlocks([], { agentIds: all, levelOf }, true);
    expect(blocks).toHaveLength(154);
    // 10,000 are next, 20,000 soon: 15.4 blocks and 30.8.
    expect(byLevel(blocks, levelOf)).toEqual([16, 31, 107]);
  });

  test('keep everybody where they are; newcomers take the places of leavers', () => {
    const before = formed([], people(700));
    const after = formed(before, [...people(699, 1), ...people(1, 9_000)]);
    expect(after[0]?.agentIds).toEqual([...people(649, 1), 'person-9000']);
    expect(after[1]).toBe(before[1]);
    expect(changedBlocks(before, after)).toEqual([after[0]]);
  });

  test('that are not needed any more vanish, which the engine is told', () => {
    const before = formed([], people(700));
    const after = formed(before, [...people(40), ...people(50, 650)]);
    expect(after).toEqual([{ blockId: 'block-2', agentIds: [...people(50, 650), ...people(40)] }]);
    expect(changedBlocks(before, after)[1]).toEqual({ blockId: 'block-1', agentIds: [] });
  });

  test('newcomers make no block more urgent while there is room elsewhere', () => {
    const asleep = people(600, 1_000);
    const levelOf = (id: PersonId): Level => (asleep.includes(id) ? 2 : 0);
    const before = formBlocks([], { agentIds: [...people(600), ...asleep], levelOf }, true);
    const all = [...people(640), ...asleep];
    const after = formBlocks(before, { agentIds: all, levelOf }, false);
    expect(byLevel(after, levelOf)).toEqual([1, 0, 1]);
    expect(changedBlocks(before, after)).toHaveLength(1);
  });

  test('are gathered by moving only who stands in the way', () => {
    const all = people(6_500);
    const before = formBlocks([], { agentIds: all, levelOf: () => 2 }, true);
    // Twenty people of three blocks come on duty.
    const onDuty = new Set([...people(20), ...people(20, 700), ...people(20, 1_400)]);
    const levelOf = (id: PersonId): Level => (onDuty.has(id) ? 0 : 2);
    const after = formBlocks(before, { agentIds: all, levelOf }, true);
    expect(byLevel(after, levelOf)).toEqual([1, 0, 9]);
    expect(changedBlocks(before, after)).toHaveLength(3);
    const stayed = before.map(({ agentIds }, index) =>
      agentIds.filter((id) => after[index]?.agentIds.includes(id) === true),
    );
    expect(stayed.flat()).toHaveLength(6_500 - 80);
  });

  test('whatever comes and goes, hold everybody wanted exactly once and within bounds', () => {
    const person = fc.record({ number: fc.nat(2_000), level: fc.constantFrom<Level>(0, 1, 2) });
    const round = fc.record({
      people: fc.uniqueArray(person, { maxLength: 900, selector: ({ number }) => number }),
      isGathering: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(round, { maxLength: 6 }), (rounds) => {
        let blocks: readonly Block[] = [];
        for (const { people: wanted, isGathering } of rounds) {
          const levels = new Map(
            wanted.map(({ number, level }) => [asId<PersonId>(`person-${number}`), level]),
          );
          const levelOf = (id: PersonId): Level => levels.get(id) ?? 2;
          blocks = formBlocks(blocks, { agentIds: [...levels.keys()], levelOf }, isGathering);
          const held = blocks.flatMap(({ agentIds }) => agentIds);
          expect(new Set(held)).toEqual(new Set(levels.keys()));
          expect(held).toHaveLength(levels.size);
          expect(blocks).toHaveLength(Math.ceil(levels.size / BLOCK_SIZE));
          expect(blocks.every(({ agentIds }) => agentIds.length <= BLOCK_SIZE)).toBe(true);
          expect(new Set(blocks.map(({ blockId }) => blockId)).size).toBe(blocks.length);
          if (!isGathering) continue;
          const next = [...levels.values()].filter((level) => level === 0).length;
          expect(byLevel(blocks, levelOf)[0]).toBe(Math.ceil(next / BLOCK_SIZE));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('gathering people of one urgency', () => {
  const worthwhile = (blocks: LevelCounts[]) => isGatheringWorthwhile(blocks, DEFAULT_INTERVALS_MS);

  test('is not worth it in a small tenant: a request for all of them costs no more', () => {
    expect(worthwhile([[1, 0, 649]])).toBe(false);
    expect(
      worthwhile([
        [1, 0, 649],
        [1, 0, 649],
      ]),
    ).toBe(false);
  });

  test('is worth it when a few people make many blocks urgent', () => {
    const blocks = Array.from({ length: 10 }, (): LevelCounts => [5, 0, 645]);
    expect(worthwhile(blocks)).toBe(true);
    expect(worthwhile([[50, 0, 600], ...blocks.slice(1).map((): LevelCounts => [0, 0, 650])])).toBe(
      false,
    );
  });
});
