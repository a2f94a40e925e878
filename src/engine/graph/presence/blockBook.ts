/**
 * The blocks that are polled. They form anew at most once a minute, and then only as far as needed:
 * for newcomers and leavers, where there are more blocks than the people need, and where gathering
 * people of one urgency saves a notable share of the requests.
 */
import { presenceUrgency } from '@rufwerk/engine/core';
import type { PersonId } from '@rufwerk/engine/core';
import { BLOCK_SIZE } from './block.ts';
import type { Block } from './block.ts';
import { changedBlocks, formBlocks } from './blocks.ts';
import { isGatheringWorthwhile } from './gathering.ts';
import type { SettledLevel } from './memberLevels.ts';
import { PolledBlock } from './polledBlock.ts';
import type { PresenceEngine } from './presenceEngine.ts';
import { levelOf as levelOfUrgency } from './rhythm.ts';
import type { Intervals } from './rhythm.ts';

const FORM_AT_MOST_EVERY_MS = 60_000;
/** Between two questions whether there is a need: it takes a look at everybody. */
const CHECK_EVERY_MS = 10_000;
/** A look at so many blocks holds nobody else up. */
const BLOCKS_LOOKED_AT_ONCE = 20;

export interface BlockBookParts {
  readonly engine: PresenceEngine;
  readonly agentIds: () => readonly PersonId[];
  readonly intervalsMs: Intervals;
}

export class BlockBook {
  readonly #parts: BlockBookParts;
  #blocks: readonly PolledBlock[] = [];
  #isRecovered = false;
  #formedAt: number | null = null;
  #checkedAt: number | null = null;

  constructor(parts: BlockBookParts) {
    this.#parts = parts;
  }

  get blocks(): readonly PolledBlock[] {
    return this.#blocks;
  }

  /** False for a block that has been formed anew since: its answer would confirm other people. */
  isCurrent(block: PolledBlock): boolean {
    return this.#blocks.includes(block);
  }

  /** Looks at blocks that may have become more urgent; a reading brings a look of its own. */
  async look(): Promise<void> {
    const { engine, intervalsMs } = this.#parts;
    const nowAt = engine.now();
    const due = this.#blocks
      .filter(({ levels, lookedAt }) => {
        if (lookedAt === null) return true;
        return levels.level > 0 && nowAt - lookedAt >= intervalsMs.next;
      })
      .slice(0, BLOCKS_LOOKED_AT_ONCE);
    if (due.length === 0) return;
    await engine.read((state) => {
      for (const block of due) block.look(state, nowAt);
    });
  }

  /** Forms blocks anew when there is a need, and tells the engine those that changed. */
  async form(): Promise<void> {
    if (!this.#isTimeToCheck()) return;
    const agentIds = this.#parts.agentIds();
    await this.#recover(agentIds);
    const isGathering = this.#blocks.length === 0 || this.#isWorthwhile();
    if (!isGathering && this.#holdsExactly(agentIds)) return;
    const settled = await this.#settledLevels(agentIds);
    const levelOf = (id: PersonId) => settled.get(id)?.level ?? 2;
    const before = this.#blocks.map(({ block }) => block);
    const next = formBlocks(before, { agentIds, levelOf }, isGathering);
    const changed = changedBlocks(before, next);
    if (changed.length > 0) await this.#replace(next, changed, settled);
  }

  /** Every block has been read and committed since then; null before that. */
  get oldestSuccessAt(): number | null {
    return oldestSuccessOf(this.#blocks);
  }

  #isTimeToCheck(): boolean {
    const nowAt = this.#parts.engine.now();
    const isEmpty = this.#blocks.length === 0;
    const isFresh = this.#formedAt !== null && nowAt - this.#formedAt < FORM_AT_MOST_EVERY_MS;
    const isChecked = this.#checkedAt !== null && nowAt - this.#checkedAt < CHECK_EVERY_MS;
    if (!isEmpty && (isFresh || isChecked)) return false;
    this.#checkedAt = nowAt;
    return true;
  }

  /** After a restart the blocks go on that the journal knows. */
  async #recover(agentIds: readonly PersonId[]): Promise<void> {
    if (this.#isRecovered || agentIds.length === 0) return;
    const known = await this.#parts.engine.read(({ blocks }) =>
      [...blocks].map(([blockId, { agentIds: members }]) => ({ blockId, agentIds: members })),
    );
    this.#isRecovered = true;
    const fitting = known.filter(({ agentIds: { length } }) => length > 0 && length <= BLOCK_SIZE);
    this.#blocks = fitting.map((block) => new PolledBlock(block, () => undefined, null));
    while (this.#blocks.some(({ lookedAt }) => lookedAt === null)) await this.look();
  }

  #isWorthwhile(): boolean {
    const counts = this.#blocks.map(({ levels }) => levels.counts);
    return isGatheringWorthwhile(counts, this.#parts.intervalsMs);
  }

  #holdsExactly(agentIds: readonly PersonId[]): boolean {
    const wanted = new Set(agentIds);
    const held = this.#blocks.reduce((sum, { size }) => sum + size, 0);
    if (held !== wanted.size || this.#blocks.length > Math.ceil(held / BLOCK_SIZE)) return false;
    return this.#blocks.every(({ block }) => block.agentIds.every((id) => wanted.has(id)));
  }

  /** What everybody is grouped by; who is in no block yet is looked at. */
  async #settledLevels(
    agentIds: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, SettledLevel>> {
    const settled = new Map<PersonId, SettledLevel>();
    for (const { block, levels } of this.#blocks) {
      for (const [index, id] of block.agentIds.entries()) settled.set(id, levels.settled(index));
    }
    const newcomers = agentIds.filter((id) => !settled.has(id));
    if (newcomers.length === 0) return settled;
    const seenAt = this.#parts.engine.now();
    await this.#parts.engine.read((state) => {
      for (const id of newcomers) {
        const urgency = presenceUrgency(state, state.agents.get(id));
        settled.set(id, { level: levelOfUrgency(urgency), seenAt });
      }
    });
    return settled;
  }

  /** Until the engine has taken them, nothing is read for blocks that change. */
  async #replace(
    next: readonly Block[],
    changed: readonly Block[],
    settled: ReadonlyMap<PersonId, SettledLevel>,
  ): Promise<void> {
    const { engine } = this.#parts;
    const before = this.#blocks;
    const kept = new Map(before.map((polled) => [polled.block, polled]));
    this.#blocks = next.flatMap((block) => kept.get(block) ?? []);
    try {
      await engine.submit({ type: 'PresenceBlocksFormed', blocks: changed });
    } catch (error) {
      this.#blocks = before;
      throw error;
    }
    this.#formedAt = engine.now();
    const oldestAt = oldestSuccessOf(before);
    const settledOf = (id: PersonId) => settled.get(id);
    this.#blocks = next.map(
      (block) => kept.get(block) ?? new PolledBlock(block, settledOf, oldestAt),
    );
    while (this.#blocks.some(({ lookedAt }) => lookedAt === null)) await this.look();
  }
}

function oldestSuccessOf(blocks: readonly PolledBlock[]): number | null {
  let oldestAt: number | null = null;
  for (const { successAt } of blocks) {
    if (successAt === null) return null;
    if (oldestAt === null || successAt < oldestAt) oldestAt = successAt;
  }
  return oldestAt;
}
