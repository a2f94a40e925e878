/** One timer for the next deadline of a tenant. Timers are data in the state; this only wakes it up. */
import type { Clock, Timer } from '@rufwerk/engine/ports';

export class DeadlineTimer {
  readonly #clock: Clock;
  readonly #reached: (dueAt: number) => void;
  #timer: Timer | null = null;
  #dueAt: number | null = null;

  constructor(clock: Clock, reached: (dueAt: number) => void) {
    this.#clock = clock;
    this.#reached = reached;
  }

  /** Moves the timer to an instant; null when nothing is due. */
  arm(dueAt: number | null): void {
    if (dueAt === this.#dueAt) return;
    this.cancel();
    if (dueAt === null) return;
    this.#dueAt = dueAt;
    this.#timer = this.#clock.setTimer(dueAt, () => {
      this.#dueAt = null;
      this.#timer = null;
      this.#reached(dueAt);
    });
  }

  cancel(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#dueAt = null;
  }
}
