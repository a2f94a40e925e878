import type { Clock } from '@rufwerk/engine/ports';

/** One that was just made is given so long before it is replaced again; doubled each time. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * Whether a subscription has died without a word: Graph reads as if it lived, and it tells nothing.
 * A person whose change did not come may be chance, so any news clears the suspicion.
 */
export class Silence {
  readonly #clock: Clock;
  #sinceAt: number | null = null;
  #replacedInARow = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Since when; null while nothing speaks for it. */
  get sinceAt(): number | null {
    return this.#sinceAt;
  }

  suspected(): void {
    this.#sinceAt ??= this.#clock.now();
  }

  /** News came. */
  broken(): void {
    this.#sinceAt = null;
    this.#replacedInARow = 0;
  }

  /** Another one was made in its place: it has to prove itself. */
  replaced(): void {
    this.#sinceAt = null;
    this.#replacedInARow += 1;
  }

  /** When one that was made then is to be replaced; null when it is not. */
  replaceAt(madeAt: number): number | null {
    if (this.#sinceAt === null) return null;
    const pauseMs = FIRST_PAUSE_MS * 2 ** Math.min(this.#replacedInARow, 10);
    if (this.#replacedInARow === 0) return this.#sinceAt;
    return Math.max(this.#sinceAt, madeAt + Math.min(pauseMs, LONGEST_PAUSE_MS));
  }
}
