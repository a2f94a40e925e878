/**
 * Cards of emergencies go before all others. Teams counts what a bot sends in the whole tenant (30
 * requests a second), so that the cards of a hundred calls could hold one up: while one is on its
 * way, the others stand back.
 */
import type { Clock } from '@rufwerk/engine/ports';

/** Then they go all the same: nobody waits for a chat service that does not answer. */
const STAND_BACK_MAX_MS = 10_000;

export class Precedence {
  readonly #clock: Clock;
  #underWay = 0;
  readonly #standingBack = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Sends for an emergency: at once, and everybody else's `turn` comes after it. */
  async first<Sent>(send: () => Promise<Sent>): Promise<Sent> {
    this.#underWay += 1;
    try {
      return await send();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#letGo();
    }
  }

  /** Resolves when no emergency is being sent, after ten seconds at the latest. */
  async turn(): Promise<void> {
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      const timer = this.#clock.setTimer(this.#clock.now() + STAND_BACK_MAX_MS, go);
      const standing = this.#standingBack;
      standing.add(go);
      function go(): void {
        timer.cancel();
        standing.delete(go);
        resolve();
      }
    });
  }

  #letGo(): void {
    for (const go of [...this.#standingBack]) go();
  }
}
