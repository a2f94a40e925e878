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
 * 4  the agent is in the call: an acceptance wins over a recall under way (DEC-4; `accepting.ts`)
 * 5  nothing to read first: another agent has the call, or it has left the queue
 * 6  the agent's presence was old and has been read; see `confirming.ts`
 *
 * What follows when an offer's instant comes stands in `offerDue.ts`.
 */
import type { OfferSettings } from '../config/offering.ts';
import { DUTY_REASONS, type OfferOutcome, type RecallCause } from '../tenant/facts.ts';
import type { TaskId } from '../ids.ts';
import type { AgentState, OfferState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { refreshCard } from './card.ts';
import { charges, isRefusal, pauseAfter } from './charges.ts';
import { endIfRefused } from './preference.ts';
import { readCall } from './reading.ts';

/** How long a reading may take before the offer is recalled without it. */
const CHECK_MS = 2_000;
/** How long the platform may take to confirm a recall before the agent is free again. */
const CONFIRM_MS = 5_000;
/** New ring time for an offer whose own fell into a gap: enough to read the call first. */
const EXCUSED_MS = 5_000;

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
export function isSilent({ phase }: OfferState): boolean {
  return phase === 'held' || phase === 'confirming';
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

/**
 * A gap fell into the ring time: the offer gets time for the call to be read, and is not charged.
 */
export function excuseOffer(turn: Turn, offer: OfferState): void {
  const { at } = turn;
  const ringUntilAt = Math.max(offer.dueAt, at + EXCUSED_MS);
  turn.emit({ type: 'OfferExcused', at, offerId: offer.id, ringUntilAt });
}
