/**
 * Upper edges in milliseconds; what takes longer is counted in `count` only, as Prometheus does.
 */
const EDGES_MS = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000] as const;

export interface LatencyHistogram {
  readonly count: number;
  readonly sumMs: number;
  /** How many took at most so long: cumulative. */
  readonly buckets: readonly { readonly atMostMs: number; readonly count: number }[];
}

/** Counts how long requests took. */
export class Latency {
  #count = 0;
  #sumMs = 0;
  readonly #within = EDGES_MS.map(() => 0);

  add(durationMs: number): void {
    this.#count += 1;
    this.#sumMs += durationMs;
    EDGES_MS.forEach((edgeMs, index) => {
      if (durationMs <= edgeMs) this.#within[index] = (this.#within[index] ?? 0) + 1;
    });
  }

  histogram(): LatencyHistogram {
    const buckets = EDGES_MS.map((atMostMs, index) => ({
      atMostMs,
      count: this.#within[index] ?? 0,
    }));
    return { count: this.#count, sumMs: this.#sumMs, buckets };
  }
}
