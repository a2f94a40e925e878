/**
 * The emergency of an agent, from the first sign of it to the end of the callback window.
 *
 *            a sign: button, event, border controller
 *   (none) ------------------------------------------> shown <--- dialled anew ---+
 *                                                      |   |                      |
 *             15 min, or 1 without the event, without    |   |                      |
 *                            "it goes on"              |   |  over: a person,     |
 *                  +-----------------------------------+   |  the event,          |
 *                  v                                       |  a callback          |
 *               watched ---- presence has left the call ---+--------------------> over
 *                  |                                                              |
 *                  +--- window over, and not seen in a call ---+   60 min, ready  |
 *                                                              v                  v
 *                                                            ended <--------------+
 *
 * `shown`: the call stands and Teams shows Do not disturb. `watched`: our Do not disturb is gone
 * and Teams' own presence tells. `over`: nothing of ours stands in the way of a callback. From the
 * first sign to `ended` no call is offered to the agent; duty, breaks and choices are not touched,
 * so what was before the first emergency is there again when the last one has ended (DEC-6, DEC-7,
 * EMG-30, EMG-31).
 */
import { reviewOfferOf } from '../distribution/reviewing.ts';
import { servingAgent } from '../distribution/serving.ts';
import { releaseLease, takeLease } from '../leases/leases.ts';
import type { EmergencyState } from '../tenant/emergencyState.ts';
import type { EffectOutcome, EmergencyEffect } from '../tenant/effects.ts';
import type { FactOf } from '../tenant/facts.ts';
import { asId, type EmergencyId, type PersonId } from '../ids.ts';
import { RULE_FLAGS } from '../tenant/flags.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { AgentState, TenantState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { cardRetryAt, refreshEmergencyCard } from './card.ts';
import { cardTold } from './readers.ts';
import { contactTold, tellAgain, tellContacts } from './notices.ts';
import { takeNumber } from './numbers.ts';
import { lookAtOf, scheduleEmergency, scheduleNext, SHOWN_MS, shownMsOf } from './schedule.ts';
import { isSeenInCall, isSeenOutOfCall } from './seen.ts';

/** The callback window (EMG-12). */
export const CALLBACK_WINDOW_MS = 60 * 60_000;
/** Two signs this close together are signs of one call. */
const SAME_CALL_MS = 60_000;
/** An event that is told again may name its instant a little differently. */
const SAME_EVENT_MS = 1_000;

const DO_NOT_DISTURB = { availability: 'DoNotDisturb', activity: 'Presenting' } as const;

/** The emergency that protects the agent now. */
export function emergencyOf(
  state: Readonly<TenantState>,
  agentId: PersonId,
): EmergencyState | undefined {
  const emergencyId = state.agents.get(agentId)?.emergencyId ?? null;
  return emergencyId === null ? undefined : state.emergencies.get(emergencyId);
}

export function emergencyCallSeen(turn: Turn, input: InputOf<'EmergencyCallSeen'>): void {
  const { at, state } = turn;
  const { agentId, sign } = input;
  const agent = servingAgent(turn, agentId);
  if (agent === undefined) return;
  const dialledAt = Math.min(input.dialledAt ?? at, at);
  const emergency = emergencyOf(state, agentId);
  if (isKnown(turn, emergency, dialledAt, input)) {
    const needsNumber = sign === 'caller-id' && emergency !== undefined;
    const isFirstEvent = sign === 'event' && emergency?.eventAt === null;
    if (needsNumber && emergency.account === null) takeNumber(turn, emergency, true);
    else if (isFirstEvent) joinEvent(turn, emergency, dialledAt);
    else turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
    return;
  }
  begin(turn, agent, emergency, dialledAt, input);
}

/**
 * Signs of one call come in any order, and late. What was dialled after the call had ended is
 * another call; so is a press of the button then.
 */
function isKnown(
  { state, at }: Turn,
  emergency: EmergencyState | undefined,
  dialledAt: number,
  { agentId, isDrill, sign }: InputOf<'EmergencyCallSeen'>,
): boolean {
  if (at - dialledAt >= CALLBACK_WINDOW_MS) return true;
  if (emergency === undefined) {
    const past = state.pastEmergencies.get(agentId);
    return past !== undefined && dialledAt <= past.endedAt && isClose(past, dialledAt);
  }
  if (emergency.isDrill && !isDrill) return false;
  if (isDrill) return true;
  const { callEndedAt, eventAt } = emergency;
  const wasOver = callEndedAt !== null && dialledAt > callEndedAt;
  // Every call has one event: a later one is of another call, however soon it was dialled.
  const isNext = sign === 'event' && eventAt !== null && dialledAt > eventAt + SAME_EVENT_MS;
  return !wasOver && !isNext && isClose(emergency, dialledAt);
}

/** From here on Graph tells the end as well: Do not disturb need not be given up before. */
function joinEvent(turn: Turn, emergency: EmergencyState, dialledAt: number): void {
  const { at, state } = turn;
  const { id: emergencyId, agentId, call } = emergency;
  const about = { type: 'EmergencyEventJoined', at, emergencyId, agentId, dialledAt } as const;
  const isOver = call === 'over' || (state.emergencyEnds.get(agentId) ?? -Infinity) >= dialledAt;
  if (isOver || !state.flags.includes(RULE_FLAGS.EMERGENCY_REACH)) return turn.emit(about);
  turn.emit({ ...about, shownUntilAt: at + SHOWN_MS });
  show(turn, emergency);
  scheduleEmergency(turn, emergency);
  refreshEmergencyCard(turn, emergency);
}

function isClose(known: { readonly dialledAt: number }, dialledAt: number): boolean {
  return dialledAt <= known.dialledAt + SAME_CALL_MS;
}

function begin(
  turn: Turn,
  agent: AgentState,
  known: EmergencyState | undefined,
  dialledAt: number,
  { agentId, sign, isDrill, by }: InputOf<'EmergencyCallSeen'>,
): void {
  const { at, state } = turn;
  const isRenewed = known?.isDrill === false;
  const emergencyId = known?.id ?? asId<EmergencyId>(`emergency-${state.nextEmergency}`);
  const shownUntilAt = at + shownMsOf(state, { eventAt: sign === 'event' ? dialledAt : null });
  turn.emit({
    ...{ type: 'EmergencyStarted', at, emergencyId, agentId, sign, isDrill, dialledAt },
    ...{ shownUntilAt, untilAt: dialledAt + CALLBACK_WINDOW_MS, by },
  });
  const emergency = state.emergencies.get(emergencyId);
  if (emergency === undefined) throw new Error(`${emergencyId} began and is not there.`);
  reviewOfferOf(turn, agent);
  show(turn, emergency);
  const isFromPool = agent.settings?.emergency?.callback === 'pool' || sign === 'caller-id';
  if (isFromPool || emergency.account !== null) takeNumber(turn, emergency, isRenewed);
  refreshEmergencyCard(turn, emergency);
  tellContacts(turn, emergency);
  scheduleEmergency(turn, emergency);
  const endedAt = state.emergencyEnds.get(agentId) ?? -Infinity;
  if (sign === 'event' && endedAt >= dialledAt) endCall(turn, emergency, 'event', null, endedAt);
}

function show(turn: Turn, { id: emergencyId, agentId, shownUntilAt: untilAt }: EmergencyState) {
  const reason = { kind: 'emergency', emergencyId } as const;
  takeLease(turn, agentId, { owner: 'emergency', reason, presence: DO_NOT_DISTURB, untilAt });
}

/** The call is over: Do not disturb goes at once, so that a callback gets through (DEC-6). */
export function emergencyCallOver(turn: Turn, input: InputOf<'EmergencyCallOver'>): void {
  const { at, state } = turn;
  const { agentId, by, endedAt } = input;
  const emergency = emergencyOf(state, agentId);
  const isOfAnother = emergency !== undefined && endedAt !== null && endedAt < emergency.dialledAt;
  if (emergency === undefined || emergency.call === 'over' || isOfAnother) {
    // The beginning may still be on its way.
    const mayBeEarly = endedAt !== null && state.agents.has(agentId);
    if (mayBeEarly) return turn.emit({ type: 'EmergencyEndNoted', at, agentId, endedAt });
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  endCall(turn, emergency, by === null ? 'event' : 'pressed', by, endedAt ?? at);
}

export function endCall(
  turn: Turn,
  emergency: EmergencyState,
  cause: FactOf<'EmergencyCallEnded'>['cause'],
  by: PersonId | null = null,
  endedAt = turn.at,
): void {
  const { at } = turn;
  const { id: emergencyId, agentId, untilAt } = emergency;
  turn.emit({ type: 'EmergencyCallEnded', at, emergencyId, agentId, cause, by, endedAt });
  releaseLease(turn, agentId, 'emergency', cause === 'unseen' ? 'expired' : 'reason-ended');
  if (emergency.call === 'over' && untilAt <= at) return end(turn, emergency, 'window-over');
  scheduleEmergency(turn, emergency);
  refreshEmergencyCard(turn, emergency);
}

export function emergencyCallGoesOn(turn: Turn, input: InputOf<'EmergencyCallGoesOn'>): void {
  const { at, state } = turn;
  const { agentId, by } = input;
  const emergency = emergencyOf(state, agentId);
  if (emergency === undefined || emergency.call === 'over') {
    return turn.emit({ type: 'InputIgnored', at, reason: 'already-so' });
  }
  const { id: emergencyId } = emergency;
  const shownUntilAt = at + shownMsOf(state, emergency);
  turn.emit({ type: 'EmergencyLeaseMoved', at, emergencyId, agentId, shownUntilAt, by });
  show(turn, emergency);
  scheduleEmergency(turn, emergency);
  refreshEmergencyCard(turn, emergency);
}

/** "I am ready" is for after the call; during it the agent first says that it is over. */
export function callbackWindowEnded(turn: Turn, input: InputOf<'CallbackWindowEnded'>): void {
  const { at, state } = turn;
  const emergency = emergencyOf(state, input.agentId);
  if (emergency?.call !== 'over') {
    const reason = emergency === undefined ? 'already-so' : 'not-allowed';
    return turn.emit({ type: 'InputIgnored', at, reason });
  }
  end(turn, emergency, 'ready', input.by);
}

function end(
  turn: Turn,
  emergency: EmergencyState,
  cause: FactOf<'EmergencyEnded'>['cause'],
  by: PersonId | null = null,
): void {
  const { at } = turn;
  const { id: emergencyId, agentId } = emergency;
  turn.emit({ type: 'EmergencyEnded', at, emergencyId, agentId, cause, by });
  refreshEmergencyCard(turn, emergency);
}

/** Something is due: the end of Do not disturb, of the window, or another try to tell somebody. */
export function emergencyDue(turn: Turn, emergency: EmergencyState): void {
  const { at, state } = turn;
  const mayShowCard = emergency.cardEffectId === null && cardRetryAt(emergency, at) !== null;
  if (mayShowCard) refreshEmergencyCard(turn, emergency);
  if (emergency.endedAt !== null) return scheduleNext(turn, emergency);
  if (emergency.call === 'shown' && lookAtOf(state, emergency) === emergency.dueAt) {
    requestRead(turn, emergency.agentId);
  }
  tellAgain(turn, emergency);
  if (emergency.call === 'shown' && emergency.shownUntilAt <= at) {
    endCall(turn, emergency, 'unseen');
    requestRead(turn, emergency.agentId);
  }
  if (emergency.untilAt <= at) windowOver(turn, emergency);
  if (state.emergencies.has(emergency.id)) scheduleNext(turn, emergency);
}

/** A call that still stands protects its agent beyond the window. */
function windowOver(turn: Turn, emergency: EmergencyState): void {
  if (emergency.call === 'over') return end(turn, emergency, 'window-over');
  if (emergency.call === 'watched' && !isSeenInCall(turn.state, emergency)) {
    endCall(turn, emergency, 'not-known');
  }
}

function requestRead(turn: Turn, agentId: PersonId): void {
  requestEffect(turn, { kind: 'read-presence', agentIds: [agentId], because: 'emergency' });
}

/** How the world took a card or a notice. */
export function emergencySettled(
  turn: Turn,
  effect: EmergencyEffect,
  outcome: EffectOutcome,
): void {
  if (effect.kind !== 'show-emergency-card') return contactTold(turn, effect, outcome);
  const emergency = turn.state.emergencies.get(effect.emergencyId);
  if (emergency === undefined) return;
  const isNews = cardTold(turn, emergency, effect, outcome);
  if (emergency.cardOutdated || isNews) refreshEmergencyCard(turn, emergency);
  else scheduleEmergency(turn, emergency);
}

/** Teams has been asked what it shows of these people: their cards say so. */
export function emergenciesRead(turn: Turn, agentIds: readonly PersonId[]): void {
  for (const agentId of agentIds) {
    const emergency = emergencyOf(turn.state, agentId);
    if (emergency !== undefined) refreshEmergencyCard(turn, emergency);
  }
}

/** Asked at the end of every step: has presence left a call that only presence tells of? */
export function watchEmergencies(turn: Turn): void {
  const { emergencies } = turn.state;
  if (emergencies.size === 0) return;
  for (const emergency of [...emergencies.values()]) {
    if (emergency.call !== 'watched' || emergency.endedAt !== null) continue;
    if (isSeenOutOfCall(turn.state, emergency)) endCall(turn, emergency, 'presence');
  }
}
