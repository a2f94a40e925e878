import type { Clock, Timer } from '@rufwerk/engine/ports';

/** A clock on which waiting takes no real time: a timer moves it to its instant and rings. */
export class EagerClock implements Clock {
  /** How long each wait was, in order. */
  readonly waitsMs: number[] = [];
  #now: number;

  constructor(startsAt: number) {
    this.#now = startsAt;
  }

  now(): number {
    return this.#now;
  }

  moveTo(at: number): void {
    this.#now = at;
  }

  setTimer(at: number, callback: () => void): Timer {
    this.waitsMs.push(at - this.#now);
    let cancelled = false;
    queueMicrotask(() => {
      if (cancelled) return;
      this.#now = Math.max(this.#now, at);
      callback();
    });
    return {
      cancel: () => {
        cancelled = true;
      },
    };
  }
}
