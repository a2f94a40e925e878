/**
 * Keeps something at Graph as it should be, one step at a time.
 *
 *   asleep --woken, or the time has come--> stepping --nothing left to do-----> asleep
 *                                              |  ^--went well--+
 *                                              +--trouble--> pausing --over--> stepping
 */
import type { Clock, Timer } from '@rufwerk/engine/ports';
import type { Misfortune } from './misfortune.ts';
import type { Trouble } from './subscriptionRequests.ts';

/** More than one round ever needs: adopt, make, renew, look. */
const STEPS_MAX = 8;
/** Real time: the network knows no played one. */
const STOPS_WITHIN_MS = 1_000;

export type Step = () => Promise<Trouble | null>;

export interface StepByStepParts {
  readonly clock: Clock;
  readonly misfortune: Misfortune;
  /** What is to be done now; null when all is as it should be. */
  readonly nextStep: () => Step | null;
  /** When to look again although nothing is to be done now. */
  readonly nextAt: () => number;
  /** Told after each step, once what went wrong is known. */
  readonly afterStep?: () => void;
}

export class StepByStep {
  readonly #parts: StepByStepParts;
  #timer: Timer | null = null;
  #stepping: Promise<void> | null = null;
  #isStopped = false;

  constructor(parts: StepByStepParts) {
    this.#parts = parts;
  }

  /** Looks what there is to do. While a step is under way, that looks again by itself. */
  wake(): void {
    if (this.#isStopped || this.#stepping !== null) return;
    this.#timer?.cancel();
    this.#stepping = this.#steps()
      .catch((error: unknown) => this.#parts.misfortune.broken(error))
      .finally(() => {
        this.#stepping = null;
        this.#schedule();
      });
  }

  /** A request that hangs is not waited for: what it brings about is found at the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    const enough = new Promise((resolve) => setTimeout(resolve, STOPS_WITHIN_MS).unref());
    await Promise.race([this.#stepping, enough]);
  }

  #schedule(): void {
    if (this.#isStopped) return;
    this.#timer = this.#parts.clock.setTimer(this.#nextAt(), () => this.wake());
  }

  #nextAt(): number {
    const { misfortune, nextStep, nextAt, clock } = this.#parts;
    if (misfortune.untilAt !== null) return misfortune.untilAt;
    return nextStep() === null ? nextAt() : clock.now();
  }

  /** Step by step, until there is nothing to do or something went wrong. */
  async #steps(): Promise<void> {
    const { misfortune, nextStep, afterStep } = this.#parts;
    for (let count = 0; count < STEPS_MAX && !this.#isStopped; count += 1) {
      if (misfortune.isPausing) return;
      const step = nextStep();
      if (step === null) return misfortune.forget();
      const trouble = await step();
      if (trouble === null) misfortune.forget();
      else misfortune.happened(trouble);
      afterStep?.();
    }
  }
}
