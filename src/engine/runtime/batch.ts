/** What one turn of the writer decides before it commits: the entries of one journal row. */
import { type Input, type JournalEntry, step, type TenantState } from '@rufwerk/engine/core';
import type { InputDraft } from '@rufwerk/engine/ports';
import type { WaitingInput } from './inputQueue.ts';

export class Batch {
  readonly entries: JournalEntry[] = [];
  /** Who waits for which entry; null where the writer itself made the input. */
  readonly #sources: (WaitingInput | null)[] = [];

  /**
   * Decides one more input, which comes at `at`, and applies what it means. Throws when the core
   * does: the batch is then as before, but the state may be half changed and must not be used any
   * more.
   */
  decide(state: TenantState, draft: InputDraft, at: number, source: WaitingInput | null): void {
    const input: Input = { ...draft, at };
    this.entries.push({ input, facts: step(state, input) });
    this.#sources.push(source);
  }

  /** Tells the sources that their inputs are on the disk. */
  acknowledge(seq: number): void {
    for (const [index, { facts }] of this.entries.entries()) {
      this.#sources[index]?.resolve({ seq, facts });
    }
  }

  /** Tells the sources that nothing was recorded. */
  refuse(error: Error): void {
    for (const source of this.#sources) source?.reject(error);
  }
}
