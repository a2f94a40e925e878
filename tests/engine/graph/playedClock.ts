import type { Clock, Timer } from '@rufwerk/engine/ports';

interface Waiting extends Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until a test moves it. */
export class PlayedClock implements Clock {
  #nowAt: number;
  readonly #waiting = new Set<Waiting>();

  constructor(nowAt = Date.UTC(2026, 10, 23, 9)) {
    this.#nowAt = nowAt;
  }

  now(): number {
    return this.#nowAt;
  }

  setTimer(at: number, callback: () => void): Timer {
    const waiting: Waiting = { at, callback, cancel: () => this.#waiting.delete(waiting) };
    this.#waiting.add(waiting);
    return waiting;
  }

  /** How many timers are set. */
  get timers(): number {
    return this.#waiting.size;
  }

  /** Moves on, calling back each timer that falls due at its own instant. */
  async advance(ms: number): Promise<void> {
    const untilAt = this.#nowAt + ms;
    for (;;) {
      await settled();
      const next = [...this.#waiting].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > untilAt) break;
      this.#nowAt = Math.max(this.#nowAt, next.at);
      this.#waiting.delete(next);
      next.callback();
    }
    this.#nowAt = untilAt;
    await settled();
  }

  /** Moves on, as far as it takes, until something is over. */
  async advanceUntil<T>(pending: Promise<T>): Promise<T> {
    let isOver = false;
    const done = pending.finally(() => (isOver = true));
    for (let step = 0; step < 2_000 && !isOver; step += 1) {
      if (this.timers > 0) await this.advance(100);
      else await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return done;
  }
}

/** Lets everything run that waits for promises only. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits in real time for what the network brings; fails with words after ten seconds. */
export async function eventually(what: string, isSo: () => boolean): Promise<void> {
  const untilMs = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > untilMs) throw new Error(`after ten seconds still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
