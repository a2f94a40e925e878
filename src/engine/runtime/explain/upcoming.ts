import {
  type DecisionRecord,
  evolve,
  type JournalEntry,
  step,
  type TenantState,
} from '@rufwerk/engine/core';

/** An entry of the journal, with the state as it was before it. */
export class Upcoming {
  readonly entry: JournalEntry;
  readonly #state: TenantState;
  #isFolded = false;
  #isSpoilt = false;

  constructor(state: TenantState, entry: JournalEntry) {
    this.#state = state;
    this.entry = entry;
  }

  get state(): Readonly<TenantState> {
    return this.#state;
  }

  get isFolded(): boolean {
    return this.#isFolded;
  }

  /** The state is no longer one that was. */
  get isSpoilt(): boolean {
    return this.#isSpoilt;
  }

  /** Applies what was recorded. */
  fold(): void {
    for (const fact of this.entry.facts) evolve(this.#state, fact);
    this.#isFolded = true;
  }

  /**
   * Decides the input once more, with somebody looking. False when what comes out is not what was
   * recorded, byte by byte, or when it throws: then the rules have changed without a flag.
   */
  decideAgain(observe: (record: DecisionRecord) => void): boolean {
    const recorded = JSON.stringify(this.entry.facts);
    this.#isFolded = true;
    this.#isSpoilt = true;
    const facts = step(this.#state, this.entry.input, observe);
    this.#isSpoilt = JSON.stringify(facts) !== recorded;
    return !this.#isSpoilt;
  }
}
