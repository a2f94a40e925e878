/**
 * Presence by polling: the application permission allows no subscription (facts of the platform,
 * 1).
 *
 *   tick --form blocks anew? look how urgent people are--> blocks that are due are read, the
 *    ^                                                     awaited and the latest first
 *    +------------------- TICK_MS ---------------------------------+
 *
 *   works --no answer, login down, not allowed--> troubled: one block at a time, 2 s to 15 s apart
 *     ^                                              |
 *     +------------- an answer ----------------------+
 *
 * What Graph refuses for its limits pauses everything that asks about presence (`RequestBudget`).
 */
import type { PersonId } from '@rufwerk/engine/core';
import type { Clock, Log, People, Timer } from '@rufwerk/engine/ports';
import { BlockBook } from './blockBook.ts';
import { ChangeFinder } from './changes.ts';
import type { LearntChange } from './changes.ts';
import { pollBlock } from './pollBlock.ts';
import type { BlockPollParts } from './pollBlock.ts';
import type { PolledBlock } from './polledBlock.ts';
import type { PresenceEngine } from './presenceEngine.ts';
import type { PresenceReader } from './presenceReader.ts';
import type { RequestBudget } from './requestBudget.ts';
import { DEFAULT_INTERVALS_MS } from './rhythm.ts';
import type { Intervals } from './rhythm.ts';
import type { PresenceSourceHealth, SourceRecord } from './sourceRecord.ts';

const TICK_MS = 250;
const REQUESTS_AT_A_TIME = 24;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;

export interface PresencePollingOptions {
  readonly engine: PresenceEngine;
  /** Who is polled. */
  readonly agentIds: () => readonly PersonId[];
  readonly intervalsMs?: Partial<Intervals>;
  /** Told when a poll learnt what nobody had told before: a subscription should have. */
  readonly onChangeLearnt?: (learnt: readonly LearntChange[], at: number) => void;
}

export interface PresencePollingParts {
  readonly reader: PresenceReader;
  readonly people: Pick<People, 'find'>;
  readonly budget: RequestBudget;
  readonly record: SourceRecord;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PresencePollingHealth extends PresenceSourceHealth {
  readonly people: number;
  readonly blocks: number;
  /** Every block has been read and committed at least since then; null before that. */
  readonly lastSuccessAt: number | null;
  /** People in blocks that are later than they should be by far. */
  readonly notRefreshed: number;
  /** Requests that have no answer yet. */
  readonly underWay: number;
}

export class PresencePolling {
  readonly #parts: PresencePollingParts;
  readonly #engine: PresenceEngine;
  readonly #intervalsMs: Intervals;
  readonly #book: BlockBook;
  readonly #blockParts: BlockPollParts;
  readonly #underWay = new Set<Promise<void>>();
  #ticking: Promise<void> = Promise.resolve();
  #timer: Timer | null = null;
  #isStopped = false;
  #failuresInARow = 0;
  #failedAt = 0;
  #notBeforeAt = 0;

  constructor(parts: PresencePollingParts, options: PresencePollingOptions) {
    const { engine, agentIds, onChangeLearnt = () => undefined } = options;
    const { reader, people, record } = parts;
    this.#parts = parts;
    this.#engine = engine;
    this.#intervalsMs = { ...DEFAULT_INTERVALS_MS, ...options.intervalsMs };
    this.#book = new BlockBook({ engine, agentIds, intervalsMs: this.#intervalsMs });
    const isCurrent = (polled: PolledBlock) => this.#book.isCurrent(polled);
    const changes = new ChangeFinder();
    this.#blockParts = { reader, engine, people, changes, record, isCurrent, onChangeLearnt };
    this.#schedule(0);
  }

  health(): PresencePollingHealth {
    const { blocks, oldestSuccessAt } = this.#book;
    const nowAt = this.#engine.now();
    const sizeOf = (some: readonly PolledBlock[]) => some.reduce((sum, { size }) => sum + size, 0);
    return {
      ...this.#parts.record.health(),
      people: sizeOf(blocks),
      blocks: blocks.length,
      lastSuccessAt: oldestSuccessAt,
      underWay: this.#underWay.size,
      notRefreshed: sizeOf(blocks.filter((each) => !each.isRefreshed(nowAt, this.#intervalsMs))),
    };
  }

  /** Resolves when the requests under way have ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#ticking;
    await Promise.all(this.#underWay);
  }

  #schedule(inMs: number): void {
    if (this.#isStopped) return;
    const { clock } = this.#parts;
    this.#timer = clock.setTimer(clock.now() + inMs, () => {
      this.#ticking = this.#tick().then(() =>
        this.#schedule(Math.min(TICK_MS, this.#intervalsMs.next)),
      );
    });
  }

  async #tick(): Promise<void> {
    try {
      await this.#book.form();
      await this.#book.look();
    } catch (error) {
      this.#notTaken(error);
    }
    this.#readDue();
  }

  #readDue(): void {
    const nowAt = this.#engine.now();
    const most = this.#failuresInARow === 0 ? REQUESTS_AT_A_TIME : 1;
    if (this.#isStopped || nowAt < this.#notBeforeAt || this.#underWay.size >= most) return;
    for (const polled of this.#dueBlocks(nowAt)) {
      if (this.#underWay.size >= most || !this.#parts.budget.tryTake()) return;
      const reading = this.#read(polled);
      this.#underWay.add(reading);
      void reading.then(() => {
        this.#underWay.delete(reading);
        this.#readDue();
      });
    }
  }

  #dueBlocks(nowAt: number): PolledBlock[] {
    const lateness = (polled: PolledBlock) => polled.lateness(nowAt, this.#intervalsMs);
    return this.#book.blocks
      .filter((each) => !each.isUnderWay && each.dueAt(this.#intervalsMs) <= nowAt)
      .sort(
        (one, other) =>
          Number(other.levels.isAwaited) - Number(one.levels.isAwaited) ||
          compare(lateness(other), lateness(one)),
      );
  }

  /** Never rejects. */
  async #read(polled: PolledBlock): Promise<void> {
    const startedAt = this.#engine.now();
    polled.isUnderWay = true;
    polled.askedAt = startedAt;
    try {
      const result = await pollBlock(this.#blockParts, polled);
      if (result.kind === 'unread') return this.#unread(polled, result.status, startedAt);
      this.#recovered();
      if (result.kind === 'committed') polled.succeeded(result.askedAt);
    } catch (error) {
      this.#notTaken(error);
    } finally {
      polled.isUnderWay = false;
    }
  }

  #unread(polled: PolledBlock, status: number | null, startedAt: number): void {
    const nowAt = this.#engine.now();
    const { log, record } = this.#parts;
    const { cause = '', mend = null } = record.health().lastError ?? {};
    if (isAboutThesePeople(status)) {
      polled.refused(nowAt, this.#intervalsMs);
      log.warn({ blockId: polled.block.blockId, cause }, 'a block of people could not be read');
      return;
    }
    // Requests that were under way beside the first one to fail say nothing new.
    if (this.#failuresInARow > 0 && startedAt < this.#failedAt) return;
    this.#failuresInARow += 1;
    this.#failedAt = nowAt;
    const pauseMs = FIRST_PAUSE_MS * 2 ** Math.min(this.#failuresInARow - 1, 10);
    this.#notBeforeAt = nowAt + Math.min(pauseMs, LONGEST_PAUSE_MS);
    if (this.#failuresInARow > 1) return;
    log.warn({ cause, mend }, 'presence could not be read: it grows old');
  }

  #recovered(): void {
    if (this.#failuresInARow === 0) return;
    this.#failuresInARow = 0;
    this.#notBeforeAt = 0;
    this.#parts.log.info({}, 'presence is read again');
  }

  /** The engine did not take it, nothing is wrong with Graph: the next reading tells it again. */
  #notTaken(error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    const { record, log } = this.#parts;
    if (record.health().lastError?.cause !== cause) log.warn({ cause }, 'presence was not taken');
    record.failed(this.#engine.now(), { cause, mend: null });
  }
}

/**
 * 401, 403 and 429 are about whoever asks, 5xx about Graph; the rest is about whom one asks for.
 */
function isAboutThesePeople(status: number | null): boolean {
  const isOfAsker = status === 401 || status === 403 || status === 429;
  return status !== null && status < 500 && !isOfAsker;
}

/** Also for two that were never read, which are late without bounds. */
function compare(one: number, other: number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
