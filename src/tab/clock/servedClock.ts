/**
 * The server's time in the browser. Every timer on a screen counts in it: the browser's own clock
 * may be wrong, and a played world may run faster than real time. The live stream's `clock` event
 * tells instant and rate; until it does, the header `x-rufwerk-now` of any answer tells the
 * instant.
 */
export interface ServedClock {
  /** The server's instant now, epoch ms. */
  readonly now: () => number;
  /** The server's instant at an earlier instant of this browser's own clock (`Date.now()`). */
  readonly instantOf: (localAt: number) => number;
  readonly noteHeader: (value: string | null) => void;
  readonly noteEvent: (reading: { readonly nowMs: number; readonly rate: number }) => void;
  /** Told when the clock jumps or changes its rate, not at each tick. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * A header arrives late by the time of its way: smaller differences would only make timers tremble.
 */
const TREMBLE_MS = 1_500;

export function createServedClock(localNow: () => number = Date.now): ServedClock {
  let reading = { nowMs: localNow(), rate: 1, takenAt: localNow() };
  const listeners = new Set<() => void>();

  const instantOf = (localAt: number): number =>
    reading.nowMs + (localAt - reading.takenAt) * reading.rate;
  const now = (): number => instantOf(localNow());
  const adopt = (nowMs: number, rate: number): void => {
    reading = { nowMs, rate, takenAt: localNow() };
    for (const listener of listeners) listener();
  };

  return {
    now,
    instantOf,
    noteHeader(value) {
      const nowMs = value === null ? Number.NaN : Number(value);
      if (!Number.isFinite(nowMs) || nowMs <= 0) return;
      if (Math.abs(nowMs - now()) > TREMBLE_MS * Math.max(1, reading.rate)) {
        adopt(nowMs, reading.rate);
      }
    },
    noteEvent({ nowMs, rate }) {
      adopt(nowMs, rate);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
