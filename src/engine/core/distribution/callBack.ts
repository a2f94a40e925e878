/**
 * Call-back by key press: the caller hangs up and keeps the place; when the turn comes an agent is
 * held, the caller is called, and then the agent rings.
 *
 *   waiting --key--> confirming --hung up--> call-back --turn--> dialling --there--> waiting
 *                                             ^   |                 |
 *                                             |   +-- attempts over-+--> ended
 *                                             +----- not reached ---+
 *
 * Who calls again meanwhile has its place: see `calledAgain.ts`.
 */
import type { InputOf } from '../tenant/inputs.ts';
import type { OfferState, TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { standOnce } from './calledAgain.ts';
import { endCall } from './ending.ts';
import { playPrompt } from './prompts.ts';
import { refreshCard } from './card.ts';
import { inviteAgent } from './deliver.ts';
import { endOffer } from './offers.ts';
import { endOtherCalls } from './otherCalls.ts';

/** The confirmation is over by then, told or not. */
const CONFIRMATION_MS = 30_000;

export function tonePressed(turn: Turn, input: InputOf<'TonePressed'>): void {
  const { at, state } = turn;
  const taskId = state.taskOfCall.get(input.platformCallId);
  const task = taskId === undefined ? undefined : state.tasks.get(taskId);
  const settings = task && state.services.get(task.serviceId)?.settings;
  if (task === undefined || settings === undefined) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-call' });
  }
  const { callBack, announcements } = settings;
  if (!callBack.offered || input.tone !== callBack.key) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-key' });
  }
  // Somebody is about to answer: a call now is better than one later. A number that is withheld
  // cannot be called.
  if (task.phase !== 'waiting' || task.offerIds.length > 0 || task.isAnonymous) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'not-allowed' });
  }
  turn.emit({ type: 'CallBackAsked', at, taskId: task.id, actUntilAt: at + CONFIRMATION_MS });
  playPrompt(turn, task, announcements.callBackConfirmed);
  refreshCard(turn, task.id);
}

/** The caller has heard that they will be called back: the call ends, the task stays. */
export function confirmationOver(turn: Turn, task: TaskState): void {
  const { id: taskId, platformCallId } = task;
  callBackBegins(turn, task);
  if (platformCallId !== null)
    requestEffect(turn, { kind: 'hang-up-call', taskId, platformCallId });
}

/** The call is gone, as agreed. */
export function callBackBegins(turn: Turn, task: TaskState): void {
  turn.emit({ type: 'CallBackBegan', at: turn.at, taskId: task.id });
  endOtherCalls(turn, task);
  refreshCard(turn, task.id);
  standOnce(turn, task);
}

/** The caller is there: the agent who was held for them rings. */
export function callerReached(turn: Turn, task: TaskState): void {
  const { at, state } = turn;
  const [offerId] = task.offerIds;
  const offer = offerId === undefined ? undefined : state.offers.get(offerId);
  const settings = state.services.get(task.serviceId)?.settings;
  if (offer?.phase !== 'held' || settings === undefined) return;
  const ringUntilAt = at + settings.offers.ringTimeoutSeconds * 1000;
  turn.emit({ type: 'HeldOfferRang', at, offerId: offer.id, ringUntilAt });
  inviteAgent(turn, task, offer);
}

/** Nobody answered within the time for it, or the platform could not call at all. */
export function callerNotReached(turn: Turn, offer: OfferState): void {
  const task = turn.state.tasks.get(offer.taskId);
  if (task !== undefined) attemptFailed(turn, task);
}

export function attemptFailed(turn: Turn, task: TaskState): void {
  endAttempt(turn, task, 'caller-not-reached', task.callBackAttempts + 1);
  standOnce(turn, task);
}

/** The service closes while the caller is being called: tried again later, and not counted. */
export function postponeCallBack(turn: Turn, task: TaskState): void {
  endAttempt(turn, task, 'recalled', task.callBackAttempts);
}

function endAttempt(
  turn: Turn,
  task: TaskState,
  outcome: 'caller-not-reached' | 'recalled',
  attempts: number,
): void {
  const { at, state } = turn;
  const { platformCallId, id: taskId } = task;
  const callBack = state.services.get(task.serviceId)?.settings.callBack;
  if (platformCallId !== null)
    requestEffect(turn, { kind: 'hang-up-call', taskId, platformCallId });
  for (const offerId of [...task.offerIds]) {
    const offer = state.offers.get(offerId);
    if (offer !== undefined) endOffer(turn, offer, outcome);
  }
  if (callBack === undefined || attempts >= callBack.attempts) {
    return endCall(turn, task, 'caller-not-reached', 'reported');
  }
  const retryAt = at + callBack.retryAfterSeconds * 1000;
  turn.emit({ type: 'CallBackMissed', at, taskId, attempts, retryAt });
  endOtherCalls(turn, task);
  refreshCard(turn, taskId);
}
