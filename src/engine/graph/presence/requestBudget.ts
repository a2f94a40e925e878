/**
 * How many requests about presence may go out: a bucket that fills by itself, shared by polls,
 * direct reads and writes, because Graph counts them together for each application and tenant.
 *
 *   full bucket --each request takes one--> empty: requests wait --REQUESTS_PER_SECOND--> full
 *        \
 *         +--Graph asks to wait (Retry-After)--> nobody sends until then
 */
import type { Clock } from '@rufwerk/engine/ports';
import type { GraphAnswer } from '../client/graphAnswer.ts';
import { waitUntil } from '../client/waitUntil.ts';

/**
 * Graph's newest page allows 10,000 requests in 30 s, older ones 1,500 (platform.md section 1): no
 * 30 s hold more than 100 + 30 x 40 = 1,300 of ours.
 */
export const REQUESTS_PER_SECOND = 40;
export const REQUESTS_AT_ONCE = 100;
/** Polls leave so many to direct reads and writes, which a call may be waiting for. */
const KEPT_FROM_POLLS = 20;

/** Where Graph refuses for its limits without saying for how long; doubles each time. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_OWN_PAUSE_MS = 30_000;
/** One request in so long harms nobody, whatever was asked for. */
const LONGEST_PAUSE_MS = 10 * 60_000;

export class RequestBudget {
  readonly #clock: Clock;
  #left = REQUESTS_AT_ONCE;
  #filledAt: number;
  #pausedUntilAt = 0;
  #refusalsInARow = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** Graph wants no request before then (epoch ms). */
  get pausedUntilAt(): number {
    this.#fill();
    return this.#pausedUntilAt;
  }

  /** For a poll: takes a request, or says no when another one should go first. */
  tryTake(): boolean {
    const nowAt = this.#fill();
    if (nowAt < this.#pausedUntilAt || this.#left < 1 + KEPT_FROM_POLLS) return false;
    this.#left -= 1;
    return true;
  }

  /** For a read or write: waits for its turn; false at once when that is later than `untilAt`. */
  async take(untilAt: number): Promise<boolean> {
    for (;;) {
      const turnAt = this.#turnAt();
      if (turnAt > untilAt) return false;
      if (turnAt <= this.#clock.now()) break;
      await waitUntil(this.#clock, turnAt);
    }
    this.#left -= 1;
    return true;
  }

  /**
   * Takes to heart what an answer says about too many requests; true when it was refused for that.
   */
  heed(answer: GraphAnswer): boolean {
    if (answer.kind === 'success') {
      this.#refusalsInARow = 0;
      return false;
    }
    const isRefusedForNumber = answer.kind === 'refused' && answer.status === 429;
    const waitMs = answer.retryAfterMs ?? (isRefusedForNumber ? this.#ownPauseMs() : null);
    if (waitMs === null) return false;
    const untilAt = this.#fill() + Math.min(waitMs, LONGEST_PAUSE_MS);
    this.#pausedUntilAt = Math.max(this.#pausedUntilAt, untilAt);
    return true;
  }

  #ownPauseMs(): number {
    this.#refusalsInARow += 1;
    const pauseMs = FIRST_PAUSE_MS * 2 ** Math.min(this.#refusalsInARow - 1, 10);
    return Math.min(pauseMs, LONGEST_OWN_PAUSE_MS);
  }

  #turnAt(): number {
    const nowAt = this.#fill();
    const missing = Math.max(0, 1 - this.#left);
    return Math.max(this.#pausedUntilAt, nowAt + Math.ceil((missing * 1000) / REQUESTS_PER_SECOND));
  }

  #fill(): number {
    const nowAt = this.#clock.now();
    const passedMs = nowAt - this.#filledAt;
    this.#filledAt = nowAt;
    if (passedMs < 0) {
      // The clock was put back: what was to be waited for stays as far away as it was.
      this.#pausedUntilAt += passedMs;
    } else {
      const filled = this.#left + (passedMs / 1000) * REQUESTS_PER_SECOND;
      this.#left = Math.min(REQUESTS_AT_ONCE, filled);
    }
    return nowAt;
  }
}
