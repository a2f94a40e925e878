/**
 * Who is read together. A request takes 650 people, so that n people need no more than
 * ceil(n / 650) requests, however their urgencies mix; a block is read as often as its most urgent
 * member needs. Whoever has a place keeps it: only blocks that change are told to the engine.
 */
import { asId } from '@rufwerk/engine/core';
import type { BlockId, PersonId } from '@rufwerk/engine/core';
import { BLOCK_SIZE } from './block.ts';
import type { Block, Place } from './block.ts';
import { gather } from './gathering.ts';
import type { Level } from './rhythm.ts';

interface LevelledPeople {
  readonly agentIds: readonly PersonId[];
  readonly levelOf: (agentId: PersonId) => Level;
}

/**
 * Blocks for these people; those that stay as they are are the same objects. `isGathering` moves
 * people of one urgency together, no more than it takes.
 */
export function formBlocks(
  previous: readonly Block[],
  people: LevelledPeople,
  isGathering: boolean,
): readonly Block[] {
  const wanted = new Set(people.agentIds);
  const count = Math.ceil(wanted.size / BLOCK_SIZE);
  const kept = previous
    .map(({ blockId, agentIds }) => ({
      blockId,
      members: agentIds.filter((id) => wanted.delete(id)),
    }))
    .filter(({ members }) => members.length > 0);
  const homeless = [...wanted];
  while (kept.length > count) homeless.push(...removeSmallest(kept));
  const places: Place[] = kept.map((each) => ({ ...each, level: highestOf(each.members, people) }));
  openPlaces(places, count);
  if (isGathering) homeless.push(...gather(places, homeless, people.levelOf));
  settle(places, homeless, people.levelOf);
  return places.map(({ blockId, members }) => unlessSame(previous, { blockId, agentIds: members }));
}

/** The blocks of `next` that the engine does not know so; those that are gone have nobody. */
export function changedBlocks(previous: readonly Block[], next: readonly Block[]): Block[] {
  const left = new Set(next.map(({ blockId }) => blockId));
  const known = new Set(previous);
  const gone = previous.filter(({ blockId }) => !left.has(blockId));
  return [
    ...next.filter((block) => !known.has(block)),
    ...gone.map(({ blockId }) => ({ blockId, agentIds: [] })),
  ];
}

function removeSmallest(kept: { readonly members: PersonId[] }[]): PersonId[] {
  const sizes = kept.map(({ members }) => members.length);
  return kept.splice(sizes.indexOf(Math.min(...sizes)), 1)[0]?.members ?? [];
}

function highestOf(members: readonly PersonId[], { levelOf }: LevelledPeople): Level {
  let highest: Level = 2;
  for (const id of members) {
    const level = levelOf(id);
    if (level < highest) highest = level;
  }
  return highest;
}

function openPlaces(places: Place[], count: number): void {
  const taken = new Set(places.map(({ blockId }) => blockId));
  for (let number = 1; places.length < count; number += 1) {
    const blockId = asId<BlockId>(`block-${number}`);
    if (!taken.has(blockId)) places.push({ blockId, members: [], level: null });
  }
}

/**
 * Everybody where it makes no block more urgent, if there is room: most urgent people first, into
 * blocks of their own level, then new ones, then more urgent ones, then any.
 */
function settle(
  places: readonly Place[],
  homeless: readonly PersonId[],
  levelOf: LevelledPeople['levelOf'],
): void {
  for (const level of [0, 1, 2] as const) {
    const waiting = homeless.filter((id) => levelOf(id) === level);
    const open = places.filter(({ members }) => members.length < BLOCK_SIZE);
    const inOrder = open.sort((one, other) => rankFor(level, one) - rankFor(level, other));
    for (const place of inOrder) {
      const newcomers = waiting.splice(0, BLOCK_SIZE - place.members.length);
      if (newcomers.length === 0) break;
      place.members.push(...newcomers);
      if (place.level === null || place.level > level) place.level = level;
    }
  }
}

function rankFor(level: Level, place: Place): number {
  if (place.level === null) return 1;
  if (place.level === level) return 0;
  return place.level < level ? 1 + level - place.level : 3 + place.level - level;
}

function unlessSame(previous: readonly Block[], block: Block): Block {
  const before = previous.find(({ blockId }) => blockId === block.blockId);
  if (before?.agentIds.length !== block.agentIds.length) return block;
  return before.agentIds.every((id, index) => id === block.agentIds[index]) ? before : block;
}
