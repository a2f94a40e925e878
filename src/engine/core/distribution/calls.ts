/** The life of a call from its arrival to its end; the diagram stands in `tenant/state.ts`. */
import type { LeaveCause } from '../tenant/facts.ts';
import { asId, type OfferId, type TaskId } from '../ids.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { ServiceState, TaskState } from '../tenant/state.ts';
import type { TaskPhase } from '../tenant/taskState.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { callerReached } from './callBack.ts';
import { tellNobodyAgain } from './distribute.ts';
import {
  beginAction,
  causeToLeave,
  closedCause,
  leave,
  leaveRemoved,
  waitOnce,
} from './leaving.ts';
import { reviewOfferOf } from './reviewing.ts';
import { beginOtherCall } from './otherCalls.ts';
import { placeOf } from '../tenant/place.ts';
import { expected, isFull, rungFirst } from './queueing.ts';
import { endIfVain } from './preference.ts';
import { readCall } from './reading.ts';
import { wakeTask } from '../tenant/wake.ts';
import { playMusic, playPrompt } from './prompts.ts';

/** An answer whose success was not told by then is looked up. */
const ANSWER_CHECK_MS = 5_000;
/**
 * Under redirect: how long an unanswered call waits for an agent; the platform drops it after 15 s.
 */
const REDIRECT_WAIT_MS = 9_000;
/** A live call is read this often, so that a lost notification is found. */
export const CHECK_EVERY_MS = 30_000;
/** The platform ends a call that is not kept alive for 45 minutes and asks for a sign every 15. */
const KEEP_ALIVE_EVERY_MS = 10 * 60_000;
/** Music that was not told to have ended is started anew after this long. */
const PROMPT_SILENCE_MS = 90_000;

export function callArrived(turn: Turn, input: InputOf<'CallArrived'>): void {
  const { state, at } = turn;
  const { platformCallId, callerId } = input;
  const serviceId = state.serviceOfAccount.get(input.resourceAccountId);
  const service = serviceId && state.services.get(serviceId);
  if (serviceId === undefined || service === undefined) {
    requestEffect(turn, { kind: 'reject-call', platformCallId, reason: 'busy' });
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-service' });
  }
  const taskId = asId<TaskId>(`task-${state.nextTask}`);
  const { delivery } = service.settings;
  const closed = closedCause(service);
  const before = expected(state, service);
  const { priority, rankAt } = placeOf(state, service.settings, at);
  const first = rungFirst(state, service, { callerId, offersByAgent: null }, at);
  turn.emit({
    type: 'CallQueued',
    at,
    taskId,
    serviceId,
    platformCallId,
    callerId,
    ...(input.isAnonymous === true ? { isAnonymous: true } : {}),
    delivery,
    priority,
    rankAt,
    first,
  });
  const isRedirected = delivery === 'redirect' && closed === null;
  const checkAt = at + (isRedirected ? REDIRECT_WAIT_MS : ANSWER_CHECK_MS);
  turn.emit({ type: 'CallCheckScheduled', at, taskId, checkAt });
  if (isRedirected) wakeTask(turn, taskId);
  else requestEffect(turn, { kind: 'answer-call', taskId, platformCallId });
  const task = state.tasks.get(taskId);
  if (task === undefined) throw new Error(`Task ${taskId} is not in the state it was queued in.`);
  beginOtherCall(turn, callerId, task, 'caller');
  if (closed !== null) return leave(turn, task, closed);
  if (isFull(turn, service, task, before)) return leave(turn, task, 'full');
  waitOnce(turn, service, task);
}

/** The caller hears us: greeting, then music, until somebody talks. */
export function callAnswered(turn: Turn, task: TaskState): void {
  const { at, state } = turn;
  const { id: taskId, platformCallId, phase } = task;
  if (platformCallId === null) return;
  turn.emit({ type: 'CallAnswered', at, taskId });
  turn.emit({ type: 'KeepAliveScheduled', at, taskId, keepAliveAt: at + KEEP_ALIVE_EVERY_MS });
  turn.emit({ type: 'CallCheckScheduled', at, taskId, checkAt: at + CHECK_EVERY_MS });
  if (task.leaving !== null) return beginAction(turn, task, task.leaving.action);
  const service = state.services.get(task.serviceId);
  if (service === undefined) return leaveRemoved(turn, task);
  const cause = causeToLeaveNow(service, task, phase);
  if (cause !== null) return leave(turn, task, cause);
  for (const offerId of task.offerIds) reviewOffer(turn, offerId);
  const { callBack, announcements } = service.settings;
  if (phase === 'dialling') callerReached(turn, task);
  else if (callBack.offered && !task.isAnonymous) {
    requestEffect(turn, { kind: 'listen-for-tones', taskId, platformCallId });
  }
  playPrompt(turn, task, announcements.greeting);
  if (phase === 'dialling') waitOnce(turn, service, task);
}

/** What rang for the unanswered call could not be recalled; now it can. */
function reviewOffer(turn: Turn, offerId: OfferId): void {
  const offer = turn.state.offers.get(offerId);
  const agent = offer && turn.state.agents.get(offer.agentId);
  if (agent !== undefined) reviewOfferOf(turn, agent);
}

/**
 * Nobody could be sent an unanswered call in time: it is answered, and waits like any other, unless
 * it would have left the queue while the redirect was in flight.
 */
export function fallBackToAnswering(turn: Turn, task: TaskState): void {
  const { at, state } = turn;
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) return;
  turn.emit({ type: 'DeliveryFellBack', at, taskId });
  turn.emit({ type: 'CallCheckScheduled', at, taskId, checkAt: at + ANSWER_CHECK_MS });
  const service = state.services.get(task.serviceId);
  if (service === undefined) return leaveRemoved(turn, task);
  const cause = causeToLeaveNow(service, task, task.phase);
  if (cause !== null) return leave(turn, task, cause);
  requestEffect(turn, { kind: 'answer-call', taskId, platformCallId });
}

/** Asked again of a call that could not leave while a redirect was in flight. */
function causeToLeaveNow(
  service: ServiceState,
  { maximumWaitAt }: TaskState,
  phase: TaskPhase,
): LeaveCause | null {
  const isBounded = service.settings.queue.maximumWaitSeconds !== null;
  const isOverdue = phase === 'arriving' && isBounded && maximumWaitAt === null;
  return causeToLeave(service) ?? (isOverdue ? 'too-long' : null);
}

/**
 * The call's regular look: is it still there, does the caller hear something, and is it kept for
 * people whose presence has grown too old meanwhile?
 */
export function checkDue(turn: Turn, task: TaskState): void {
  const { at } = turn;
  endIfVain(turn, task);
  if (task.phase === 'arriving' && task.delivery === 'redirect') {
    if (task.offerIds.length === 0) fallBackToAnswering(turn, task);
    else
      turn.emit({ type: 'CallCheckScheduled', at, taskId: task.id, checkAt: at + CHECK_EVERY_MS });
    return;
  }
  const everyMs = task.phase === 'arriving' ? ANSWER_CHECK_MS : CHECK_EVERY_MS;
  turn.emit({ type: 'CallCheckScheduled', at, taskId: task.id, checkAt: at + everyMs });
  const silent = task.prompt === null || at - task.prompt.startedAt > PROMPT_SILENCE_MS;
  if (task.phase === 'waiting' && silent) playMusic(turn, task);
  tellNobodyAgain(turn, task);
  readCall(turn, task.id);
}

export function keepAliveDue(turn: Turn, task: TaskState): void {
  const { at } = turn;
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) return;
  turn.emit({ type: 'KeepAliveScheduled', at, taskId, keepAliveAt: at + KEEP_ALIVE_EVERY_MS });
  requestEffect(turn, { kind: 'keep-call-alive', taskId, platformCallId });
}
