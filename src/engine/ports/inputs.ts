/** The door through which everything reaches a tenant. */
import type { Fact, Input } from '@rufwerk/engine/core';

type WithoutInstant<T> = T extends unknown ? Omit<T, 'at'> : never;

/** An input before the runtime stamps it with the clock's instant. */
export type InputDraft = WithoutInstant<Input>;

export interface Committed {
  /** The journal row that holds the input. */
  readonly seq: number;
  readonly facts: readonly Fact[];
}

/** The runtime takes no more for now: its queue is full, it is stopping, or a commit failed. */
export class NotAccepted extends Error {
  override readonly name = 'NotAccepted';
}

export interface InputSink {
  /**
   * Resolves once the input is committed; sources are acknowledged after that. Rejects with
   * `NotAccepted` when nothing was recorded, so that the source (503) repeats.
   */
  submit(input: InputDraft): Promise<Committed>;
}
