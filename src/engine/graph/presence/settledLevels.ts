/**
 * How urgent people are, apart from the ups and downs of their calls: whoever hangs up is next
 * again, so that one who was next a moment ago is still grouped with those who are. Without it,
 * blocks would have to be formed anew with every call.
 */
import { presenceUrgency } from '@rufwerk/engine/core';
import type { PersonId, TenantState } from '@rufwerk/engine/core';
import type { LevelCounts } from './gathering.ts';
import { levelOf } from './rhythm.ts';
import type { Level } from './rhythm.ts';

/** As long as most calls with their after-call work take. */
const HELD_MS = 10 * 60_000;

/** What a look at some people found. */
export interface Look {
  /** The most urgent one is so urgent now. */
  readonly level: Level;
  /** Somebody could be offered a call that waits now. */
  readonly isAwaited: boolean;
  /** How many are grouped by which level. */
  readonly counts: LevelCounts;
}

interface Held {
  level: Level;
  /** When the person was last seen at this level or a more urgent one. */
  seenAt: number;
}

export class SettledLevels {
  readonly #held = new Map<PersonId, Held>();

  look(state: Readonly<TenantState>, agentIds: readonly PersonId[], nowAt: number): Look {
    const counts: [number, number, number] = [0, 0, 0];
    let highest: Level = 2;
    let isAwaited = false;
    for (const agentId of agentIds) {
      const urgency = presenceUrgency(state, agentId);
      const level = levelOf(urgency);
      if (level < highest) highest = level;
      if (urgency === 'awaited') isAwaited = true;
      counts[this.#note(agentId, level, nowAt)] += 1;
    }
    return { level: highest, isAwaited, counts };
  }

  /** What the person is grouped by. */
  levelOf(agentId: PersonId): Level {
    return this.#held.get(agentId)?.level ?? 2;
  }

  forgetAllBut(agentIds: readonly PersonId[]): void {
    if (this.#held.size === agentIds.length) return;
    const kept = new Set(agentIds);
    for (const agentId of this.#held.keys()) {
      if (!kept.has(agentId)) this.#held.delete(agentId);
    }
  }

  #note(agentId: PersonId, level: Level, nowAt: number): Level {
    const held = this.#held.get(agentId);
    if (held === undefined) {
      this.#held.set(agentId, { level, seenAt: nowAt });
      return level;
    }
    if (level <= held.level || nowAt - held.seenAt > HELD_MS) {
      held.level = level;
      held.seenAt = nowAt;
    }
    return held.level;
  }
}
