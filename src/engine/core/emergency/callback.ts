/**
 * A call to a number of the pool: the emergency service calls back (EMG-13, EMG-14, DEC-7). It goes
 * past every rule: no queue, no voicemail, agent and contacts are rung until the caller hangs up.
 *
 *   arriving --answered--> reaching <--all have left--+
 *      |                      |                       |
 *      |                      +--somebody joins--> talking
 *      +---- from everywhere: the caller is gone ----> ended
 *
 * How one person is rung; one time round takes less than Teams waits before its voicemail answers:
 *
 *   reading --read--> ringing --15 s--> stopping --3 s, or confirmed--> resting --> reading
 *      |                 |                                                 ^
 *      |                 +----- refused, busy, voicemail answered ---------+
 *      +---------------- Do not disturb of their own ----------------------+
 *
 * The agent is rung at once and the contacts after ten seconds; at once too where the agent cannot
 * be reached: Do not disturb of their own, a refusal, or nobody's number any more. Where none of
 * the contacts can be rung, the supervisors are, and then the administrators.
 */
import type {
  CallbackNumberState,
  CallbackState,
  EmergencyState,
} from '../tenant/emergencyState.ts';
import type { Effect, EffectOutcome, RosterEntry } from '../tenant/effects.ts';
import { asId, type EffectId, type PersonId, type TaskId } from '../ids.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { TenantState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { emergencyOf, endCall } from './life.ts';
import { holderOf, isCallbackAccount } from './numbers.ts';
import { rungForCallback } from './people.ts';
import {
  answeredRing,
  reach,
  ringOver,
  ringStopped,
  ringTaken,
  ringsDue,
  scheduleCallback,
  somebodyJoined,
} from './ringing.ts';

const CONTACTS_AFTER_MS = 10_000;
const CHECK_EVERY_MS = 30_000;
const ANSWER_CHECK_MS = 5_000;
const KEEP_ALIVE_EVERY_MS = 10 * 60_000;

/** Whether the call is to a number of the pool; then it is dealt with. */
export function callbackArrived(turn: Turn, input: InputOf<'CallArrived'>): boolean {
  const { at, state } = turn;
  const { platformCallId, resourceAccountId } = input;
  if (!isCallbackAccount(state, resourceAccountId)) return false;
  const held = state.callbackNumbers.get(resourceAccountId);
  const emergency = holderOf(state, resourceAccountId) ?? standingOf(state, held, at);
  const isInTime = emergency !== undefined && (emergency.untilAt > at || emergency.call !== 'over');
  const agentId = isInTime ? emergency.agentId : null;
  const taskId = asId<TaskId>(`task-${state.nextTask}`);
  const contactsAt = agentId === null ? at : at + CONTACTS_AFTER_MS;
  const holderId = agentId ?? held?.agentId ?? null;
  const contactIds = rungForCallback(state, holderId);
  const knowsHolder = state.flags.includes(RULE_FLAGS.EMERGENCY_REACH);
  turn.emit({
    ...{ type: 'CallbackArrived', at, taskId, platformCallId },
    ...{ agentId, ...(knowsHolder ? { holderId } : {}), contactIds, contactsAt },
  });
  requestEffect(turn, { kind: 'answer-call', taskId, platformCallId });
  // Whoever is called back talks no longer: our Do not disturb must not stand in the way.
  if (isInTime && emergency.call !== 'over') endCall(turn, emergency, 'callback');
  const callback = state.callbacks.get(taskId);
  if (callback !== undefined) scheduleCallback(turn, callback, { checkAt: at + ANSWER_CHECK_MS });
  return true;
}

/** A number that was dialled from within the hour belongs to its agent's newer emergency too. */
function standingOf(
  state: Readonly<TenantState>,
  held: CallbackNumberState | undefined,
  at: number,
): EmergencyState | undefined {
  return held === undefined || held.untilAt <= at ? undefined : emergencyOf(state, held.agentId);
}

/** The callback that a platform call is. */
export function callbackOf(
  { state }: Turn,
  platformCallId: InputOf<'CallArrived'>['platformCallId'],
): CallbackState | undefined {
  const taskId = state.callbackOfCall.get(platformCallId);
  return taskId === undefined ? undefined : state.callbacks.get(taskId);
}

export function callbackStateReported(
  turn: Turn,
  callback: CallbackState,
  { state }: Pick<InputOf<'CallStateReported'>, 'state'>,
): void {
  if (state === 'terminated') return callbackGone(turn, callback);
  if (state === 'established' && callback.answeredAt === null) return answered(turn, callback);
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'already-so' });
}

function answered(turn: Turn, callback: CallbackState): void {
  const { at } = turn;
  turn.emit({ type: 'CallbackAnswered', at, taskId: callback.id });
  playRinging(turn, callback);
  reach(turn, callback);
  const keepAliveAt = at + KEEP_ALIVE_EVERY_MS;
  scheduleCallback(turn, callback, { checkAt: at + CHECK_EVERY_MS, keepAliveAt });
}

/** The caller hears it ring until somebody is there. */
function playRinging(turn: Turn, { id: taskId, platformCallId }: CallbackState): void {
  requestEffect(turn, { kind: 'play-prompt', taskId, platformCallId, prompt: 'ringing' });
}

export function callbackGone(turn: Turn, { id: taskId }: CallbackState): void {
  turn.emit({ type: 'CallbackEnded', at: turn.at, taskId });
}

/** A roster says who talks; that somebody is missing may be old news, so it is read. */
export function callbackRoster(
  turn: Turn,
  callback: CallbackState,
  roster: readonly RosterEntry[],
): void {
  const inCall = reachedIn(callback, roster);
  const isNew = inCall.some((id) => !callback.joined.includes(id));
  if (isNew) return somebodyJoined(turn, callback, inCall);
  if (callback.joined.length > inCall.length || humansIn(roster) === 0)
    readCallback(turn, callback);
}

/** What a reading says is so. */
export function callbackRead(
  turn: Turn,
  callback: CallbackState,
  state: 'incoming' | 'establishing' | 'established' | 'terminated',
  roster: readonly RosterEntry[],
): void {
  if (state === 'terminated') return callbackGone(turn, callback);
  if (callback.answeredAt === null) {
    if (state === 'established') answered(turn, callback);
    return;
  }
  const inCall = reachedIn(callback, roster);
  const wasTalking = callback.joined.length > 0;
  // Nobody but those whom we rang: the caller has gone.
  if (wasTalking && humansIn(roster) <= inCall.length) return hangUp(turn, callback);
  somebodyJoined(turn, callback, inCall);
  voicemailsOut(turn, callback);
  reach(turn, callback);
  scheduleCallback(turn, callback);
}

/** Somebody or something answered: only a reading tells which. */
function ringAnswered(turn: Turn, callback: CallbackState, effectId: EffectId): void {
  answeredRing(turn, callback, effectId);
  scheduleCallback(turn, callback);
  readCallback(turn, callback);
}

/** What answered and is nobody in the call is a voicemail. */
function voicemailsOut(turn: Turn, callback: CallbackState): void {
  for (const { phase, effectId } of callback.rings) {
    if (phase === 'answered' && effectId !== null) ringOver(turn, callback, effectId);
  }
}

function hangUp(turn: Turn, callback: CallbackState): void {
  const { id: taskId, platformCallId } = callback;
  callbackGone(turn, callback);
  requestEffect(turn, { kind: 'hang-up-call', taskId, platformCallId });
}

/**
 * Who of those rung is in the call. Whoever answers for one of them, by forwarding, is somebody we
 * do not know by name: as many as there are more people than these and the caller.
 */
function reachedIn(callback: CallbackState, roster: readonly RosterEntry[]): PersonId[] {
  const { agentId, contactIds, joined, rings } = callback;
  const known = roster.flatMap(({ personId }) =>
    personId !== null && (personId === agentId || contactIds.includes(personId)) ? [personId] : [],
  );
  const others = Math.max(0, humansIn(roster) - 1 - known.length);
  const answered = rings.filter(({ phase }) => phase === 'answered').map((ring) => ring.personId);
  const forwarded = [...joined, ...answered].filter((id) => !known.includes(id));
  return [...known, ...new Set(forwarded.slice(0, others))];
}

function humansIn(roster: readonly RosterEntry[]): number {
  return roster.filter(({ isApplication }) => !isApplication).length;
}

export function readCallback(turn: Turn, callback: CallbackState): void {
  const { id: taskId, platformCallId } = callback;
  if (callback.readEffectId !== null) return;
  requestEffect(turn, { kind: 'read-call', taskId, platformCallId });
}

/**
 * An invitation ended, or a prompt. Completed is not yet a person: voicemail completes invitations
 * too, and the reading tells.
 */
export function callbackOperation(
  turn: Turn,
  callback: CallbackState,
  { effectId, status }: Pick<InputOf<'OperationReported'>, 'effectId' | 'status'>,
): void {
  const isRing = effectId !== null && callback.rings.some((ring) => ring.effectId === effectId);
  if (isRing && status === 'completed') return ringAnswered(turn, callback, effectId);
  if (isRing) return ringOver(turn, callback, effectId);
  const isOver = effectId !== null && effectId === callback.promptEffectId;
  if (isOver && callback.joined.length === 0) return playRinging(turn, callback);
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'unknown-effect' });
}

/** How the world took what we asked for. */
export function callbackSettled(
  turn: Turn,
  callback: CallbackState,
  effectId: EffectId,
  effect: Effect,
  outcome: EffectOutcome,
): void {
  if (outcome.kind === 'call-gone') return callbackGone(turn, callback);
  switch (effect.kind) {
    case 'answer-call':
      if (outcome.kind === 'failed') return callbackGone(turn, callback);
      return;
    case 'read-call':
      if (outcome.kind !== 'call-read') return;
      return callbackRead(turn, callback, outcome.state, outcome.roster);
    case 'invite-target':
      return ringTaken(turn, callback, effectId, outcome);
    case 'remove-participant':
      if (outcome.kind === 'done') ringStopped(turn, callback, effect.participantId);
      return;
    default:
      return;
  }
}

/** A ring, the regular look at the call, or its sign of life is due. */
export function callbackDue(turn: Turn, callback: CallbackState): void {
  const { at } = turn;
  const { id: taskId, platformCallId, answeredAt } = callback;
  let { checkAt, keepAliveAt } = callback;
  if (checkAt <= at) {
    checkAt = at + (answeredAt === null ? ANSWER_CHECK_MS : CHECK_EVERY_MS);
    readCallback(turn, callback);
  }
  if (keepAliveAt !== null && keepAliveAt <= at) {
    keepAliveAt = at + KEEP_ALIVE_EVERY_MS;
    requestEffect(turn, { kind: 'keep-call-alive', taskId, platformCallId });
  }
  ringsDue(turn, callback);
  reach(turn, callback);
  scheduleCallback(turn, callback, { checkAt, keepAliveAt });
}
