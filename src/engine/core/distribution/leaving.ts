/**
 * A call that cannot wait here: the queue is full, it waited too long, nobody is on duty, the
 * service is closed. It is moved to another service, sent on, or told why and then hung up; a
 * caller is never left without a word.
 *
 *   waiting --moved--> waiting in another service
 *      |
 *      +--> leaving --(answered, if it was not)--> action under way --> ended
 *                                                    |   failed
 *                                                    +--> announcement --> ended
 *
 * Teams' word is final: an agent who accepts while the call is leaving has it.
 */
import type { QueueAction } from '../config/queue.ts';
import type { TransferTarget } from '../tenant/effects.ts';
import type { LeaveCause } from '../tenant/facts.ts';
import type { PersonId } from '../ids.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { standOnce } from './calledAgain.ts';
import { hangUp } from './ending.ts';
import { playPrompt, stopPrompts } from './prompts.ts';
import { refreshCard } from './card.ts';
import { endOffer, recallOthers } from './offers.ts';
import { beginOtherCall, endOtherCall } from './otherCalls.ts';
import { placeOf } from '../tenant/place.ts';
import { expected, isFull, rungFirst } from './queueing.ts';
import { mayLeave, openLevels, wait } from './wait.ts';

/** How long a transfer may take before the caller is told that it did not work. */
const TRANSFER_MS = 30_000;
/** Announcements last at most ten minutes; one that was not told to have ended is over by then. */
const ANNOUNCEMENT_MS = 11 * 60_000;
/** A call that was not answered by then is lost anyway (platform.md section 4). */
const ANSWER_MS = 20_000;

/** Acts on a call as its service says for the cause. */
export function leave(turn: Turn, task: TaskState, cause: LeaveCause): void {
  const service = turn.state.services.get(task.serviceId);
  if (service === undefined || !mayLeave(task)) return;
  const action = actionFor(service, cause);
  if (action.do === 'service' && moved(turn, task, action.service, cause)) return;
  leaveWith(turn, task, cause, action.do === 'service' ? lastResort(turn, cause) : action);
}

/**
 * The service is removed, and with it whatever it said of callers: they are told that it closed.
 */
export function leaveRemoved(turn: Turn, task: TaskState): void {
  leaveWith(turn, task, 'closed', { do: 'announce', announcement: 'closed' });
}

/** What a caller hears when the action that was chosen does not work. */
function lastResort({ state }: Turn, cause: LeaveCause | null): QueueAction {
  const isClosed = cause === 'closed' || cause === 'emergency';
  const saysClosed = isClosed && state.flags.includes(RULE_FLAGS.OTHER_CALLS);
  return { do: 'announce', announcement: saysClosed ? 'closed' : 'all-busy' };
}

function leaveWith(turn: Turn, task: TaskState, cause: LeaveCause, action: QueueAction): void {
  const { at } = turn;
  const actUntilAt = at + ANSWER_MS;
  turn.emit({ type: 'CallLeftQueue', at, taskId: task.id, cause, action, actUntilAt });
  recallOthers(turn, task.id, 'left-queue');
  refreshCard(turn, task.id);
  if (isAnswered(task)) beginAction(turn, task, action);
  else answerFirst(turn, task);
}

/** Offers whose agents are still being read end: nothing rings yet that had to be stopped first. */
export function endUnconfirmed(turn: Turn, task: TaskState): void {
  for (const offerId of [...task.offerIds]) {
    const offer = turn.state.offers.get(offerId);
    if (offer?.phase === 'confirming') endOffer(turn, offer, 'recalled');
  }
}

/** An unanswered caller hears nothing: the call is answered, unless that has been asked already. */
function answerFirst(turn: Turn, task: TaskState): void {
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) return;
  for (const { effect } of turn.state.openEffects.values()) {
    if (effect.kind === 'answer-call' && effect.taskId === taskId) return;
  }
  requestEffect(turn, { kind: 'answer-call', taskId, platformCallId });
}

/** Keep-alives begin with the answer. */
function isAnswered(task: Readonly<TaskState>): boolean {
  return task.keepAliveAt !== null;
}

function actionFor(service: ServiceState, cause: LeaveCause): QueueAction {
  const { queue, announcements } = service.settings;
  switch (cause) {
    case 'full':
      return queue.whenFull;
    case 'too-long':
      return queue.whenTooLong;
    case 'closed':
    case 'emergency':
      return queue.whenClosed;
    case 'nobody':
      return queue.whenNobody ?? { do: 'announce', announcement: announcements.greeting };
  }
}

/** Whether the other service takes the call; it goes on from there as if it had called it. */
function moved(
  turn: Turn,
  task: TaskState,
  serviceId: ServiceState['settings']['id'],
  cause: LeaveCause,
): boolean {
  const target = turn.state.services.get(serviceId);
  if (target === undefined || target.settings.id === task.serviceId) return false;
  moveCall(turn, task, target, cause, null);
  return true;
}

/**
 * The call waits in another service, as if it had called that one: its people come first, and its
 * bounds count from now. Its age, and so its place in time, stays.
 */
export function moveCall(
  turn: Turn,
  task: TaskState,
  target: ServiceState,
  cause: LeaveCause | 'by-hand',
  by: PersonId | null,
): void {
  const { at, state } = turn;
  recallOthers(turn, task.id, 'left-queue');
  const place = placeOf(state, target.settings, task.queuedAt);
  const serviceId = target.settings.id;
  const { id: taskId } = task;
  const waiting = expected(state, target);
  const hasPreference = state.flags.includes(RULE_FLAGS.ONE_PLACE);
  const first = hasPreference ? rungFirst(state, target, task, at) : null;
  const kept = first === null ? {} : { first };
  turn.emit({ type: 'CallMoved', at, taskId, serviceId, ...place, cause, by, ...kept });
  refreshCard(turn, taskId);
  // Nobody is on the line who could be sent on: a call-back waits until it can be served.
  if (task.phase === 'call-back') return waitOnce(turn, target, task);
  const closed = closedCause(target);
  if (closed !== null) return leave(turn, task, closed);
  openLevels(turn, target, task);
  if (isFull(turn, target, task, waiting)) return leave(turn, task, 'full');
  waitOnce(turn, target, task);
}

/** The call comes to wait in the service, and its caller stands there once. */
export function waitOnce(turn: Turn, service: ServiceState, task: TaskState): void {
  waitOrLeave(turn, service, task);
  standOnce(turn, task);
}

export function waitOrLeave(turn: Turn, service: ServiceState, task: TaskState): void {
  const cause = wait(turn, service, task);
  if (cause !== null) leave(turn, task, cause);
}

/** Null while the service takes calls. */
export function closedCause(service: Readonly<ServiceState>): LeaveCause | null {
  if (service.emergency !== null) return 'emergency';
  if (service.closedBy !== null) return 'closed';
  return service.settings.responsibility.by === 'nobody' ? 'nobody' : null;
}

/** The same for calls that wait already, who may be served although the hours have ended. */
export function causeToLeave(service: Readonly<ServiceState>): LeaveCause | null {
  const cause = closedCause(service);
  const isServed = cause === 'closed' && service.settings.queue.waitingAtClosing === 'serve';
  return isServed ? null : cause;
}

/** The caller hears us: now what was decided can be done. */
export function beginAction(turn: Turn, task: TaskState, chosen: QueueAction): void {
  const { at } = turn;
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) return;
  const cause = task.leaving?.cause ?? null;
  const isShared = isConference(turn, task);
  const isPossible = !isShared || !needsTransfer(chosen);
  const action = isPossible ? chosen : lastResort(turn, cause);
  const isAnnounced = action.do === 'announce';
  const actUntilAt = at + (isAnnounced ? ANNOUNCEMENT_MS : TRANSFER_MS);
  turn.emit({ type: 'QueueActionBegan', at, taskId, action, actUntilAt });
  if (action.do === 'person') beginOtherCall(turn, action.person, task, 'sent-to');
  if (action.do === 'announce') return playPrompt(turn, task, action.announcement);
  const target = targetOf(action);
  if (target === null) return;
  if (isShared && (target.kind === 'person' || target.kind === 'number')) {
    requestEffect(turn, { kind: 'invite-target', taskId, platformCallId, target });
  } else {
    requestEffect(turn, { kind: 'transfer-call', taskId, platformCallId, target });
  }
}

/** From the first invitation on a call cannot be transferred (platform.md section 8). */
function isConference({ state }: Turn, task: Readonly<TaskState>): boolean {
  if (state.flags.includes(RULE_FLAGS.ONE_PLACE)) return task.isConference;
  return task.offersByAgent !== null && task.delivery === 'conference';
}

/** Voicemail cannot be brought into a conference. */
function needsTransfer(action: QueueAction): boolean {
  return action.do === 'voicemail' || action.do === 'group-voicemail';
}

/** Whom the action named has answered: the two talk, and we only see the end of it. */
export function sentOn(turn: Turn, task: TaskState): void {
  turn.emit({ type: 'CallSentOn', at: turn.at, taskId: task.id });
  const sentTo = task.leaving?.sentTo ?? null;
  // Taken back meanwhile, they came all the same.
  if (sentTo !== null) beginOtherCall(turn, sentTo, task, 'sent-to');
  stopPrompts(turn, task.id);
  refreshCard(turn, task.id);
}

function targetOf(action: QueueAction): TransferTarget | null {
  switch (action.do) {
    case 'person':
      return { kind: 'person', personId: action.person };
    case 'number':
      return { kind: 'number', number: action.number };
    case 'voicemail':
      return { kind: 'voicemail', personId: action.person };
    case 'group-voicemail':
      return { kind: 'group-voicemail', groupId: action.group };
    case 'service':
    case 'announce':
      return null;
  }
}

/** Who rings for the caller rings no longer; who answers all the same has them (`sentOn`). */
function takeInvitationBack(turn: Turn, { id: taskId, leaving, platformCallId }: TaskState): void {
  const participantId = leaving?.participantId ?? null;
  if (participantId === null || platformCallId === null) return;
  requestEffect(turn, { kind: 'remove-participant', taskId, platformCallId, participantId });
}

/** A transfer that did not work: the caller is told, and then hung up. */
export function actionFailed(turn: Turn, task: TaskState): void {
  const { leaving } = task;
  if (leaving === null || !leaving.isUnderWay) return;
  if (leaving.action.do === 'announce') return hangUp(turn, task, 'announced', 'reported');
  beginAction(turn, task, lastResort(turn, leaving.cause));
  if (leaving.sentTo !== null) endOtherCall(turn, leaving.sentTo, task.id);
}

/** Whom the action named does not come; after it was given up that is what we asked for. */
export function targetFailed(turn: Turn, task: TaskState): void {
  if (task.leaving?.action.do !== 'announce') actionFailed(turn, task);
}

/** The announcement has been said, or gave way to whoever the action named. */
export function announced(turn: Turn, task: TaskState): void {
  const { leaving } = task;
  if (leaving?.action.do !== 'announce' || leaving.isSentOn) return;
  hangUp(turn, task, 'announced', 'reported');
}

/** The time that the action was given is over. */
export function leavingDue(turn: Turn, task: TaskState): void {
  if (task.leaving?.isUnderWay === true) {
    takeInvitationBack(turn, task);
    return actionFailed(turn, task);
  }
  hangUp(turn, task, 'not-answered-by-us', 'inferred');
}
