import type { FactOf } from '@rufwerk/engine/core';
import type { Committed, InputDraft, InputSink } from '@rufwerk/engine/ports';

/** Keeps what is submitted; a test may refuse, or hold the commit back. */
export class SinkDouble implements InputSink {
  readonly submitted: InputDraft[] = [];
  /** Called before a draft is taken; throwing or rejecting refuses it. */
  before: (draft: InputDraft) => void | Promise<void> = () => undefined;
  /** Why the engine makes nothing of what it takes. */
  ignoring: FactOf<'InputIgnored'>['reason'] | null = null;

  async submit(draft: InputDraft): Promise<Committed> {
    await this.before(draft);
    this.submitted.push(draft);
    const { ignoring: reason } = this;
    const facts = reason === null ? [] : [{ type: 'InputIgnored', at: 0, reason } as const];
    return { seq: this.submitted.length, facts };
  }

  of<Type extends InputDraft['type']>(type: Type): Extract<InputDraft, { type: Type }>[] {
    return this.submitted.filter(
      (draft): draft is Extract<InputDraft, { type: Type }> => draft.type === type,
    );
  }
}
