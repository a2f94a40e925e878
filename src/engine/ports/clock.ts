/** Time, as the runtime and the adapters see it; the simulated one stands beside the real one. */
export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Epoch milliseconds, UTC. */
  now(): number;
  /** Calls back once, at `at` or as soon after as the clock gets there. */
  setTimer(at: number, callback: () => void): Timer;
}
