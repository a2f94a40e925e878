/**
 * When the writer must act by itself: a deadline has come, or so much time passed unheard that it
 * counts as a gap (restart, sleep, clock jump). One timer wakes it for both.
 */
import { nextDeadlineAt, type TenantState } from '@rufwerk/engine/core';
import type { Timer } from '@rufwerk/engine/ports';
import type { EngineTime } from './engineTime.ts';

/** A deadline that is later than this is late because time leapt, not because a timer was slow. */
const LEAP_MS = 1_000;
/** How long, in real time, a leap waits for effects under way before its next deadline comes. */
const LEAP_PATIENCE_MS = 500;
const LEAP_CHECK_MS = 50;
/** Pause of all deadlines after one could not be decided: a fault must not become a busy loop. */
const HOLD_MS = 5_000;

export interface AlarmParts {
  readonly time: EngineTime;
  /** Unheard time that counts as a gap; null under a simulated clock, which leaps on purpose. */
  readonly gapAfterMs: number | null;
  readonly wake: () => void;
}

/**
 * A deadline to be decided at its own instant; after a leap of time it is the only one of its turn.
 */
export interface Due {
  readonly at: number;
  readonly isAfterLeap: boolean;
}

export class Alarm {
  readonly #parts: AlarmParts;
  #heardAt: number;
  #timer: Timer | null = null;
  #timerClockAt: number | null = null;
  #retry: NodeJS.Timeout | undefined;
  #heldUntilMs = 0;
  #leapSinceMs: number | null = null;

  constructor(parts: AlarmParts) {
    this.#parts = parts;
    this.#heardAt = parts.time.now();
  }

  /** Says that the writer is awake now. Returns since when nothing was heard, if that is a gap. */
  hear(now: number): number | null {
    const { gapAfterMs } = this.#parts;
    const fromAt = this.#heardAt;
    this.#heardAt = now;
    return gapAfterMs !== null && now - fromAt > gapAfterMs ? fromAt : null;
  }

  /**
   * The next deadline that has come, and null when the writer should see to other things first.
   * After a leap of time each deadline still gets its own instant, but what it asks of the world
   * comes before the next one: else a call would be given up before it could have been read.
   */
  due(state: Readonly<TenantState>, now: number, effectsInFlight: number): Due | null {
    if (performance.now() < this.#heldUntilMs) return null;
    const deadlineAt = nextDeadlineAt(state);
    if (deadlineAt === null || deadlineAt > now) {
      this.#leapSinceMs = null;
      return null;
    }
    const at = Math.max(deadlineAt, state.lastAt);
    const isAfterLeap = now - at > LEAP_MS;
    if (isAfterLeap && effectsInFlight > 0 && this.#hasPatience()) return null;
    this.#leapSinceMs = null;
    return { at, isAfterLeap };
  }

  /** No deadline comes for a while. */
  hold(): void {
    this.#heldUntilMs = performance.now() + HOLD_MS;
  }

  /** No deadline comes any more. */
  close(): void {
    this.#heldUntilMs = Infinity;
    this.#cancel();
  }

  /** Sets the timer for whatever comes next; to be called whenever the state has changed. */
  arm(state: Readonly<TenantState>): void {
    const { time, gapAfterMs } = this.#parts;
    if (this.#heldUntilMs === Infinity) return;
    const deadlineAt = nextDeadlineAt(state) ?? Infinity;
    if (deadlineAt <= time.now()) return this.#comeBack();
    // Twice per gap: whoever sleeps past the first wakes up late enough to be seen.
    const pulseAt = gapAfterMs === null ? Infinity : this.#heardAt + gapAfterMs / 2;
    this.#set(Math.min(deadlineAt, pulseAt));
  }

  #cancel(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#timerClockAt = null;
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  #hasPatience(): boolean {
    this.#leapSinceMs ??= performance.now();
    return performance.now() - this.#leapSinceMs < LEAP_PATIENCE_MS;
  }

  #set(at: number): void {
    const { time, wake } = this.#parts;
    const clockAt = at - time.aheadMs;
    if (this.#timer !== null && this.#timerClockAt === clockAt) return;
    this.#cancel();
    if (at === Infinity) return;
    this.#timerClockAt = clockAt;
    this.#timer = time.setTimer(at, () => {
      this.#timer = null;
      wake();
    });
  }

  /**
   * The clock is past what is due: it comes at once, unless it waits for effects or after a fault.
   */
  #comeBack(): void {
    if (this.#retry !== undefined) return;
    const isLeaping = this.#leapSinceMs !== null;
    const heldMs = this.#heldUntilMs - performance.now();
    const delayMs = Math.max(isLeaping ? LEAP_CHECK_MS : 0, heldMs);
    if (delayMs <= 0) return this.#parts.wake();
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#parts.wake();
    }, delayMs);
    this.#retry.unref();
  }
}
