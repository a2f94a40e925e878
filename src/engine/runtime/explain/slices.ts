/** Long work on the thread that decides: it stops often, so that the writer is not kept waiting. */
const SLICE_MS = 10;

export class Slices {
  #startedMs = performance.now();

  /** Called between two small pieces of work; lets others have their turn when it is theirs. */
  async next(): Promise<void> {
    if (performance.now() - this.#startedMs < SLICE_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#startedMs = performance.now();
  }
}
