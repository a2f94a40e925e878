/** What polling knows of one block: how urgent it is, when it was read, when it is due. */
import type { TenantState } from '@rufwerk/engine/core';
import type { Block } from './block.ts';
import type { LevelCounts } from './gathering.ts';
import { intervalOf } from './rhythm.ts';
import type { Intervals } from './rhythm.ts';
import type { Look, SettledLevels } from './settledLevels.ts';

/** A block later than so many intervals is told as not refreshed. */
const LATE_INTERVALS = 3;
/** A block whose question is refused waits twice as long each time, up to this. */
const LONGEST_PAUSE_MS = 60_000;

export class PolledBlock {
  readonly block: Block;
  /** Null before its people have been looked at. */
  lookedAt: number | null = null;
  /** Null before it has been asked for. */
  askedAt: number | null = null;
  /** Everybody in it has been read and committed since then; null before that. */
  successAt: number | null;
  isUnderWay = false;
  #look: Look = { level: 2, isAwaited: false, counts: [0, 0, 0] };
  #failuresInARow = 0;
  #notBeforeAt = 0;

  /** One that is formed anew counts as old as the people in it. */
  constructor(block: Block, successAt: number | null = null) {
    this.block = block;
    this.successAt = successAt;
  }

  get size(): number {
    return this.block.agentIds.length;
  }

  /** Somebody in it could be offered a call that waits now. */
  get isAwaited(): boolean {
    return this.#look.isAwaited;
  }

  get counts(): LevelCounts {
    return this.#look.counts;
  }

  /** Finds how urgent its people are now. */
  look(state: Readonly<TenantState>, settled: SettledLevels, nowAt: number): void {
    this.#look = settled.look(state, this.block.agentIds, nowAt);
    this.lookedAt = nowAt;
  }

  /** When its next reading is due; the past for one that was never asked for. */
  dueAt(intervalsMs: Intervals): number {
    if (this.askedAt === null) return this.#notBeforeAt;
    return Math.max(this.askedAt + intervalOf(this.#look.level, intervalsMs), this.#notBeforeAt);
  }

  /** How late it is, measured by its interval, so that no block waits for ever. */
  lateness(nowAt: number, intervalsMs: Intervals): number {
    const passed = this.askedAt === null ? Infinity : nowAt - this.askedAt;
    return passed / intervalOf(this.#look.level, intervalsMs);
  }

  isRefreshed(nowAt: number, intervalsMs: Intervals): boolean {
    if (this.successAt === null) return false;
    return nowAt - this.successAt <= LATE_INTERVALS * intervalOf(this.#look.level, intervalsMs);
  }

  succeeded(askedAt: number): void {
    this.successAt = askedAt;
    this.#failuresInARow = 0;
  }

  /** The question about these very people was refused: others go on. */
  refused(nowAt: number, intervalsMs: Intervals): void {
    this.#failuresInARow += 1;
    const pauseMs =
      intervalOf(this.#look.level, intervalsMs) * 2 ** Math.min(this.#failuresInARow, 10);
    this.#notBeforeAt = nowAt + Math.min(pauseMs, LONGEST_PAUSE_MS);
  }
}
