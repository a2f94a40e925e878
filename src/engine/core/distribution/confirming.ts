/**
 * Confirm before offering: where the service asks for it and what is known of the winner is old, or
 * where the winner has just come on duty unseen, Teams is asked once before anything rings (DEC-15,
 * NIM-28). Meanwhile the agent is not free.
 *
 *   offered --> confirming --read, still eligible--> ringing (or held, for a call-back)
 *                   |
 *                   +--read, no longer eligible--> ended (recalled)
 *                   +--not read in time----------> ended (not confirmed), a short pause
 */
import type { EffectOf } from '../tenant/effects.ts';
import type { EffectId } from '../ids.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { AgentState, OfferState, ServiceState, TenantState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { deliver } from './deliver.ts';
import { endOffer } from './offers.ts';

/** How long a caller is made to wait for the reading before the next agent is tried. */
export const CONFIRM_WITHIN_MS = 2_500;

export function needsConfirming(
  state: Readonly<TenantState>,
  { lineup }: Readonly<ServiceState>,
  agent: Readonly<AgentState>,
  at: number,
): boolean {
  if (hasJustCome(state, agent, at)) return true;
  if (lineup.whenOlder !== 'confirm') return false;
  return at - state.standings.confirmedAt(agent.index) > lineup.presenceLimitMs;
}

/** Off duty people are read once a minute: what was seen last may be as old as that. */
const UNSEEN_MS = 10_000;
/** Later, those on duty have been read, or cannot be: then calls go on without. */
const JUST_COME_MS = 10_000;

function hasJustCome(
  { standings, flags }: Readonly<TenantState>,
  { index, dutySinceAt }: Readonly<AgentState>,
  at: number,
): boolean {
  if (!flags.includes(RULE_FLAGS.WHOLE_PRESENCE)) return false;
  const confirmedAt = standings.confirmedAt(index);
  if (confirmedAt >= dutySinceAt || at - dutySinceAt >= JUST_COME_MS) return false;
  return at - confirmedAt > UNSEEN_MS;
}

export function confirm(turn: Turn, agent: Readonly<AgentState>): void {
  requestEffect(turn, { kind: 'read-presence', agentIds: [agent.id], because: 'offer' });
}

/**
 * A reading has been answered. What it showed has been taken in already, so offers to people who
 * may not be rung any more have ended by now.
 */
export function offersRead(
  turn: Turn,
  effectId: EffectId,
  { agentIds, because }: EffectOf<'read-presence'>,
  askedAt: number,
): void {
  if (because !== 'offer') return;
  const { state } = turn;
  for (const agentId of agentIds) {
    const agent = state.agents.get(agentId);
    const offer = agent?.offerId == null ? undefined : state.offers.get(agent.offerId);
    if (agent === undefined || offer?.phase !== 'confirming' || offer.effectId !== effectId)
      continue;
    const isConfirmed = state.standings.confirmedAt(agent.index) >= askedAt;
    if (isConfirmed) goOn(turn, offer);
    else endOffer(turn, offer, 'not-confirmed');
  }
}

function goOn(turn: Turn, offer: OfferState): void {
  const { at, state } = turn;
  const task = state.tasks.get(offer.taskId);
  const service = task && state.services.get(task.serviceId);
  if (task === undefined || service === undefined) return endOffer(turn, offer, 'call-ended');
  const { offers, callBack } = service.settings;
  const isCallBack = task.phase === 'call-back';
  const seconds = isCallBack ? callBack.dialTimeoutSeconds : offers.ringTimeoutSeconds;
  const { id: offerId } = offer;
  const tookMs = at - offer.offeredAt;
  turn.emit({ type: 'OfferConfirmed', at, offerId, tookMs, ringUntilAt: at + seconds * 1000 });
  deliver(turn, service, task, offerId);
}
