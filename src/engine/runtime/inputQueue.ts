/** Inputs on their way to the writer: bounded, in order, each with the promise its source waits for. */
import type { Input } from '@rufwerk/engine/core';
import { type Committed, type InputDraft, NotAccepted } from '@rufwerk/engine/ports';

/** Beyond this the source is told to come again (503): memory stays bounded in a storm. */
const MOST_WAITING = 20_000;

export interface WaitingInput {
  readonly draft: InputDraft;
  /** Overrides the clock: a deadline is decided at its own instant, however late the timer came. */
  readonly at: number | null;
  readonly queuedAtMs: number;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: Error) => void;
}

export class InputQueue {
  #waiting: WaitingInput[] = [];
  #closedBecause: string | null = null;

  get size(): number {
    return this.#waiting.length;
  }

  /** `must` inputs (outcomes, deadlines) are our own and bounded elsewhere: they are never refused. */
  push(draft: InputDraft, at: number | null, must: boolean): Promise<Committed> {
    if (this.#closedBecause !== null) return Promise.reject(new NotAccepted(this.#closedBecause));
    if (!must && this.#waiting.length >= MOST_WAITING) {
      return Promise.reject(new NotAccepted(`${MOST_WAITING} inputs are waiting already`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ draft, at, queuedAtMs: performance.now(), resolve, reject });
    });
  }

  take(most: number): WaitingInput[] {
    return this.#waiting.splice(0, most);
  }

  /** Puts inputs back in front, in their order. */
  putBack(inputs: readonly WaitingInput[]): void {
    this.#waiting = [...inputs, ...this.#waiting];
  }

  /** Refuses everything from now on, what waits included. */
  close(because: string): void {
    this.#closedBecause = because;
    for (const { reject } of this.#waiting.splice(0)) reject(new NotAccepted(because));
  }

  /** Refuses what is new; what waits is still decided. */
  refuseNew(because: string): void {
    this.#closedBecause = because;
  }
}

/** The input a draft becomes at an instant. */
export function stamped(draft: InputDraft, at: number): Input {
  return { ...draft, at };
}
