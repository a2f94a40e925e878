/**
 * Presence by polling: the application permission allows no subscription (facts of the platform,
 * 1).
 *
 *   round --set of agents changed--> blocks formed --> every block that is due, a few at a time
 *     ^                                                        |
 *     +---------------- interval since the round began --------+
 *
 * A block that fails waits twice as long each time, within bounds; an answer that names a time to
 * come back makes all of them wait, because Graph counts requests per application.
 */
import type { BlockId, PersonId, PresenceReading } from '@rufwerk/engine/core';
import type { Clock, InputSink, Log, People, Timer } from '@rufwerk/engine/ports';
import type { GraphClient } from '../client/graphClient.ts';
import { pollBlock } from './blockPoll.ts';
import { formBlocks, holdExactly } from './blocks.ts';
import type { Block } from './blocks.ts';
import { Latency } from './latency.ts';
import type { LatencyHistogram } from './latency.ts';

const REFORM_AT_MOST_EVERY_MS = 60_000;
const LONGEST_PAUSE_MS = 15_000;
const BLOCKS_AT_A_TIME = 8;

export interface PresencePollingOptions {
  readonly graph: GraphClient;
  readonly sink: InputSink;
  readonly people: Pick<People, 'find'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Who is polled, asked for at every round. */
  readonly agentIds: () => readonly PersonId[];
  readonly intervalMs: number;
}

export interface PresencePollingHealth {
  readonly people: number;
  readonly blocks: number;
  /** Every block has been read and committed at least since then; null before that. */
  readonly lastSuccessAt: number | null;
  readonly lastError: { readonly at: number; readonly cause: string } | null;
  readonly latency: LatencyHistogram;
}

interface BlockHistory {
  successAt: number | null;
  failuresInARow: number;
  notBeforeAt: number;
}

export class PresencePolling {
  readonly #options: PresencePollingOptions;
  readonly #latency = new Latency();
  readonly #committed = new Map<PersonId, PresenceReading>();
  readonly #histories = new Map<BlockId, BlockHistory>();
  #blocks: readonly Block[] = [];
  #formedAt: number | null = null;
  #notBeforeAt = 0;
  #lastError: PresencePollingHealth['lastError'] = null;
  #timer: Timer | null = null;
  #round: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: PresencePollingOptions) {
    this.#options = options;
    this.#schedule(options.clock.now());
  }

  health(): PresencePollingHealth {
    const successes = this.#blocks.map(({ blockId }) => this.#historyOf(blockId).successAt);
    const isComplete = successes.length > 0 && successes.every((at) => at !== null);
    return {
      people: this.#blocks.reduce((sum, { agentIds }) => sum + agentIds.length, 0),
      blocks: this.#blocks.length,
      lastSuccessAt: isComplete ? Math.min(...successes) : null,
      lastError: this.#lastError,
      latency: this.#latency.histogram(),
    };
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#round;
  }

  #schedule(at: number): void {
    if (this.#isStopped) return;
    const { clock, intervalMs } = this.#options;
    this.#timer = clock.setTimer(at, () => {
      const startedAt = clock.now();
      this.#round = this.#poll()
        .catch((error: unknown) => this.#failed(error))
        .then(() => this.#schedule(Math.max(startedAt + intervalMs, clock.now())));
    });
  }

  async #poll(): Promise<void> {
    await this.#reform();
    const nowAt = this.#options.clock.now();
    if (nowAt < this.#notBeforeAt) return;
    const due = this.#blocks.filter(({ blockId }) => nowAt >= this.#historyOf(blockId).notBeforeAt);
    const worker = async (): Promise<void> => {
      for (let block = due.shift(); block !== undefined; block = due.shift()) {
        if (this.#isStopped || this.#options.clock.now() < this.#notBeforeAt) return;
        await this.#pollOne(block);
      }
    };
    await Promise.all(Array.from({ length: BLOCKS_AT_A_TIME }, worker));
  }

  /** Forms blocks anew when others are to be polled; first of all as soon as there is anybody. */
  async #reform(): Promise<void> {
    const { clock, sink, agentIds } = this.#options;
    const wanted = agentIds();
    if (holdExactly(this.#blocks, wanted)) return;
    const isTooSoon =
      this.#formedAt !== null && clock.now() - this.#formedAt < REFORM_AT_MOST_EVERY_MS;
    if (isTooSoon && this.#blocks.length > 0) return;

    const blocks = formBlocks(this.#blocks, wanted);
    await sink.submit({ type: 'PresenceBlocksFormed', blocks });
    this.#blocks = blocks;
    this.#formedAt = clock.now();
    this.#forgetAllBut(wanted);
  }

  /** Who comes back later is told anew; a block that is gone has no history. */
  #forgetAllBut(agentIds: readonly PersonId[]): void {
    const kept = new Set(agentIds);
    for (const agentId of this.#committed.keys()) {
      if (!kept.has(agentId)) this.#committed.delete(agentId);
    }
    const blockIds = new Set(this.#blocks.map(({ blockId }) => blockId));
    for (const blockId of this.#histories.keys()) {
      if (!blockIds.has(blockId)) this.#histories.delete(blockId);
    }
  }

  async #pollOne(block: Block): Promise<void> {
    const { clock, intervalMs, log } = this.#options;
    const { blockId } = block;
    const history = this.#historyOf(blockId);
    try {
      const context = { ...this.#options, latency: this.#latency, committed: this.#committed };
      const result = await pollBlock(context, block);
      if (result.kind === 'committed') {
        if (history.failuresInARow > 0) log.info({ blockId }, 'presence is read again');
        history.successAt = clock.now();
        history.failuresInARow = 0;
        return;
      }
      history.failuresInARow += 1;
      const pauseMs = intervalMs * 2 ** Math.min(history.failuresInARow, 10);
      history.notBeforeAt = clock.now() + Math.min(pauseMs, LONGEST_PAUSE_MS);
      if (result.retryAfterMs !== null) this.#notBeforeAt = clock.now() + result.retryAfterMs;
      this.#note(result.cause, history.failuresInARow === 1);
    } catch (error) {
      // The sink did not take it: nothing is wrong with Graph, so the next round tells it again.
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    this.#note(cause, cause !== this.#lastError?.cause);
  }

  /** Keeps a failure for `health`, and logs it when it begins, not at every round. */
  #note(cause: string, isNew: boolean): void {
    this.#lastError = { at: this.#options.clock.now(), cause };
    if (isNew) this.#options.log.warn({ cause }, 'presence could not be read: it grows old');
  }

  #historyOf(blockId: BlockId): BlockHistory {
    const known = this.#histories.get(blockId);
    if (known !== undefined) return known;
    const history: BlockHistory = { successAt: null, failuresInARow: 0, notBeforeAt: 0 };
    this.#histories.set(blockId, history);
    return history;
  }
}
