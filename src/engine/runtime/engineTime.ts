/** The tenant's time: the clock's, but it never goes back. */
import type { Clock, Log, Timer } from '@rufwerk/engine/ports';

/** A clock that is set right moves by less; time stands still for so long. */
const STAND_STILL_MS = 1_000;

/**
 * When the clock is put back, time stands still for a moment or, when it was put back by more, goes
 * on from where it was and stays ahead of the clock, until the clock has caught up: deadlines keep
 * their distance, and nobody rings for an hour because summer ended.
 */
export class EngineTime {
  readonly #clock: Clock;
  readonly #log: Log;
  #latestAt: number;
  #aheadMs = 0;

  /** Begins no earlier than `latestAt`, the last instant that the journal knows. */
  constructor(clock: Clock, latestAt: number, log: Log) {
    this.#clock = clock;
    this.#latestAt = latestAt;
    this.#log = log;
  }

  /** How far time is ahead of the clock; timers that were set under another value are set anew. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  now(): number {
    const clockAt = this.#clock.now();
    if (clockAt >= this.#latestAt) {
      this.#aheadMs = 0;
    } else if (clockAt + this.#aheadMs < this.#latestAt - STAND_STILL_MS) {
      this.#aheadMs = this.#latestAt - clockAt;
      const details = { clockAt, aheadMs: this.#aheadMs };
      this.#log.warn(details, 'The clock went back: time goes on from where it was');
    }
    this.#latestAt = Math.max(this.#latestAt, clockAt + this.#aheadMs);
    return this.#latestAt;
  }

  setTimer(at: number, callback: () => void): Timer {
    return this.#clock.setTimer(at - this.#aheadMs, callback);
  }
}
