/** What polling knows of one block: how urgent it is, when it was read, when it is due. */
import type { AgentState, PersonId, TenantState } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import { entraIdsOf } from './askForPresence.ts';
import type { EntraId } from './askForPresence.ts';
import type { Block } from './block.ts';
import { MemberLevels } from './memberLevels.ts';
import type { SettledLevel } from './memberLevels.ts';
import { intervalOf } from './rhythm.ts';
import type { Intervals } from './rhythm.ts';

/** A block later than so many intervals is told as not refreshed. */
const LATE_INTERVALS = 3;
/** A block whose question is refused waits twice as long each time, up to this. */
const LONGEST_PAUSE_MS = 60_000;
/** Whoever leaves the directory is asked for no longer than this. */
const ENTRA_IDS_KEPT_MS = 60_000;

type Agents = readonly (Readonly<AgentState> | undefined)[];

export class PolledBlock {
  readonly block: Block;
  readonly levels: MemberLevels;
  /** Null before its people have been looked at. */
  lookedAt: number | null = null;
  /** Null before it has been asked for. */
  askedAt: number | null = null;
  /** Everybody in it has been read and committed since then; null before that. */
  successAt: number | null;
  isUnderWay = false;
  #failuresInARow = 0;
  #notBeforeAt = 0;
  #entraIds: { readonly ids: readonly EntraId[]; readonly foundAt: number } | null = null;

  /** One that is formed anew counts as old as the people in it. */
  constructor(
    block: Block,
    settledOf: (agentId: PersonId) => SettledLevel | undefined,
    successAt: number | null,
  ) {
    this.block = block;
    this.levels = new MemberLevels(block.agentIds.map(settledOf));
    this.successAt = successAt;
  }

  get size(): number {
    return this.block.agentIds.length;
  }

  /** Its people as committed, in their order, after a look at how urgent they are now. */
  look(state: Readonly<TenantState>, nowAt: number): Agents {
    const agents = this.block.agentIds.map((agentId) => state.agents.get(agentId));
    this.levels.look(state, agents, nowAt);
    this.lookedAt = nowAt;
    return agents;
  }

  entraIds(people: Pick<People, 'find'>, nowAt: number): readonly EntraId[] {
    if (this.#entraIds === null || nowAt - this.#entraIds.foundAt >= ENTRA_IDS_KEPT_MS) {
      this.#entraIds = { ids: entraIdsOf(people, this.block.agentIds), foundAt: nowAt };
    }
    return this.#entraIds.ids;
  }

  /** When its next reading is due; the past for one that was never asked for. */
  dueAt(intervalsMs: Intervals): number {
    if (this.askedAt === null) return this.#notBeforeAt;
    return Math.max(this.askedAt + this.#intervalMs(intervalsMs), this.#notBeforeAt);
  }

  /** How late it is, measured by its interval, so that no block waits for ever. */
  lateness(nowAt: number, intervalsMs: Intervals): number {
    const passed = this.askedAt === null ? Infinity : nowAt - this.askedAt;
    return passed / this.#intervalMs(intervalsMs);
  }

  isRefreshed(nowAt: number, intervalsMs: Intervals): boolean {
    if (this.successAt === null) return false;
    return nowAt - this.successAt <= LATE_INTERVALS * this.#intervalMs(intervalsMs);
  }

  succeeded(askedAt: number): void {
    this.successAt = askedAt;
    this.#failuresInARow = 0;
  }

  /** The question about these very people was refused: others go on. */
  refused(nowAt: number, intervalsMs: Intervals): void {
    this.#failuresInARow += 1;
    const pauseMs = this.#intervalMs(intervalsMs) * 2 ** Math.min(this.#failuresInARow, 10);
    this.#notBeforeAt = nowAt + Math.min(pauseMs, LONGEST_PAUSE_MS);
  }

  #intervalMs(intervalsMs: Intervals): number {
    return intervalOf(this.levels.level, intervalsMs);
  }
}
