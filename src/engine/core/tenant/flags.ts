/**
 * Rule flags. A rule whose meaning changes gets the next number here, with a paragraph; the flags
 * in force are written into the journal when a tenant is founded, and `decide` asks for them, so
 * that a journal of any age is decided again as it was decided then.
 */
export const RULE_FLAGS = {
  /**
   * 1 - the first rules (0.1.0): duty and our own knowledge before presence, the truth table of
   *     NIM-19..29
   * with DEC-1..4, longest idle with ties by a hash of seed, task and agent.
   */
  FIRST_RULES: 1,
} as const;

/** What a tenant founded today is given. */
export const CURRENT_FLAGS: readonly number[] = [RULE_FLAGS.FIRST_RULES];

/** The version that explanations name: the highest flag in force. */
export function ruleVersionOf(flags: readonly number[]): number {
  return flags.reduce((highest, flag) => Math.max(highest, flag), 0);
}
