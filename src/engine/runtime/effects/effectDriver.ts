/**
 * Drives requested effects after their commit and brings their outcomes back as inputs.
 *
 *   requested --> waits for its lane --> performed --> reported, until the report is committed
 *
 * An effect is known here all the way, so that none is driven twice.
 */
import type { Effect, EffectId, EffectOutcome } from '@rufwerk/engine/core';
import {
  type AnyEffectPerformer,
  type EffectRequest,
  type InputDraft,
  type Log,
  NotAccepted,
} from '@rufwerk/engine/ports';
import { pause } from '../pause.ts';
import { LaneRunner } from './laneRunner.ts';
import { laneOf, trackOf } from './lanes.ts';

/** Adapters have limits of their own, shorter ones; this is for an adapter that hangs. */
const LONGEST_MS = 20_000;
const FIRST_REPORT_PAUSE_MS = 20;
const LONGEST_REPORT_PAUSE_MS = 2_000;

export interface EffectDriverOptions {
  readonly performers: readonly AnyEffectPerformer[];
  /** Resolves once the report is committed; `NotAccepted` means later. */
  readonly report: (input: InputDraft) => Promise<unknown>;
  readonly timeoutMs: number | undefined;
  readonly log: Log;
  readonly observe: ((done: EffectTiming) => void) | undefined;
}

/** Real time, in milliseconds: waiting for the lane, and being performed. */
export interface EffectTiming {
  readonly kind: Effect['kind'];
  readonly outcome: EffectOutcome['kind'];
  readonly waitedMs: number;
  readonly tookMs: number;
}

export class EffectDriver {
  readonly #options: EffectDriverOptions;
  readonly #performerOf = new Map<Effect['kind'], AnyEffectPerformer>();
  readonly #lanes = new LaneRunner();
  readonly #known = new Set<EffectId>();
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  /** Throws when two performers claim the same kind. */
  constructor(options: EffectDriverOptions) {
    this.#options = options;
    for (const performer of options.performers) {
      for (const kind of performer.kinds) {
        if (this.#performerOf.has(kind)) throw new Error(`Two performers perform ${kind}.`);
        this.#performerOf.set(kind, performer);
      }
    }
  }

  /** Requested and not yet reported, whether they run or wait. */
  get inFlight(): number {
    return this.#known.size;
  }

  /** Performs the effect when its turn comes; one that is known already is left alone. */
  drive(request: EffectRequest): void {
    const { effectId, effect } = request;
    if (this.#known.has(effectId)) return;
    this.#known.add(effectId);
    const requestedMs = performance.now();
    this.#lanes.add(trackOf(effect), laneOf(effect), async () => {
      const startedMs = performance.now();
      const outcome = this.#outcomeOf(request);
      this.#keep(outcome.then((known) => this.#report(effectId, known)));
      const { kind } = await outcome;
      this.#options.observe?.({
        kind: effect.kind,
        outcome: kind,
        waitedMs: startedMs - requestedMs,
        tookMs: performance.now() - startedMs,
      });
    });
  }

  /** Starts nothing new and waits for what is under way, at most `limitMs`; the rest stays open. */
  async stop(limitMs: number): Promise<void> {
    this.#lanes.close();
    const limit = new AbortController();
    const allReported = Promise.all(this.#running).then(() => limit.abort());
    await Promise.race([allReported, pause(limitMs, limit.signal)]);
    this.close();
  }

  /** Starts nothing new and reports nothing more. */
  close(): void {
    this.#lanes.close();
    this.#closing.abort();
  }

  #keep(running: Promise<void>): void {
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }

  /** Never rejects: whatever goes wrong is an outcome. */
  async #outcomeOf(request: EffectRequest): Promise<EffectOutcome> {
    const { effectId, effect } = request;
    const { timeoutMs = LONGEST_MS, log } = this.#options;
    const performer = this.#performerOf.get(effect.kind);
    if (performer === undefined) {
      log.error({ effectId, kind: effect.kind }, 'Nobody performs effects of this kind');
      return { kind: 'failed', cause: `nobody performs ${effect.kind}` };
    }
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<EffectOutcome>((resolve) => {
      const cause = `no outcome within ${timeoutMs / 1000} s`;
      timer = setTimeout(() => resolve({ kind: 'unknown', cause }), timeoutMs);
      timer.unref();
    });
    try {
      // It names this kind, see `AnyEffectPerformer`.
      const performed = performer.perform(request as never);
      return await Promise.race([performed, tooLong]);
    } catch (error) {
      // A performer answers what the world does by an outcome: a rejection is a bug of ours.
      log.error({ effectId, kind: effect.kind, err: error }, 'An effect threw');
      return { kind: 'unknown', cause: 'an internal error' };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Tries until it is taken: an outcome that got lost would leave its call waiting for ever. */
  async #report(effectId: EffectId, outcome: EffectOutcome): Promise<void> {
    const { signal } = this.#closing;
    let pauseMs = FIRST_REPORT_PAUSE_MS;
    while (!signal.aborted && !(await this.#isReported(effectId, outcome))) {
      await pause(pauseMs, signal);
      pauseMs = Math.min(2 * pauseMs, LONGEST_REPORT_PAUSE_MS);
    }
  }

  async #isReported(effectId: EffectId, outcome: EffectOutcome): Promise<boolean> {
    const { report, log } = this.#options;
    try {
      await report({ type: 'EffectReported', effectId, outcome });
    } catch (error) {
      if (error instanceof NotAccepted) return false;
      // The core threw, and would throw again: the effect stays open until a restart.
      log.error({ effectId, outcome: outcome.kind, err: error }, 'An outcome was refused');
    }
    this.#known.delete(effectId);
    return true;
  }
}
