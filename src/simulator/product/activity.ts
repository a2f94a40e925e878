import { setTimeout as sleep } from 'node:timers/promises';

/** So long nothing must happen between the product and the world before it counts as quiet. */
const QUIET_MS = 20;
/** Time goes on even when the product never becomes quiet. */
const PATIENCE_MS = 3000;
const LOOK_EVERY_MS = 2;

/**
 * What is under way between the product and the played world, in both directions. The clock asks
 * it whether the product has had its say before time goes on.
 */
export class Activity {
  #openCount = 0;
  #lastChangeAt = performance.now();

  /** Something begins; call the returned function once it has ended. */
  begin(): () => void {
    let isOpen = true;
    this.#change(1);
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#change(-1);
    };
  }

  /**
   * Resolves when nothing has been under way for a few real milliseconds; at the latest after a
   * few seconds.
   */
  async settled(): Promise<void> {
    const startedAt = performance.now();
    this.#lastChangeAt = startedAt;
    while (performance.now() - startedAt < PATIENCE_MS) {
      const isQuiet = this.#openCount === 0 && performance.now() - this.#lastChangeAt >= QUIET_MS;
      if (isQuiet) return;
      await sleep(LOOK_EVERY_MS);
    }
  }

  #change(by: 1 | -1): void {
    this.#openCount += by;
    this.#lastChangeAt = performance.now();
  }
}
