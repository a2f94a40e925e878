/**
 * How far Graph's clock is from ours, by the Date of its answers. Tokens, Retry-After and the ages
 * of presence all go wrong when clocks differ by minutes, and nothing else would say so.
 */
import type { MeasuredExchange } from '../client/measured.ts';

/** More than this is a finding: answers carry whole seconds, and travel for up to a few. */
export const NOTABLE_DIFFERENCE_MS = 60_000;

const KEPT = 8;
/** Half of the second that the header leaves out. */
const ROUNDING_MS = 500;

export class ClockDifference {
  readonly #now: () => number;
  readonly #latestMs: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  note({ serverAt, durationMs }: Pick<MeasuredExchange, 'serverAt' | 'durationMs'>): void {
    if (serverAt === null) return;
    // The date was written some time between sending and now.
    this.#latestMs.push(serverAt + ROUNDING_MS - (this.#now() - durationMs / 2));
    if (this.#latestMs.length > KEPT) this.#latestMs.shift();
  }

  /**
   * Positive when Graph's clock is ahead of ours; null before the first answer. The median: one
   * answer that was held up says nothing about clocks.
   */
  get differenceMs(): number | null {
    const sorted = [...this.#latestMs].sort((one, other) => one - other);
    const middle = sorted[sorted.length >> 1];
    return middle === undefined ? null : Math.round(middle);
  }

  /** Whether somebody should set a clock. */
  get isNotable(): boolean {
    return Math.abs(this.differenceMs ?? 0) > NOTABLE_DIFFERENCE_MS;
  }
}
