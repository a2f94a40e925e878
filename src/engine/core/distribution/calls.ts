/** The life of a call from its arrival to its end; the diagram stands in `tenant/state.ts`. */
import type { EndReason, Seen } from '../tenant/facts.ts';
import { asId, type PersonId, type TaskId } from '../tenant/ids.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { refreshCard } from './card.ts';
import { endOffer } from './offers.ts';
import { readCall } from './reading.ts';

/** An answer whose success was not told by then is looked up. */
const ANSWER_CHECK_MS = 5_000;
/**
 * Under redirect: how long an unanswered call waits for an agent; the platform drops it after 15 s.
 */
const REDIRECT_WAIT_MS = 9_000;
/** A live call is read this often, so that a lost notification is found. */
const CHECK_EVERY_MS = 30_000;
/** The platform ends a call that is not kept alive for 45 minutes and asks for a sign every 15. */
const KEEP_ALIVE_EVERY_MS = 10 * 60_000;
/** Music that was not told to have ended is started anew after this long. */
const PROMPT_SILENCE_MS = 90_000;

export function callArrived(turn: Turn, input: InputOf<'CallArrived'>): void {
  const { state, at } = turn;
  const { platformCallId, callerId } = input;
  const sourceId = `call ${platformCallId}`;
  if (state.sources.has(sourceId)) {
    return turn.emit({ type: 'InputIgnored', at, reason: 'repeat' });
  }
  turn.emit({ type: 'SourceNoted', at, sourceId });
  const serviceId = state.serviceOfAccount.get(input.resourceAccountId);
  const service = serviceId && state.services.get(serviceId);
  if (serviceId === undefined || service === undefined) {
    requestEffect(turn, { kind: 'reject-call', platformCallId, reason: 'busy' });
    return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-service' });
  }
  const taskId = asId<TaskId>(`task-${state.nextTask}`);
  const { delivery } = service.settings;
  turn.emit({ type: 'CallQueued', at, taskId, serviceId, platformCallId, callerId, delivery });
  const wait = delivery === 'redirect' ? REDIRECT_WAIT_MS : ANSWER_CHECK_MS;
  turn.emit({ type: 'CallCheckScheduled', at, taskId, checkAt: at + wait });
  if (delivery === 'conference')
    requestEffect(turn, { kind: 'answer-call', taskId, platformCallId });
}

/** The caller hears us: greeting, then music, until somebody talks. */
export function callAnswered(turn: Turn, task: TaskState): void {
  const { at } = turn;
  const { id: taskId, platformCallId } = task;
  turn.emit({ type: 'CallAnswered', at, taskId });
  turn.emit({ type: 'KeepAliveScheduled', at, taskId, keepAliveAt: at + KEEP_ALIVE_EVERY_MS });
  turn.emit({ type: 'CallCheckScheduled', at, taskId, checkAt: at + CHECK_EVERY_MS });
  requestEffect(turn, { kind: 'play-prompt', taskId, platformCallId, prompt: 'greeting' });
}

/** Nobody could be sent an unanswered call in time: it is answered, and waits like any other. */
export function fallBackToAnswering(turn: Turn, task: TaskState): void {
  const { at } = turn;
  const { id: taskId, platformCallId } = task;
  turn.emit({ type: 'DeliveryFellBack', at, taskId });
  turn.emit({ type: 'CallCheckScheduled', at, taskId, checkAt: at + ANSWER_CHECK_MS });
  requestEffect(turn, { kind: 'answer-call', taskId, platformCallId });
}

/** Ends a call: its offer, the agent's part in it, and after-call work where it was connected. */
export function endCall(turn: Turn, task: TaskState, reason: EndReason, seen: Seen): void {
  if (task.phase === 'ended') return;
  const { at, state } = turn;
  const { agentId, serviceId, id: taskId } = task;
  const talked = agentId !== null && task.connectedAt !== null && stillServes(turn, agentId);
  const offer = task.offerId === null ? undefined : state.offers.get(task.offerId);
  if (offer !== undefined) endOffer(turn, offer, 'call-ended');
  turn.emit({ type: 'CallEnded', at, taskId, reason, seen, agentId });
  const seconds = state.services.get(serviceId)?.settings.afterCallWorkSeconds ?? 0;
  if (talked && seconds > 0) {
    turn.emit({ type: 'AfterCallWorkStarted', at, agentId, taskId, untilAt: at + seconds * 1000 });
  }
  refreshCard(turn, taskId);
}

function stillServes(turn: Turn, agentId: PersonId): boolean {
  return turn.state.agents.get(agentId)?.serves ?? false;
}

/** Ends a call that still stands on the platform. */
export function hangUp(turn: Turn, task: TaskState, reason: EndReason, seen: Seen): void {
  const { id: taskId, platformCallId } = task;
  endCall(turn, task, reason, seen);
  requestEffect(turn, { kind: 'hang-up-call', taskId, platformCallId });
}

/** The call's regular look: is it still there, and does the caller hear something? */
export function checkDue(turn: Turn, task: TaskState): void {
  const { at } = turn;
  if (task.phase === 'arriving' && task.delivery === 'redirect') {
    if (task.offerId === null) fallBackToAnswering(turn, task);
    else
      turn.emit({ type: 'CallCheckScheduled', at, taskId: task.id, checkAt: at + CHECK_EVERY_MS });
    return;
  }
  const everyMs = task.phase === 'arriving' ? ANSWER_CHECK_MS : CHECK_EVERY_MS;
  turn.emit({ type: 'CallCheckScheduled', at, taskId: task.id, checkAt: at + everyMs });
  const silent = task.prompt === null || at - task.prompt.startedAt > PROMPT_SILENCE_MS;
  if (task.phase === 'waiting' && silent) playMusic(turn, task);
  readCall(turn, task.id);
}

export function playMusic(turn: Turn, task: TaskState): void {
  const { id: taskId, platformCallId } = task;
  requestEffect(turn, { kind: 'play-prompt', taskId, platformCallId, prompt: 'waiting-music' });
}

export function keepAliveDue(turn: Turn, task: TaskState): void {
  const { at } = turn;
  const { id: taskId, platformCallId } = task;
  turn.emit({ type: 'KeepAliveScheduled', at, taskId, keepAliveAt: at + KEEP_ALIVE_EVERY_MS });
  requestEffect(turn, { kind: 'keep-call-alive', taskId, platformCallId });
}
