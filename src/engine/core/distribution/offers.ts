/**
 * The life of an offer under conference delivery.
 *
 *            platform: declined, busy, unreachable
 *          +------------------------------------------------+
 *          |                                                v
 *   ringing --1--> checking --2--> recalling --3--> ended (outcome)
 *      |               |               |
 *      +---------------+-------4-------+--> ended (accepted), the call is connected
 *
 * 1  ring time over, presence turned ineligible, duty switched off: the call is read first
 * 2  the reading shows the agent not in the call, or no reading came in time
 * 3  the platform confirmed, or did not answer in time
 * 4  the agent is in the call: an acceptance wins over a recall under way (DEC-4)
 */
import { effectivePresence } from '../presence/fusion.ts';
import { presenceReason } from '../presence/rule.ts';
import type { FactOf, OfferOutcome, RecallCause, Seen } from '../tenant/facts.ts';
import type { AgentState, OfferState, TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { refreshCard } from './card.ts';
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
  turn.emit({ type: 'OfferEnded', at, offerId: offer.id, outcome: 'accepted', pause: null });
  turn.emit({ type: 'CallConnected', at, taskId, agentId, seen });
  stopPrompts(turn, taskId);
  refreshCard(turn, taskId);
}

/** Whatever plays to the caller ends: somebody talks now. */
export function stopPrompts(turn: Turn, taskId: TaskState['id']): void {
  const task = turn.state.tasks.get(taskId);
  if (task === undefined) return;
  const { platformCallId } = task;
  requestEffect(turn, { kind: 'stop-prompts', taskId, platformCallId });
}

/** Step 1 of a recall: read the call, in case an acceptance is on its way. */
export function checkOffer(turn: Turn, offer: OfferState, cause: RecallCause): void {
  if (offer.phase !== 'ringing') return;
  const { at } = turn;
  turn.emit({ type: 'OfferChecked', at, offerId: offer.id, cause, checkUntilAt: at + CHECK_MS });
  readCall(turn, offer.taskId);
}

/** Step 2: take the invitation back. Without a participant id only time can confirm it. */
export function recallOffer(turn: Turn, offer: OfferState): void {
  const { at } = turn;
  turn.emit({ type: 'OfferRecalled', at, offerId: offer.id, confirmUntilAt: at + CONFIRM_MS });
  removeInvited(turn, offer);
}

/** Asks the platform to stop the ringing, once it has told under which id. */
export function removeInvited(turn: Turn, offer: OfferState): void {
  const task = turn.state.tasks.get(offer.taskId);
  if (task === undefined || offer.participantId === null) return;
  requestEffect(turn, {
    kind: 'remove-participant',
    taskId: task.id,
    platformCallId: task.platformCallId,
    participantId: offer.participantId,
  });
}

/** Step 3: the outcome of a recalled offer follows from why it was recalled. */
export function endRecalledOffer(turn: Turn, offer: OfferState): void {
  if (!offer.placed) return endOffer(turn, offer, 'unknown');
  const missed = offer.recallCause === 'ring-time' && !offer.excused;
  endOffer(turn, offer, missed ? 'missed' : 'recalled');
}

/**
 * Ends an offer without an acceptance; the outcome decides whether the agent is paused (NIMx-02).
 */
export function endOffer(turn: Turn, offer: OfferState, outcome: OfferOutcome): void {
  const { at } = turn;
  const pause = pauseAfter(turn, offer, outcome);
  turn.emit({ type: 'OfferEnded', at, offerId: offer.id, outcome, pause });
  refreshCard(turn, offer.taskId);
}

function pauseAfter(
  turn: Turn,
  offer: OfferState,
  outcome: OfferOutcome,
): FactOf<'OfferEnded'>['pause'] {
  if (outcome !== 'missed' && outcome !== 'declined' && outcome !== 'unreachable') return null;
  const task = turn.state.tasks.get(offer.taskId);
  const settings = task && turn.state.services.get(task.serviceId)?.settings.offers;
  if (settings === undefined) return null;
  const seconds = {
    missed: settings.pauseAfterMissedSeconds,
    declined: settings.pauseAfterDeclinedSeconds,
    unreachable: settings.pauseAfterUnreachableSeconds,
  }[outcome];
  return seconds === 0 ? null : { cause: outcome, untilAt: turn.at + seconds * 1000 };
}

/** The instant an offer waited for has come. */
export function offerDue(turn: Turn, offer: OfferState): void {
  switch (offer.phase) {
    case 'ringing':
      return checkOffer(turn, offer, 'ring-time');
    case 'checking':
      return recallOffer(turn, offer);
    case 'recalling':
      return endRecalledOffer(turn, offer);
  }
}

/**
 * News about an agent: does a ringing offer still stand? A miss caused by it is not the agent's.
 */
export function reviewOfferOf(turn: Turn, agent: Readonly<AgentState>): void {
  const offer = agent.offerId === null ? undefined : turn.state.offers.get(agent.offerId);
  const task = offer && turn.state.tasks.get(offer.taskId);
  const settings = task && turn.state.services.get(task.serviceId)?.settings;
  if (offer?.phase !== 'ringing' || task?.phase !== 'waiting' || settings === undefined) return;
  if (!agent.onDuty) return checkOffer(turn, offer, 'off-duty');
  if (!settings.agents.includes(agent.id)) return checkOffer(turn, offer, 'configuration');
  const reason = presenceReason(effectivePresence(turn.state, agent, turn.at), settings.presence);
  if (reason !== null) checkOffer(turn, offer, 'presence');
}

/**
 * A gap fell into the ring time: the offer gets time for the call to be read, and is not charged.
 */
export function excuseOffer(turn: Turn, offer: OfferState): void {
  const { at } = turn;
  const ringUntilAt = Math.max(offer.dueAt, at + EXCUSED_MS);
  turn.emit({ type: 'OfferExcused', at, offerId: offer.id, ringUntilAt });
}

/**
 * What a failed invitation means, from the platform's SIP-like code: 603 and other 6xx are the
 * person's no; 408, 480 and 487 are no answer; anything else means that no client could ring.
 */
export function outcomeOfFailure(code: number | null): 'declined' | 'missed' | 'unreachable' {
  if (code === 408 || code === 480 || code === 487) return 'missed';
  return code !== null && code > 600 && code < 700 ? 'declined' : 'unreachable';
}
