/** One thing that is measured. */
export type Workload = (options: { readonly quick: boolean }) => Promise<{
  /** For `--json`. */
  readonly figures: object;
  /** For people. */
  readonly lines: readonly string[];
}>;

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Median, 95th and 99th percentile and maximum of some values; NaN of none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
