import type { Committed, InputDraft, InputSink } from '@rufwerk/engine/ports';

/** Keeps what is submitted; a test may refuse, or hold the commit back. */
export class SinkDouble implements InputSink {
  readonly submitted: InputDraft[] = [];
  /** Called before a draft is taken; throwing or rejecting refuses it. */
  before: (draft: InputDraft) => void | Promise<void> = () => undefined;

  async submit(draft: InputDraft): Promise<Committed> {
    await this.before(draft);
    this.submitted.push(draft);
    return { seq: this.submitted.length, facts: [] };
  }

  of<Type extends InputDraft['type']>(type: Type): Extract<InputDraft, { type: Type }>[] {
    return this.submitted.filter(
      (draft): draft is Extract<InputDraft, { type: Type }> => draft.type === type,
    );
  }
}
