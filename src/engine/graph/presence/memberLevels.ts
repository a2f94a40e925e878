/**
 * How urgent the people of one block are: now, and apart from the ups and downs of their calls.
 * Whoever hangs up is next again, so that one who was next a moment ago is still grouped with those
 * who are; without it, blocks would have to be formed anew with every call.
 */
import { presenceUrgency } from '@rufwerk/engine/core';
import type { AgentState, TenantState } from '@rufwerk/engine/core';
import type { LevelCounts } from './gathering.ts';
import { levelOf } from './rhythm.ts';
import type { Level } from './rhythm.ts';

/** As long as most calls with their after-call work take. */
const HELD_MS = 10 * 60_000;

/** What one person is grouped by, and since when it has not been seen any more. */
export interface SettledLevel {
  readonly level: Level;
  readonly seenAt: number;
}

export class MemberLevels {
  readonly #levels: Level[];
  readonly #seenAt: Float64Array;
  #counts: LevelCounts;
  #level: Level = 2;
  #isAwaited = false;

  /** In the order of the members; undefined for those who have not been looked at. */
  constructor(settled: readonly (SettledLevel | undefined)[]) {
    this.#levels = settled.map((each) => each?.level ?? 2);
    this.#seenAt = Float64Array.from(settled, (each) => each?.seenAt ?? 0);
    this.#counts = [0, 0, settled.length];
  }

  /** The most urgent one is so urgent now. */
  get level(): Level {
    return this.#level;
  }

  /** Somebody could be offered a call that waits now. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  /** How many are grouped by which level. */
  get counts(): LevelCounts {
    return this.#counts;
  }

  settled(index: number): SettledLevel {
    return { level: this.#levels[index] ?? 2, seenAt: this.#seenAt[index] ?? 0 };
  }

  /** The same people as committed now, in the same order. */
  look(
    state: Readonly<TenantState>,
    agents: readonly (Readonly<AgentState> | undefined)[],
    nowAt: number,
  ): void {
    const counts: [number, number, number] = [0, 0, 0];
    let highest: Level = 2;
    let isAwaited = false;
    for (let index = 0; index < agents.length; index += 1) {
      const urgency = presenceUrgency(state, agents[index]);
      const level = levelOf(urgency);
      if (level < highest) highest = level;
      if (urgency === 'awaited') isAwaited = true;
      counts[this.#note(index, level, nowAt)] += 1;
    }
    this.#counts = counts;
    this.#level = highest;
    this.#isAwaited = isAwaited;
  }

  #note(index: number, level: Level, nowAt: number): Level {
    const held = this.#levels[index] ?? 2;
    if (level > held && nowAt - (this.#seenAt[index] ?? 0) <= HELD_MS) return held;
    this.#levels[index] = level;
    this.#seenAt[index] = nowAt;
    return level;
  }
}
