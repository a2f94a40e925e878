import { asId } from '@rufwerk/engine/core';
import type { BlockId, PersonId } from '@rufwerk/engine/core';

/** getPresencesByUserId takes so many ids and answers a bare 400 to more. */
export const BLOCK_SIZE = 650;

/** People whose presence is asked for in one request. */
export interface Block {
  readonly blockId: BlockId;
  readonly agentIds: readonly PersonId[];
}

/**
 * Blocks for these people. Whoever has a block keeps it: somebody moved into another one would
 * count as confirmed with it before having been asked for there. Newcomers fill what is free.
 */
export function formBlocks(previous: readonly Block[], agentIds: readonly PersonId[]): Block[] {
  const wanted = new Set(agentIds);
  const blocks = previous
    .map(({ blockId, agentIds: members }) => ({
      blockId,
      agentIds: members.filter((agentId) => wanted.delete(agentId)),
    }))
    .filter(({ agentIds: members }) => members.length > 0);

  const newcomers = [...wanted];
  for (const { agentIds: members } of blocks) {
    members.push(...newcomers.splice(0, BLOCK_SIZE - members.length));
  }
  for (let number = 1; newcomers.length > 0; number += 1) {
    const blockId = asId<BlockId>(`block-${number}`);
    if (blocks.some((block) => block.blockId === blockId)) continue;
    blocks.push({ blockId, agentIds: newcomers.splice(0, BLOCK_SIZE) });
  }
  return blocks;
}

/** Whether exactly these people are in the blocks. */
export function holdExactly(blocks: readonly Block[], agentIds: readonly PersonId[]): boolean {
  const wanted = new Set(agentIds);
  let count = 0;
  for (const block of blocks) {
    count += block.agentIds.length;
    if (!block.agentIds.every((agentId) => wanted.has(agentId))) return false;
  }
  return count === wanted.size;
}
