/** Whether what rings may go on ringing: asked after every news about an agent. */
import type { RecallCause } from '../tenant/facts.ts';
import { presenceReason } from '../presence/rule.ts';
import { effectivePresence } from '../tenant/effectivePresence.ts';
import type { AgentState, OfferState } from '../tenant/state.ts';
import type { Turn } from '../tenant/turn.ts';
import { checkOffer, isSilent } from './offers.ts';

/**
 * News about an agent: does a ringing offer still stand? A miss caused by it is not the agent's.
 */
export function reviewOfferOf(turn: Turn, agent: Readonly<AgentState>): void {
  const offer = agent.offerId === null ? undefined : turn.state.offers.get(agent.offerId);
  if (offer === undefined || (offer.phase !== 'ringing' && !isSilent(offer))) return;
  const cause = causeAgainst(turn, agent, offer);
  if (cause !== null) checkOffer(turn, offer, cause);
}

function causeAgainst(
  turn: Turn,
  agent: Readonly<AgentState>,
  offer: OfferState,
): RecallCause | null {
  const { state, at } = turn;
  const task = state.tasks.get(offer.taskId);
  const service = task && state.services.get(task.serviceId);
  if (task === undefined || service === undefined) return null;
  // Under redirect nothing of ours rings that could be recalled.
  if (task.phase === 'arriving' && offer.phase === 'ringing') return null;
  if (agent.emergencyId !== null) return 'emergency';
  if (agent.otherCall !== null) return 'in-our-call';
  if (!agent.onDuty) return 'off-duty';
  if (agent.break !== null) return 'on-break';
  if (!agent.services.includes(service)) return 'configuration';
  const place = service.lineup.placeOf(agent.index);
  if ((service.lineup.level[place] ?? 0) > task.level) return 'not-responsible';
  const presence = effectivePresence(state, agent, at);
  return presenceReason(presence, service.settings.presence) === null ? null : 'presence';
}
