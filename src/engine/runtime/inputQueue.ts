/**
 * Inputs on their way to the writer: bounded, in order, each with the promise its source waits for.
 */
import { type Committed, type InputDraft, NotAccepted } from '@rufwerk/engine/ports';

/** Beyond this the source is told to come again (503): memory stays bounded in a storm. */
const MOST_WAITING = 20_000;

export interface WaitingInput {
  readonly draft: InputDraft;
  readonly queuedAtMs: number;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: Error) => void;
}

export class InputQueue {
  readonly #mostWaiting: number;
  #waiting: WaitingInput[] = [];
  #closedBecause: string | null = null;
  #takesOwn = true;

  constructor(mostWaiting = MOST_WAITING) {
    this.#mostWaiting = mostWaiting;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Rejects with `NotAccepted` when the queue is full or closed. */
  push(draft: InputDraft): Promise<Committed> {
    if (this.#closedBecause !== null) return Promise.reject(new NotAccepted(this.#closedBecause));
    if (this.#waiting.length >= this.#mostWaiting) {
      return Promise.reject(new NotAccepted(`${this.#mostWaiting} inputs are waiting already`));
    }
    return this.#add(draft);
  }

  /** For outcomes of our own effects, whose number is bounded: taken until the queue is closed. */
  pushOwn(draft: InputDraft): Promise<Committed> {
    if (this.#takesOwn) return this.#add(draft);
    return Promise.reject(new NotAccepted(this.#closedBecause ?? 'closed'));
  }

  take(most: number): WaitingInput[] {
    return this.#waiting.splice(0, most);
  }

  /** Puts inputs back in front, in their order. */
  putBack(inputs: readonly WaitingInput[]): void {
    if (inputs.length > 0) this.#waiting = [...inputs, ...this.#waiting];
  }

  /** Refuses what is new from outside; what waits is still decided. */
  refuseNew(because: string): void {
    this.#closedBecause ??= because;
  }

  /** Refuses everything from now on, what waits included. */
  close(because: string): void {
    this.refuseNew(because);
    this.#takesOwn = false;
    for (const { reject } of this.#waiting.splice(0)) reject(new NotAccepted(because));
  }

  #add(draft: InputDraft): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ draft, queuedAtMs: performance.now(), resolve, reject });
    });
  }
}
