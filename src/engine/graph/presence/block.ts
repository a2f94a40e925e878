import type { BlockId, PersonId } from '@rufwerk/engine/core';
import type { Level } from './rhythm.ts';

/** getPresencesByUserId takes so many ids and answers a bare 400 to more. */
export const BLOCK_SIZE = 650;

/** People whose presence is asked for in one request. */
export interface Block {
  readonly blockId: BlockId;
  readonly agentIds: readonly PersonId[];
}

/** A block while it is being formed. */
export interface Place {
  readonly blockId: BlockId;
  members: PersonId[];
  /** How urgent it is anyway; null while nobody is in it. */
  level: Level | null;
}
