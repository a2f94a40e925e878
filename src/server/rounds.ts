/**
 * Something that is looked at again and again.
 *
 *   resting --asked, or the instant is there--> looking --asked meanwhile--> looking once more
 *      ^                                            |
 *      +-------- until the instant it named --------+
 *
 * One look at a time, and however often it is asked for meanwhile, one more follows. A look that
 * failed is repeated soon, then later and later.
 */
import type { Clock, Log, Timer } from '@rufwerk/engine/ports';

const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 10 * 60_000;

export interface RoundsParts {
  readonly clock: Clock;
  readonly log: Log;
  /** For the log, when a look failed. */
  readonly trouble: string;
  /**
   * Resolves with when to look again, epoch ms, or "soon" when something was left over. Whatever
   * takes long ends with the signal.
   */
  readonly look: (ending: AbortSignal) => Promise<number | 'soon'>;
}

export class Rounds {
  readonly #parts: RoundsParts;
  readonly #ending = new AbortController();
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #isAsked = false;
  #failuresInARow = 0;

  constructor(parts: RoundsParts) {
    this.#parts = parts;
  }

  /** Looks now, or once more after the look that is under way. */
  ask(): void {
    if (this.#ending.signal.aborted) return;
    this.#isAsked = true;
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is looked at any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Resolves when the look under way has ended; there is none after it. */
  async stop(): Promise<void> {
    this.#ending.abort();
    this.#timer?.cancel();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#ending;
    while (this.#isAsked && !signal.aborted) {
      this.#isAsked = false;
      const nextAt = await this.#look(signal);
      this.#timer?.cancel();
      if (!signal.aborted) this.#timer = this.#parts.clock.setTimer(nextAt, () => this.ask());
    }
    this.#running = null;
  }

  async #look(ending: AbortSignal): Promise<number> {
    const { clock, log, look, trouble } = this.#parts;
    try {
      const nextAt = await look(ending);
      if (nextAt !== 'soon') {
        this.#failuresInARow = 0;
        return nextAt;
      }
    } catch (error) {
      if (!ending.aborted) log.warn({ err: error }, trouble);
    }
    const waitMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failuresInARow);
    this.#failuresInARow = Math.min(this.#failuresInARow + 1, 10);
    return clock.now() + waitMs;
  }
}
