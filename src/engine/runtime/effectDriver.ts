/**
 * Drives requested effects after their commit and brings their outcomes back as inputs.
 *
 *   requested --> waits for its lane --> performed --> outcome submitted
 *
 * Effects on one call happen in order, in lanes that do not wait for each other: what rings and ends a
 * call, what is played, and what is only read. At most `MOST_AT_ONCE` are under way in all.
 */
import type { Effect, EffectId, EffectOutcome } from '@rufwerk/engine/core';
import type { AnyEffectPerformer, Log } from '@rufwerk/engine/ports';

const MOST_AT_ONCE = 128;
/** Adapters have limits of their own, far shorter; this one is for an adapter that hangs. */
const LONGEST_MS = 60_000;

export interface EffectDriverOptions {
  readonly performers: readonly AnyEffectPerformer[];
  readonly settle: (effectId: EffectId, outcome: EffectOutcome) => void;
  readonly log: Log;
  readonly observe?: (done: EffectTiming) => void;
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
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  #isStopped = false;

  constructor(options: EffectDriverOptions) {
    this.#options = options;
    for (const performer of options.performers) {
      for (const kind of performer.kinds) this.#performerOf.set(kind, performer);
    }
  }

  get underWay(): number {
    return this.#underWay + this.#waiting.length;
  }

  /** Performs the effect when its turn comes; `mayHaveHappened` after a restart. */
  drive(effectId: EffectId, effect: Effect, mayHaveHappened: boolean): void {
    const queuedAtMs = performance.now();
    const lane = laneOf(effect);
    const before = this.#lanes.get(lane) ?? Promise.resolve();
    const done = before.then(() => this.#perform(effectId, effect, mayHaveHappened, queuedAtMs));
    this.#lanes.set(lane, done);
    void done.then(() => {
      if (this.#lanes.get(lane) === done) this.#lanes.delete(lane);
    });
  }

  /** Starts nothing new and waits for what is under way, at most `limitMs`; the rest stays open. */
  async stop(limitMs: number): Promise<void> {
    this.#isStopped = true;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    await Promise.race([Promise.all(this.#lanes.values()), limit]);
    clearTimeout(timer);
  }

  async #perform(
    effectId: EffectId,
    effect: Effect,
    mayHaveHappened: boolean,
    queuedAtMs: number,
  ): Promise<void> {
    await this.#turn();
    try {
      if (this.#isStopped) return;
      const startedAtMs = performance.now();
      const outcome = await this.#outcomeOf(effectId, effect, mayHaveHappened);
      this.#options.observe?.({
        kind: effect.kind,
        outcome: outcome.kind,
        waitedMs: startedAtMs - queuedAtMs,
        tookMs: performance.now() - startedAtMs,
      });
      this.#options.settle(effectId, outcome);
    } finally {
      this.#underWay -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#underWay >= MOST_AT_ONCE) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#underWay += 1;
  }

  async #outcomeOf(
    effectId: EffectId,
    effect: Effect,
    mayHaveHappened: boolean,
  ): Promise<EffectOutcome> {
    const performer = this.#performerOf.get(effect.kind);
    if (performer === undefined) return { kind: 'failed', cause: `nobody performs ${effect.kind}` };
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<EffectOutcome>((resolve) => {
      const cause = `no outcome within ${LONGEST_MS / 1000} s`;
      timer = setTimeout(() => resolve({ kind: 'unknown', cause }), LONGEST_MS);
      timer.unref();
    });
    try {
      return await Promise.race([
        performer.perform({ effectId, effect, mayHaveHappened }),
        tooLong,
      ]);
    } catch (error) {
      // A performer answers what the world does by an outcome: a rejection is a bug of ours.
      this.#options.log.error({ effectId, kind: effect.kind, err: error }, 'An effect threw');
      return { kind: 'unknown', cause: 'an internal error' };
    } finally {
      clearTimeout(timer);
    }
  }
}

function laneOf(effect: Effect): string {
  switch (effect.kind) {
    case 'show-decision-card':
      return `card ${effect.taskId}`;
    case 'play-prompt':
    case 'stop-prompts':
      return `prompt ${effect.platformCallId}`;
    case 'read-call':
    case 'keep-call-alive':
      return `read ${effect.platformCallId}`;
    default:
      return `call ${effect.platformCallId}`;
  }
}
