/**
 * What Teams' own presence says of an emergency call, once our Do not disturb no longer hides it
 * (DEC-6).
 *
 * A status that the person has chosen hides it as well: it says nothing of the call, which is then
 * taken as over at the end of the hour, like any of which nothing is known. Available, Busy and
 * Away may be chosen too, but look the same as Teams' own: they are taken at their word. That costs
 * no protection, which lasts for the hour either way; only the cards say that the call is over.
 */
import { activityKindOf, parseValue } from '../presence/values.ts';
import type { EmergencyState } from '../tenant/emergencyState.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { TenantState } from '../tenant/state.ts';

/** Activities that Teams shows of nobody who has not chosen them (platform.md section 3). */
const CHOSEN = new Set(['donotdisturb', 'berightback', 'offwork']);

export function isSeenInCall(
  state: Readonly<TenantState>,
  emergency: Readonly<EmergencyState>,
): boolean {
  return seenActivity(state, emergency) === 'call';
}

export function isSeenOutOfCall(
  state: Readonly<TenantState>,
  emergency: Readonly<EmergencyState>,
): boolean {
  const seen = seenActivity(state, emergency);
  return seen !== null && seen !== 'call';
}

/**
 * What Teams shows of the person since ours is gone; null: not seen yet (until then the person is
 * masked), or not seen whether in a call.
 */
function seenActivity(
  { agents, flags }: Readonly<TenantState>,
  { agentId }: Readonly<EmergencyState>,
): ReturnType<typeof activityKindOf> {
  const agent = agents.get(agentId);
  if (agent?.evidence?.fidelity !== 'activity' || agent.isMasked) return null;
  const { activity } = agent.evidence;
  if (flags.includes(RULE_FLAGS.CHOSEN_STATUS) && isChosen(activity)) return null;
  return activityKindOf(activity);
}

function isChosen(activity: string): boolean {
  return parseValue(activity).parts.some((part) => CHOSEN.has(part));
}
