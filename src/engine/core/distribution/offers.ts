/**
 * The life of an offer under conference delivery.
 *
 *                   platform: declined, busy, unreachable
 *                 +------------------------------------------------+
 *                 |                                                v
 *   confirming --6--> ringing, or held
 *
 *   held --0--> ringing --1--> checking --2--> recalling --3--> ended (outcome)
 *    |            |               |               ^    |
 *    |            +-------5-------+---------------+    |
 *    |            +---------------+-------4-------+----+--> ended (accepted), call connected
 *    +--> ended (the caller of a call-back was not reached)
 *
 * 0  the caller of a call-back is there: the held agent rings
 * 1  ring time over, presence turned ineligible, duty switched off: the call is read first
 * 2  the reading shows the agent not in the call, or no reading came in time
 * 3  the platform confirmed, or did not answer in time
 * 4  the agent is in the call: an acceptance wins over a recall under way (DEC-4)
 * 5  nothing to read first: another agent has the call, or it has left the queue
 * 6  the agent's presence was old and has been read; see `confirming.ts`
 */
import { effectivePresence } from '../tenant/effectivePresence.ts';
import { presenceReason } from '../presence/rule.ts';
import type { OfferSettings } from '../config/offering.ts';
import { DUTY_REASONS, type OfferOutcome, type RecallCause, type Seen } from '../tenant/facts.ts';
import type { TaskId } from '../ids.ts';
import type { AgentState, OfferState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { callerNotReached } from './callBack.ts';
import { refreshCard } from './card.ts';
import { charges, isRefusal, pauseAfter } from './charges.ts';
import { handOver } from './handOver.ts';
import { endOtherCall } from './otherCalls.ts';
import { endIfRefused } from './preference.ts';
import { readCall } from './reading.ts';

/** How long a reading may take before the offer is recalled without it. */
const CHECK_MS = 2_000;
/** How long the platform may take to confirm a recall before the agent is free again. */
const CONFIRM_MS = 5_000;
/** New ring time for an offer whose own fell into a gap: enough to read the call first. */
const EXCUSED_MS = 5_000;

/** Ends the offer as accepted and connects the call; prompts stop for the caller. */
export function acceptOffer(turn: Turn, offer: OfferState, seen: Seen): void {
  const { at } = turn;
  const { taskId, agentId } = offer;
  const sentTo = turn.state.tasks.get(taskId)?.leaving?.sentTo ?? null;
  endedWithout(turn, offer, 'accepted');
  turn.emit({ type: 'CallConnected', at, taskId, agentId, seen });
  if (sentTo !== null) endOtherCall(turn, sentTo, taskId);
  stopPrompts(turn, taskId);
  recallOthers(turn, taskId, 'taken-by-another');
  refreshCard(turn, taskId);
}

/** An end that leaves neither a pause nor a miss. */
function endedWithout(turn: Turn, offer: OfferState, outcome: OfferOutcome): void {
  const { at } = turn;
  turn.emit({ type: 'OfferEnded', at, offerId: offer.id, outcome, pause: null, isMiss: false });
}

/** What else rings for the call stops: somebody has it, or it waits here no longer. */
export function recallOthers(
  turn: Turn,
  taskId: TaskId,
  cause: 'taken-by-another' | 'left-queue',
): void {
  const task = turn.state.tasks.get(taskId);
  for (const offerId of [...(task?.offerIds ?? [])]) {
    const offer = turn.state.offers.get(offerId);
    if (offer === undefined || offer.phase === 'recalling') continue;
    if (isSilent(offer)) endOffer(turn, offer, 'recalled');
    else recallOffer(turn, offer, cause);
  }
}

/** Nothing rings yet that would have to be stopped. */
function isSilent({ phase }: OfferState): boolean {
  return phase === 'held' || phase === 'confirming';
}

/** Whatever plays to the caller ends: somebody talks now. */
export function stopPrompts(turn: Turn, taskId: TaskId): void {
  const task = turn.state.tasks.get(taskId);
  if (task?.platformCallId == null) return;
  const { platformCallId } = task;
  requestEffect(turn, { kind: 'stop-prompts', taskId, platformCallId });
}

/** Step 1 of a recall: read the call, in case an acceptance is on its way. */
export function checkOffer(
  turn: Turn,
  offer: OfferState,
  cause: RecallCause,
  forTaskId: TaskId | null = null,
): void {
  if (isSilent(offer)) return endOffer(turn, offer, 'recalled');
  if (offer.phase !== 'ringing') return;
  const { at } = turn;
  const checkUntilAt = at + CHECK_MS;
  turn.emit({ type: 'OfferChecked', at, offerId: offer.id, cause, forTaskId, checkUntilAt });
  readCall(turn, offer.taskId);
}

/** Step 2: take the invitation back. Without a participant id only time can confirm it. */
export function recallOffer(
  turn: Turn,
  offer: OfferState,
  cause: RecallCause = offer.recallCause ?? 'ring-time',
): void {
  const { at } = turn;
  const confirmUntilAt = at + CONFIRM_MS;
  turn.emit({ type: 'OfferRecalled', at, offerId: offer.id, cause, confirmUntilAt });
  removeInvited(turn, offer);
}

/** Asks the platform to stop the ringing, once it has told under which id. */
export function removeInvited(turn: Turn, offer: OfferState): void {
  const task = turn.state.tasks.get(offer.taskId);
  if (task?.platformCallId == null || offer.participantId === null) return;
  requestEffect(turn, {
    kind: 'remove-participant',
    taskId: task.id,
    platformCallId: task.platformCallId,
    participantId: offer.participantId,
  });
}

/** Step 3: the outcome of a recalled offer follows from why it was recalled. */
export function endRecalledOffer(turn: Turn, offer: OfferState): void {
  if (offer.recallCause === 'taken-by-another') return endOffer(turn, offer, 'taken-by-another');
  if (!offer.placed) return endOffer(turn, offer, 'unknown');
  const missed = offer.recallCause === 'ring-time' && !offer.excused;
  endOffer(turn, offer, missed ? 'missed' : 'recalled');
}

/**
 * Ends an offer without an acceptance; the outcome decides whether the agent is paused (NIMx-02),
 * and whether too many misses in a row set the agent off duty.
 */
export function endOffer(turn: Turn, offer: OfferState, outcome: OfferOutcome): void {
  const { at, state } = turn;
  if (outcome === 'not-confirmed') return endUnconfirmed(turn, offer);
  const settings = settingsOf(turn, offer);
  const isCharged = settings !== undefined && charges(offer, outcome, settings);
  const pause = isCharged ? pauseAfter(at, outcome, settings) : null;
  const isMiss = isCharged && outcome !== 'declined' && outcome !== 'unreachable';
  turn.emit({ type: 'OfferEnded', at, offerId: offer.id, outcome, pause, isMiss });
  const agent = state.agents.get(offer.agentId);
  if (isRefusal(outcome)) endIfRefused(turn, offer);
  if (isMiss && agent !== undefined) offDutyAfterMisses(turn, agent, offer, settings);
  refreshCard(turn, offer.taskId);
}

/** Whoever cannot be read now is left out for a moment: the next agent is tried meanwhile. */
const UNCONFIRMED_PAUSE_MS = 10_000;

function endUnconfirmed(turn: Turn, offer: OfferState): void {
  const { at } = turn;
  const pause = { cause: 'not-confirmed', untilAt: at + UNCONFIRMED_PAUSE_MS } as const;
  const { id: offerId } = offer;
  turn.emit({ type: 'OfferEnded', at, offerId, outcome: 'not-confirmed', pause, isMiss: false });
  refreshCard(turn, offer.taskId);
}

function settingsOf(turn: Turn, offer: OfferState): OfferSettings | undefined {
  const task = turn.state.tasks.get(offer.taskId);
  return task && turn.state.services.get(task.serviceId)?.settings.offers;
}

function offDutyAfterMisses(
  turn: Turn,
  agent: AgentState,
  offer: OfferState,
  settings: OfferSettings,
): void {
  const { at, state } = turn;
  const { missesInARow: misses, id: agentId } = agent;
  if (settings.offDutyAfterMisses === 0 || misses < settings.offDutyAfterMisses) return;
  const task = state.tasks.get(offer.taskId);
  if (!agent.onDuty || task === undefined) return;
  const { serviceId } = task;
  const reasonCode = DUTY_REASONS.MISSED_OFFERS;
  turn.emit({ type: 'DutyChanged', at, agentId, onDuty: false, by: null, reasonCode });
  const recipientIds = state.services.get(serviceId)?.settings.supervisors ?? [];
  if (recipientIds.length === 0) return;
  const alert = { kind: 'off-duty-after-misses', agentId, serviceId, misses } as const;
  requestEffect(turn, { kind: 'raise-alert', alert, recipientIds });
}

/** The instant an offer waited for has come. */
export function offerDue(turn: Turn, offer: OfferState): void {
  switch (offer.phase) {
    case 'confirming':
      return endOffer(turn, offer, 'not-confirmed');
    case 'held':
      return callerNotReached(turn, offer);
    case 'ringing':
      return ringTimeOver(turn, offer);
    case 'checking':
      return recallOffer(turn, offer);
    case 'recalling':
      return endRecalledOffer(turn, offer);
  }
}

/** A redirect that was never told about is taken as done: a caller may be talking already. */
function ringTimeOver(turn: Turn, offer: OfferState): void {
  const task = turn.state.tasks.get(offer.taskId);
  if (task?.phase === 'arriving') return handOver(turn, task, offer, 0);
  checkOffer(turn, offer, 'ring-time');
}

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

/**
 * A gap fell into the ring time: the offer gets time for the call to be read, and is not charged.
 */
export function excuseOffer(turn: Turn, offer: OfferState): void {
  const { at } = turn;
  const ringUntilAt = Math.max(offer.dueAt, at + EXCUSED_MS);
  turn.emit({ type: 'OfferExcused', at, offerId: offer.id, ringUntilAt });
}
