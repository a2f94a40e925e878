/** So many a minute, counted in minutes that begin with the first of them. */
const MINUTE_MS = 60_000;

export class RateBound {
  readonly #perMinute: number;
  #beganMs = -Infinity;
  #count = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Whether one more is taken at this instant (any clock, in milliseconds). */
  admits(nowMs: number): boolean {
    if (nowMs - this.#beganMs >= MINUTE_MS) {
      this.#beganMs = nowMs;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= this.#perMinute;
  }
}
