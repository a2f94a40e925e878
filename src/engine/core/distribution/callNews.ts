/** What the platform tells about a call, in any order, late, twice or not at all. */
import type { EffectOutcome, RosterEntry } from '../tenant/effects.ts';
import type { Seen } from '../tenant/facts.ts';
import type { PersonId, PlatformCallId } from '../ids.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { OfferState, TaskState } from '../tenant/state.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { leaveWorkForTalk } from './afterCallWork.ts';
import { attemptFailed, callBackBegins, confirmationOver } from './callBack.ts';
import { outcomeOfFailure } from './charges.ts';
import { callAnswered } from './calls.ts';
import { endCall, hangUp } from './ending.ts';
import { playMusic, stopPrompts } from './prompts.ts';
import { actionFailed, announced, sentOn, targetFailed } from './leaving.ts';
import { acceptOffer } from './accepting.ts';
import { checkOffer, endOffer, endRecalledOffer, recallOffer } from './offers.ts';
import { readCall } from './reading.ts';
import { refreshCard } from './card.ts';

/** The live task of a platform call; undefined for calls we do not know or that are over. */
function taskOf(turn: Turn, platformCallId: PlatformCallId): TaskState | undefined {
  const taskId = turn.state.taskOfCall.get(platformCallId);
  const task = taskId === undefined ? undefined : turn.state.tasks.get(taskId);
  if (task !== undefined && task.phase !== 'ended') return task;
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'unknown-call' });
  return undefined;
}

/** The live offers of a call; more than one only under broadcast. */
function liveOffers(turn: Turn, task: TaskState): OfferState[] {
  return task.offerIds.flatMap((id) => turn.state.offers.get(id) ?? []);
}

/** The offer whose agent is in the call; under broadcast the first of the decision. */
function acceptedOffer(
  turn: Turn,
  task: TaskState,
  roster: readonly RosterEntry[],
): OfferState | undefined {
  return liveOffers(turn, task).find(({ agentId }) => holds(roster, agentId));
}

export function callStateReported(turn: Turn, input: InputOf<'CallStateReported'>): void {
  const task = taskOf(turn, input.platformCallId);
  if (task === undefined) return;
  if (input.state === 'terminated') return callTerminated(turn, task, 'reported');
  if (input.state === 'established') {
    if (isUnanswered(task)) return callAnswered(turn, task);
    // Established again with a code: that is how the platform says that a transfer failed. Without
    // one it is old news, told twice.
    const failed = input.code !== null && input.code !== 0;
    if (failed && task.leaving?.isUnderWay === true && task.leaving.action.do !== 'announce') {
      return actionFailed(turn, task);
    }
  }
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'already-so' });
}

/** Also a call that is to leave, and one to a caller who is being called back. */
function isUnanswered(task: Readonly<TaskState>): boolean {
  if (task.keepAliveAt !== null) return false;
  return task.phase === 'arriving' || task.phase === 'dialling' || task.phase === 'leaving';
}

/**
 * Our leg is gone. After a redirect that is how it should be: the caller is on the way to the
 * agent.
 */
function callTerminated(turn: Turn, task: TaskState, seen: Seen): void {
  const redirecting =
    task.delivery === 'redirect' && task.phase === 'arriving' && task.offerIds.length > 0;
  if (task.phase === 'handed-over' || redirecting) {
    turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'already-so' });
    return;
  }
  if (task.phase === 'confirming') return callBackBegins(turn, task);
  if (task.phase === 'dialling') return attemptFailed(turn, task);
  endCall(turn, task, wasSentOn(task) ? 'sent-on' : 'caller-hung-up', seen);
}

/** A transfer that has begun ends our part of the call. */
function wasSentOn(task: Readonly<TaskState>): boolean {
  return task.leaving?.isUnderWay === true && task.leaving.action.do !== 'announce';
}

/**
 * Only good news is believed at once: the agent who rings is in the call. That somebody is missing
 * may be an old roster arriving late, so the call is read before it is ended.
 */
export function rosterReported(turn: Turn, input: InputOf<'RosterReported'>): void {
  const task = taskOf(turn, input.platformCallId);
  if (task === undefined) return;
  const accepted = acceptedOffer(turn, task, input.roster);
  if (accepted !== undefined) return accept(turn, task, accepted);
  const isAlone = task.leaving?.isSentOn === true && humansIn(input.roster) < 2;
  const complete = task.agentId === null || isConversation(input.roster, task.agentId);
  if (isAlone || !complete || strangerIn(task, input.roster) !== undefined) readCall(turn, task.id);
}

/**
 * Teams' word is final. Of two agents in the call the first has it; the other one is being taken
 * out already, and stays blocked until the platform has confirmed that.
 */
function accept(turn: Turn, task: TaskState, offer: OfferState): void {
  if (task.agentId === null) acceptOffer(turn, offer, 'reported');
}

function holds(roster: readonly RosterEntry[], personId: PersonId): boolean {
  return roster.some((entry) => entry.personId === personId);
}

/** The agent and at least one other human are in the call. */
function isConversation(roster: readonly RosterEntry[], agentId: PersonId): boolean {
  return holds(roster, agentId) && humansIn(roster) > 1;
}

function humansIn(roster: readonly RosterEntry[]): number {
  return roster.filter((entry) => !entry.isApplication).length;
}

/** An agent of ours in the call whom nobody is waiting for: a leg that reports late. */
function strangerIn(
  task: TaskState,
  roster: readonly RosterEntry[],
): (RosterEntry & { readonly personId: PersonId }) | undefined {
  for (const entry of roster) {
    const { personId } = entry;
    if (personId === null || personId === task.callerId || personId === task.agentId) continue;
    if (task.offersByAgent?.has(personId) === true) return { ...entry, personId };
  }
  return undefined;
}

/** An operation of ours ended: an invitation, or a prompt. */
/** SIP's "request terminated": the ringing was ended by the other side (RFC 3261). */
const CANCELLED = 487;

export function operationReported(turn: Turn, input: InputOf<'OperationReported'>): void {
  const task = taskOf(turn, input.platformCallId);
  if (task === undefined) return;
  const { effectId } = input;
  if (effectId === null) {
    return turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'unknown-effect' });
  }
  const offer = liveOffers(turn, task).find((live) => live.effectId === effectId);
  if (offer !== undefined) {
    // Completed is not yet a person: voicemail completes invitations too. The roster tells.
    if (input.status === 'completed') return readCall(turn, task.id);
    if (offer.phase === 'recalling') return endRecalledOffer(turn, offer);
    // Nobody's choice: mostly the caller has hung up, whose news is on its way.
    if (input.code === CANCELLED && task.phase !== 'arriving')
      return checkOffer(turn, offer, 'cancelled');
    return endOffer(turn, offer, outcomeOfFailure(input.code));
  }
  if (task.leaving !== null && task.leaving.effectId === effectId) {
    return input.status === 'completed' ? sentOn(turn, task) : targetFailed(turn, task);
  }
  if (task.prompt !== null && task.prompt.effectId === effectId) {
    return promptOver(turn, task, input.status);
  }
  turn.emit({ type: 'InputIgnored', at: turn.at, reason: 'unknown-effect' });
}

/** A prompt was cancelled because another one plays instead: then it is not this one's end. */
function promptOver(turn: Turn, task: TaskState, status: 'completed' | 'failed'): void {
  switch (task.phase) {
    case 'waiting':
      if (status === 'completed') playMusic(turn, task);
      return;
    case 'confirming':
      return confirmationOver(turn, task);
    case 'leaving':
      return announced(turn, task);
    default:
      return;
  }
}

/** What a reading of the call says is true now; everything is brought in line with it. */
export function callRead(
  turn: Turn,
  task: TaskState,
  outcome: Extract<EffectOutcome, { kind: 'call-read' }>,
): void {
  if (outcome.state === 'terminated') return callTerminated(turn, task, 'read');
  if (isUnanswered(task)) return arrivingCallRead(turn, task, outcome.state);
  const accepted = acceptedOffer(turn, task, outcome.roster);
  if (accepted !== undefined && task.agentId === null) return acceptOffer(turn, accepted, 'read');
  callNotRead(turn, task);
  if (task.agentId !== null && !isConversation(outcome.roster, task.agentId)) {
    const reason = holds(outcome.roster, task.agentId) ? 'caller-hung-up' : 'agent-hung-up';
    return hangUp(turn, task, reason, 'read');
  }
  if (task.leaving?.isSentOn === true && humansIn(outcome.roster) < 2) {
    return hangUp(turn, task, 'sent-on', 'read');
  }
  const stranger = strangerIn(task, outcome.roster);
  if (stranger !== undefined) lateJoin(turn, task, stranger);
}

/** Established without our hearing of it, or still not answered although we asked for it. */
function arrivingCallRead(
  turn: Turn,
  task: TaskState,
  state: Extract<EffectOutcome, { kind: 'call-read' }>['state'],
): void {
  if (state === 'established') return callAnswered(turn, task);
  if (state !== 'incoming' || (task.delivery === 'redirect' && task.leaving === null)) return;
  for (const { effect } of turn.state.openEffects.values()) {
    if (effect.kind === 'answer-call' && effect.taskId === task.id) return;
  }
  const { id: taskId, platformCallId } = task;
  if (platformCallId !== null) requestEffect(turn, { kind: 'answer-call', taskId, platformCallId });
}

/** Offers in doubt are recalled: the reading does not show an acceptance, or did not come. */
export function callNotRead(turn: Turn, task: TaskState): void {
  for (const offer of liveOffers(turn, task)) {
    if (offer.phase === 'checking') recallOffer(turn, offer);
  }
}

/**
 * An agent reports late for an offer that was given up. If the caller still waits and the agent has
 * no other call, the two talk; otherwise the leg is removed, because nobody waits for it.
 */
function lateJoin(
  turn: Turn,
  task: TaskState,
  stranger: RosterEntry & { readonly personId: PersonId },
): void {
  const { at, state } = turn;
  const { id: taskId, platformCallId } = task;
  if (platformCallId === null) return;
  const agent = state.agents.get(stranger.personId);
  const free = agent !== undefined && agent.taskId === null && agent.offerId === null;
  if (task.phase !== 'waiting' || !free) {
    const { participantId } = stranger;
    requestEffect(turn, { kind: 'remove-participant', taskId, platformCallId, participantId });
    return;
  }
  const offers = liveOffers(turn, task);
  leaveWorkForTalk(turn, agent);
  turn.emit({ type: 'CallConnected', at, taskId, agentId: agent.id, seen: 'read' });
  stopPrompts(turn, taskId);
  refreshCard(turn, taskId);
  for (const offer of offers) checkOffer(turn, offer, 'superseded');
}
