/** What must hold of one live offer. */
import { effectivePresence } from '../tenant/effectivePresence.ts';
import { presenceReason } from '../presence/rule.ts';
import { levelInLineup } from '../tenant/responsibility.ts';
import type { AgentState, OfferState, TaskState, TenantState } from '../tenant/state.ts';
import { type Breach, breachIf } from '../tenant/breach.ts';

export function checkOffer(state: Readonly<TenantState>, offer: Readonly<OfferState>): Breach[] {
  const { id } = offer;
  const agent = state.agents.get(offer.agentId);
  const task = state.tasks.get(offer.taskId);
  if (agent === undefined || task === undefined || task.phase === 'ended') {
    return breachIf(true, 'offers-agree', `${id} has no agent or no task`);
  }
  const awaiting = offer.recalledFor === null ? undefined : state.tasks.get(offer.recalledFor);
  const others = [...state.offers.values()].filter((other) => other.agentId === agent.id);
  return [
    ...breachIf(others.length > 1, 'one-offer', others.map((other) => other.id).join(' ')),
    ...breachIf(agent.offerId !== id, 'offers-agree', `${id} is not known by ${agent.id}`),
    ...breachIf(!task.offerIds.includes(id), 'offers-agree', `${id} is not known by ${task.id}`),
    ...breachIf(agent.id === task.callerId, 'never-the-caller', `${id} at ${agent.id}`),
    ...breachIf(
      awaiting?.awaitedOfferId === id && offer.phase !== 'checking' && offer.phase !== 'recalling',
      'offers-agree',
      `${awaiting?.id} waits for ${id}, which is not being recalled`,
    ),
    ...checkStillEligible(state, agent, task, offer),
  ];
}

/**
 * What rings, rings at somebody who may be rung, or is being recalled. A presence that merely grows
 * old or doubtful while it rings is not news; under redirect nothing of ours rings that could be
 * recalled.
 */
export function checkStillEligible(
  state: Readonly<TenantState>,
  agent: Readonly<AgentState>,
  task: Readonly<TaskState>,
  { id, phase }: Readonly<OfferState>,
): Breach[] {
  if (task.phase === 'arriving') {
    const isRedirect = phase === 'ringing' || phase === 'confirming';
    return breachIf(!isRedirect, 'offers-stay-eligible', `${id}, a redirect, is ${phase}`);
  }
  if (phase === 'checking' || phase === 'recalling') return [];
  const service = state.services.get(task.serviceId);
  if (service === undefined) return breachIf(true, 'offers-agree', `${id} is of no service`);
  const level = levelInLineup(state, service, agent);
  const presence = effectivePresence(state, agent, state.lastAt);
  const reason = presenceReason(presence, service.settings.presence);
  const isIneligible =
    agent.emergencyId !== null ||
    agent.otherCall !== null ||
    !agent.onDuty ||
    agent.break !== null ||
    !agent.services.includes(service) ||
    level > task.level ||
    (reason !== null && reason.code !== 'presence-too-old' && !agent.isInDoubt);
  return breachIf(isIneligible, 'offers-stay-eligible', `${id} rings at ${agent.id}`);
}
