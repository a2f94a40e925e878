/**
 * Rule flags. A rule whose meaning changes gets the next number here, with a paragraph; the flags
 * in force are written into the journal when a tenant is founded, and `decide` asks for them, so
 * that a journal of any age is decided again as it was decided then.
 */
export const RULE_FLAGS = {
  /**
   * 2 - the rules of 0.1.0: the agent's own state before responsibility before presence (the truth
   *     table of NIM-19..29 with DEC-1..4), nine orders, places by age and priority, offers that
   *     are recalled for a higher priority, after-call work, queue actions and call-backs. Number 1
   *     were the rules before the first release; nothing decides by them any more
   *     (docs/decisions/0007).
   */
  DISTRIBUTION: 2,
  /**
   * 3 - presence has sources: the views of services are watched, and supervisors are told when too
   *     many of their people are seen as a stranger sees them, or not at all (DEC-3, DEC-15).
   */
  WATCHED_VIEWS: 3,
  /**
   * 4 - what looks like our own echo may be a call of the person's own: until something else is
   *     seen, or the echo must be over, presence is not known (NIM-28). People whom we hide
   *     ourselves count for no view.
   */
  DOUBTED_ECHO: 4,
  /**
   * 5 - that the pool of callback numbers runs short is told when it does, and not again by an
   *     emergency that only keeps its number, or still has none (DEC-7).
   */
  POOL_TOLD_ONCE: 5,
  /**
   * 6 - an agent who calls a service, or to whom a queue's action sends a call, is in a call of
   *     ours (NIM-42). A call is kept no longer for people who have refused or missed it. Callers
   *     of a closed service for whom nothing else can be done hear that it is closed.
   */
  OTHER_CALLS: 6,
  /**
   * 7 - a status that only the person can have chosen says nothing of whether their emergency call
   *     still stands (DEC-6).
   */
  CHOSEN_STATUS: 7,
  /**
   * 8 - an activity that is never distributed (Focusing, Do not disturb, Off work, unknown) counts
   *     whatever availability stands beside it (DEC-1). Who has just come on duty and was not seen
   *     for a while is read before the first ring (NIM-28). A view in which nobody is on duty is
   *     not looked at: it neither grows worse nor better (DEC-3).
   */
  WHOLE_PRESENCE: 8,
  /**
   * 9 - of an emergency, everybody who must know is reached or named: a try that another input has
   *     overtaken is made up for, and the card is a way of telling like mail, with an outcome for
   *     each reader (EMG-18, EMG-20). A callback rings others where no contact can be rung (DEC-7).
   *     Where Graph has not told of a call, Do not disturb is shown for a minute, for nothing tells
   *     that the call has dropped (DEC-6, EMG-32).
   */
  EMERGENCY_REACH: 9,
  /**
   * 10 - a call that goes on in another service comes under the preference of that service, which
   *      counts from its entry (NIMx-04). A caller stands once for a service: a call takes the
   *      place of the caller's call-back over (NIMx-07). Round robin counts every offer of the
   *      service, whichever order was in force (NIMx-01). Voicemail takes a call into which nobody
   *      was invited yet, though the presence of somebody was read for it.
   */
  ONE_PLACE: 10,
} as const;

/** What a tenant founded today is given. */
export const CURRENT_FLAGS: readonly number[] = [
  RULE_FLAGS.DISTRIBUTION,
  RULE_FLAGS.WATCHED_VIEWS,
  RULE_FLAGS.DOUBTED_ECHO,
  RULE_FLAGS.POOL_TOLD_ONCE,
  RULE_FLAGS.OTHER_CALLS,
  RULE_FLAGS.CHOSEN_STATUS,
  RULE_FLAGS.WHOLE_PRESENCE,
  RULE_FLAGS.EMERGENCY_REACH,
  RULE_FLAGS.ONE_PLACE,
];

/** The version that explanations name: the highest flag in force. */
export function ruleVersionOf(flags: readonly number[]): number {
  return flags.reduce((highest, flag) => Math.max(highest, flag), 0);
}

/** Whether these flags can still be decided by; those of a pre-release cannot. */
export function areKnown(flags: readonly number[]): boolean {
  return flags.includes(RULE_FLAGS.DISTRIBUTION);
}
