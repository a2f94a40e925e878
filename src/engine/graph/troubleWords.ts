import type { Texts } from '@rufwerk/engine/core';

/** What is wrong, and what to do about it, in every language. */
export interface TroubleWords {
  /** Where the mend is to be found: a setting of an account, of the application or of ours. */
  readonly field: Texts;
  readonly rule: Texts;
  readonly mend: Texts;
}

/** For what is nobody's to mend. */
export const TRIED_AGAIN: Texts = {
  en: 'It is tried again by itself.',
  de: 'Es wird von selbst wieder versucht.',
};
