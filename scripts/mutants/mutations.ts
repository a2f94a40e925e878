/** The rules, each made wrong in one place. */
import type { Mutation } from './mutation.ts';
import { AFTER_MUTATIONS } from './rules/after.ts';
import { CALLED_AGAIN_MUTATIONS } from './rules/calledAgain.ts';
import { EMERGENCY_MUTATIONS } from './rules/emergencies.ts';
import { OFFER_MUTATIONS } from './rules/offers.ts';
import { ORDER_MUTATIONS } from './rules/orders.ts';
import { OTHER_CALL_MUTATIONS } from './rules/otherCalls.ts';
import { PRESENCE_MUTATIONS } from './rules/presence.ts';
import { QUEUE_MUTATIONS } from './rules/queue.ts';
import { REASON_MUTATIONS } from './rules/reasons.ts';
import { WAKE_MUTATIONS } from './rules/wake.ts';

export const MUTATIONS: readonly Mutation[] = [
  ...REASON_MUTATIONS,
  ...ORDER_MUTATIONS,
  ...WAKE_MUTATIONS,
  ...OFFER_MUTATIONS,
  ...QUEUE_MUTATIONS,
  ...CALLED_AGAIN_MUTATIONS,
  ...OTHER_CALL_MUTATIONS,
  ...AFTER_MUTATIONS,
  ...PRESENCE_MUTATIONS,
  ...EMERGENCY_MUTATIONS,
];
