/** Ringing people for a callback; the diagram stands in `callback.ts`. */
import { categoryOf } from '../presence/values.ts';
import type { CallbackRing, CallbackState } from '../tenant/emergencyState.ts';
import type { EffectOutcome } from '../tenant/effects.ts';
import type { FactOf } from '../tenant/facts.ts';
import type { EffectId, PersonId } from '../ids.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { widenIfNobody } from './standIns.ts';

/** Teams' voicemail answers after 20 s by default (platform.md section 8). */
const RING_MS = 15_000;
/** How long a reading of presence may hold up a ring. */
const READ_MS = 2_000;
const STOP_MS = 3_000;
const AGAIN_MS = 1_000;
const AGAIN_AFTER_REFUSAL_MS = 5_000;
/** Whose voicemail answers is not to be had for a while; others are. */
const AGAIN_AFTER_VOICEMAIL_MS = 30_000;
/** Longer than any call: somebody outside has no Teams that could ring. */
const NEVER_AGAIN_MS = 24 * 60 * 60_000;
/** How long the agent's ring waits for our own Do not disturb to be gone. */
const CLEARING_MS = 3_000;
const LOOK_AGAIN_MS = 250;

/** Whoever is to be rung now and is not, is: first their presence is read. */
export function reach(turn: Turn, callback: CallbackState): void {
  const { at } = turn;
  if (callback.answeredAt === null || callback.joined.length > 0) return;
  const personIds = wanted(callback, at).filter((id) => mayRing(turn, callback, id));
  if (personIds.length === 0) return;
  const { id: taskId } = callback;
  turn.emit({ type: 'CallbackRead', at, taskId, personIds, untilAt: at + READ_MS });
  requestEffect(turn, { kind: 'read-presence', agentIds: personIds, because: 'callback' });
}

function wanted({ agentId, contactIds, contactsAt }: CallbackState, at: number): PersonId[] {
  const agent = agentId === null ? [] : [agentId];
  return contactsAt <= at ? [...new Set([...agent, ...contactIds])] : agent;
}

function mayRing(turn: Turn, callback: CallbackState, personId: PersonId): boolean {
  const ring = callback.rings.find((each) => each.personId === personId);
  if (ring !== undefined) return ring.phase === 'resting' && ring.dueAt <= turn.at;
  return personId !== callback.agentId || !isClearing(turn, callback);
}

/** Our own Do not disturb still stands at Teams: a ring now would end in voicemail. */
function isClearing({ state, at }: Turn, { agentId, arrivedAt }: CallbackState): boolean {
  const session = agentId === null ? undefined : state.sessions.get(agentId);
  if (session === undefined || at >= arrivedAt + CLEARING_MS) return false;
  return session.shown?.presence.availability === 'DoNotDisturb';
}

/** Presence has been read, or could not be: whoever does not want to be disturbed is left alone. */
export function ringsRead(turn: Turn, effectId: EffectId, outcome: EffectOutcome): void {
  for (const callback of [...turn.state.callbacks.values()]) {
    const read = callback.rings.filter((ring) => ring.effectId === effectId);
    for (const { phase, personId } of read) {
      if (phase !== 'reading') continue;
      if (isNotToBeDisturbed(turn, outcome, personId)) leaveAlone(turn, callback, personId);
      else ring(turn, callback, personId);
    }
    if (read.length === 0) continue;
    widenIfNobody(turn, callback, seenOffline(outcome));
    reach(turn, callback);
    scheduleCallback(turn, callback);
  }
}

function seenOffline(outcome: EffectOutcome): PersonId[] {
  const readings = outcome.kind === 'presence-read' ? outcome.readings : [];
  return readings.flatMap(({ agentId, availability }) =>
    categoryOf(availability) === 'offline' ? [agentId] : [],
  );
}

/** As it was read now or, where it could not be, as it was last seen to be the person's own. */
function isNotToBeDisturbed(
  { state }: Turn,
  outcome: EffectOutcome | null,
  personId: PersonId,
): boolean {
  const readings = outcome?.kind === 'presence-read' ? outcome.readings : [];
  const agent = state.agents.get(personId);
  const lastSeen = agent?.isMasked === true ? null : agent?.evidence;
  const shown = readings.find(({ agentId }) => agentId === personId) ?? lastSeen;
  return shown != null && categoryOf(shown.availability) === 'do-not-disturb';
}

/** Presence was not read in time. */
function ringUnread(turn: Turn, callback: CallbackState, personId: PersonId): void {
  if (isNotToBeDisturbed(turn, null, personId)) leaveAlone(turn, callback, personId);
  else ring(turn, callback, personId);
}

function leaveAlone(turn: Turn, callback: CallbackState, personId: PersonId): void {
  ringEnded(turn, callback, personId, 'do-not-disturb', turn.at + AGAIN_AFTER_REFUSAL_MS);
}

function ring(turn: Turn, callback: CallbackState, personId: PersonId): void {
  const { at } = turn;
  const { id: taskId, platformCallId } = callback;
  const ringing = { personId, phase: 'ringing', dueAt: at + RING_MS, participantId: null } as const;
  turn.emit({ type: 'CallbackRang', at, taskId, ring: ringing });
  const target = { kind: 'person', personId } as const;
  requestEffect(turn, { kind: 'invite-target', taskId, platformCallId, target });
}

/** A ring that ends without an answer; if it was the agent's, the contacts are rung at once. */
function ringEnded(
  turn: Turn,
  callback: CallbackState,
  personId: PersonId,
  cause: FactOf<'CallbackRingEnded'>['cause'],
  againAt: number | null,
): void {
  const { at } = turn;
  turn.emit({ type: 'CallbackRingEnded', at, taskId: callback.id, personId, cause, againAt });
  const isUnreachable = cause === 'do-not-disturb' || cause === 'refused';
  if (personId === callback.agentId && isUnreachable && callback.contactsAt > at) {
    scheduleCallback(turn, callback, { contactsAt: at });
  }
  widenIfNobody(turn, callback);
}

/** The platform took an invitation, or did not. */
export function ringTaken(
  turn: Turn,
  callback: CallbackState,
  effectId: EffectId,
  outcome: EffectOutcome,
): void {
  const { at } = turn;
  const rung = callback.rings.find((each) => each.effectId === effectId);
  if (rung === undefined) return;
  const { personId, phase, dueAt } = rung;
  if (outcome.kind === 'does-not-apply') {
    ringEnded(turn, callback, personId, 'not-in-teams', at + NEVER_AGAIN_MS);
  } else if (outcome.kind !== 'invited') {
    ringEnded(turn, callback, personId, 'refused', at + AGAIN_AFTER_REFUSAL_MS);
  } else {
    const { participantId } = outcome;
    const taken = { personId, phase, dueAt, participantId };
    turn.emit({ type: 'CallbackRang', at, taskId: callback.id, ring: taken });
    if (phase === 'stopping') remove(turn, callback, participantId);
  }
  reach(turn, callback);
  scheduleCallback(turn, callback);
}

/** An invitation was answered; until a reading of the call says by whom, nothing more is done. */
export function answeredRing(turn: Turn, callback: CallbackState, effectId: EffectId): void {
  const { at } = turn;
  const rung = callback.rings.find((each) => each.effectId === effectId);
  if (rung?.phase !== 'ringing') return;
  const { personId, participantId } = rung;
  const ring = { personId, phase: 'answered', dueAt: at + READ_MS, participantId } as const;
  turn.emit({ type: 'CallbackRang', at, taskId: callback.id, ring });
}

/** An invitation ended: refused, or answered by something that is not the person. */
export function ringOver(turn: Turn, callback: CallbackState, effectId: EffectId): void {
  const rung = callback.rings.find((each) => each.effectId === effectId);
  if (rung === undefined || callback.joined.includes(rung.personId)) return;
  const { personId, participantId, phase } = rung;
  const isVoicemail = phase === 'answered';
  const restMs = isVoicemail ? AGAIN_AFTER_VOICEMAIL_MS : AGAIN_AFTER_REFUSAL_MS;
  ringEnded(turn, callback, personId, 'refused', turn.at + restMs);
  remove(turn, callback, participantId);
  reach(turn, callback);
  scheduleCallback(turn, callback);
}

/** What has rung long enough stops; what has stopped rests, and rings again. */
export function ringsDue(turn: Turn, callback: CallbackState): void {
  const { at } = turn;
  for (const rung of callback.rings) {
    if (rung.dueAt > at) continue;
    const { personId, phase } = rung;
    if (phase === 'reading') ringUnread(turn, callback, personId);
    else if (phase === 'ringing' || phase === 'answered') stop(turn, callback, rung);
    else if (phase === 'stopping') {
      ringEnded(turn, callback, personId, 'no-answer', at + AGAIN_MS);
    }
  }
}

function stop(
  turn: Turn,
  callback: CallbackState,
  { personId, participantId }: CallbackRing,
): void {
  const { at } = turn;
  const stopping = { personId, phase: 'stopping', dueAt: at + STOP_MS, participantId } as const;
  turn.emit({ type: 'CallbackRang', at, taskId: callback.id, ring: stopping });
  remove(turn, callback, participantId);
}

/** The platform confirmed that nobody is rung under this id any more. */
export function ringStopped(turn: Turn, callback: CallbackState, participantId: string): void {
  const rung = callback.rings.find((each) => each.participantId === participantId);
  if (rung?.phase !== 'stopping') return;
  ringEnded(turn, callback, rung.personId, 'no-answer', turn.at + AGAIN_MS);
  scheduleCallback(turn, callback);
}

function remove(turn: Turn, callback: CallbackState, participantId: string | null): void {
  if (participantId === null) return;
  const { id: taskId, platformCallId } = callback;
  requestEffect(turn, { kind: 'remove-participant', taskId, platformCallId, participantId });
}

/** Who talks now. The first one ends the ringing of all others but the agent. */
export function somebodyJoined(
  turn: Turn,
  callback: CallbackState,
  personIds: readonly PersonId[],
): void {
  const { at } = turn;
  const { id: taskId, platformCallId, joined, agentId } = callback;
  const isSame = joined.length === personIds.length && joined.every((id) => personIds.includes(id));
  if (isSame) return;
  const isFirst = joined.length === 0;
  turn.emit({ type: 'CallbackJoined', at, taskId, personIds });
  for (const { personId } of callback.rings.filter((each) => personIds.includes(each.personId))) {
    ringEnded(turn, callback, personId, 'joined', null);
  }
  if (isFirst) requestEffect(turn, { kind: 'stop-prompts', taskId, platformCallId });
  const hasAgent = agentId !== null && personIds.includes(agentId);
  for (const rung of callback.rings) {
    if (rung.personId === agentId && !hasAgent) continue;
    if (rung.phase === 'ringing') stop(turn, callback, rung);
  }
  scheduleCallback(turn, callback);
}

/** When the callback is next looked at. */
export function scheduleCallback(
  turn: Turn,
  callback: CallbackState,
  changes: Partial<Pick<CallbackState, 'checkAt' | 'keepAliveAt' | 'contactsAt'>> = {},
): void {
  const { at } = turn;
  const { checkAt, keepAliveAt, contactsAt } = { ...callback, ...changes };
  const instants = [checkAt];
  if (keepAliveAt !== null) instants.push(keepAliveAt);
  if (callback.answeredAt !== null && callback.joined.length === 0) {
    if (contactsAt > at) instants.push(contactsAt);
    if (isClearing(turn, callback)) instants.push(at + LOOK_AGAIN_MS);
  }
  for (const { dueAt, phase } of callback.rings) {
    if (phase !== 'resting' || callback.joined.length === 0) instants.push(dueAt);
  }
  const dueAt = Math.max(at + 1, Math.min(...instants));
  const { id: taskId } = callback;
  turn.emit({ type: 'CallbackScheduled', at, taskId, dueAt, keepAliveAt, checkAt, contactsAt });
}
