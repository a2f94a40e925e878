import type { Timer } from '@rufwerk/engine/ports';
import { LONGEST_TIMER_MS } from './systemClock.ts';
import type { PlayedTime, TellingClock } from './telling.ts';

/** Further back than this is another time, not a message that was on its way for long. */
const BACKWARD_JUMP_MS = 5_000;
/** A telling that differs by more than this, or has another rate, is news for whoever listens. */
const NEWS_MS = 250;

interface PendingTimer {
  readonly at: number;
  readonly callback: () => void;
}

/**
 * The played world's time: runs on by itself at the last rate that was told, and follows every
 * telling. Due timers are called in the order of their instants, however far time has jumped.
 */
export class SimulatedClock implements TellingClock {
  readonly #timers = new Set<PendingTimer>();
  readonly #listeners = new Set<(time: PlayedTime) => void>();
  #told: PlayedTime;
  #toldAtRealMs = performance.now();
  /** Time does not go back by the little that a telling was late. */
  #latestMs: number;
  #armed: NodeJS.Timeout | undefined;

  constructor(start: PlayedTime) {
    this.#told = start;
    this.#latestMs = start.nowMs;
  }

  now(): number {
    const nowMs = this.#expectedMs();
    const isOtherTime = nowMs < this.#latestMs - BACKWARD_JUMP_MS;
    this.#latestMs = isOtherTime ? nowMs : Math.max(nowMs, this.#latestMs);
    return this.#latestMs;
  }

  time(): PlayedTime {
    return { nowMs: this.now(), rate: this.#told.rate };
  }

  onChange(listener: (time: PlayedTime) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes what the played world says its time is. */
  follow(told: PlayedTime): void {
    const isNews =
      told.rate !== this.#told.rate || Math.abs(told.nowMs - this.#expectedMs()) > NEWS_MS;
    this.#told = told;
    this.#toldAtRealMs = performance.now();
    this.#arm();
    if (!isNews) return;
    for (const listener of this.#listeners) listener(this.time());
  }

  setTimer(at: number, callback: () => void): Timer {
    const timer = { at, callback };
    this.#timers.add(timer);
    this.#arm();
    return {
      cancel: () => {
        this.#timers.delete(timer);
      },
    };
  }

  /** Forgets all timers, so that the process can end. */
  close(): void {
    this.#timers.clear();
    clearTimeout(this.#armed);
  }

  #expectedMs(): number {
    const passedRealMs = performance.now() - this.#toldAtRealMs;
    return Math.floor(this.#told.nowMs + passedRealMs * this.#told.rate);
  }

  #arm(): void {
    clearTimeout(this.#armed);
    const next = this.#nextTimer();
    if (next === null) return;
    const waitMs = next.at - this.now();
    // Time that stands still reaches only what is due already.
    if (waitMs > 0 && this.#told.rate === 0) return;
    const delayMs = waitMs <= 0 ? 0 : Math.ceil(waitMs / this.#told.rate);
    this.#armed = setTimeout(() => this.#runDue(), Math.min(LONGEST_TIMER_MS, delayMs));
  }

  #runDue(): void {
    // One at a time: a callback may set a timer that is due before the others.
    const next = this.#nextTimer();
    if (next !== null && next.at <= this.now()) {
      this.#timers.delete(next);
      next.callback();
    }
    this.#arm();
  }

  #nextTimer(): PendingTimer | null {
    let next: PendingTimer | null = null;
    for (const timer of this.#timers) {
      if (next === null || timer.at < next.at) next = timer;
    }
    return next;
  }
}
