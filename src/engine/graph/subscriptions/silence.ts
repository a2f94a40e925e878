import type { Clock } from '@rufwerk/engine/ports';

/** One that was just made is given so long before it is replaced again; doubled each time. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** A subscription that fell silent, and what came of it. */
export interface PastSilence {
  readonly sinceAt: number;
  /** When another one was made in its place; null when news came before that. */
  readonly replacedAt: number | null;
  /** When news came again; null as long as none did. */
  readonly overAt: number | null;
}

/**
 * Whether a subscription has died without a word: Graph reads as if it lived, and it tells nothing.
 * A person whose change did not come may be chance, so any news clears the suspicion.
 */
export class Silence {
  readonly #clock: Clock;
  #sinceAt: number | null = null;
  #replacedInARow = 0;
  #last: PastSilence | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Since when; null while nothing speaks for it. */
  get sinceAt(): number | null {
    return this.#sinceAt;
  }

  /** The newest one, also while it lasts; null before there was one. */
  get last(): PastSilence | null {
    return this.#last;
  }

  suspected(): void {
    const nowAt = this.#clock.now();
    this.#sinceAt ??= nowAt;
    const isNew = this.#last === null || this.#last.overAt !== null;
    if (isNew) this.#last = { sinceAt: nowAt, replacedAt: null, overAt: null };
  }

  /** News came. */
  broken(): void {
    if (this.#last?.overAt === null) this.#last = { ...this.#last, overAt: this.#clock.now() };
    this.#sinceAt = null;
    this.#replacedInARow = 0;
  }

  /** Another one was made in its place: it has to prove itself. */
  replaced(): void {
    if (this.#last !== null) this.#last = { ...this.#last, replacedAt: this.#clock.now() };
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
