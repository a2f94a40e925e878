/**
 * A journal entry: an input and the facts it produced. Deciding the input again must give the same.
 */
import type { Fact } from './facts.ts';
import type { Input } from './inputs.ts';

export interface JournalEntry {
  readonly input: Input;
  readonly facts: readonly Fact[];
}
