/** How the world answered what we asked for. */
import { callbackSettled } from '../emergency/callback.ts';
import { emergencySettled } from '../emergency/life.ts';
import type { CallEffect, EffectOf, EffectOutcome } from '../tenant/effects.ts';
import { presenceSettled } from './presenceSettled.ts';
import type { InputOf } from '../tenant/inputs.ts';
import type { TaskState } from '../tenant/state.ts';
import type { EffectId } from '../ids.ts';
import { requestEffect, type Turn } from '../tenant/turn.ts';
import { attemptFailed, callBackBegins, confirmationOver } from '../distribution/callBack.ts';
import { callNotRead, callRead } from '../distribution/callNews.ts';
import { endCall } from '../distribution/ending.ts';
import { fallBackToAnswering } from '../distribution/calls.ts';
import { refreshCard } from '../distribution/card.ts';
import { handOver } from '../distribution/handOver.ts';
import { actionFailed, announced, targetFailed } from '../distribution/leaving.ts';
import { checkOffer, endOffer, endRecalledOffer, removeInvited } from '../distribution/offers.ts';
import { beginOtherCall } from '../distribution/otherCalls.ts';
import { readCall } from '../distribution/reading.ts';

export function effectReported(turn: Turn, input: InputOf<'EffectReported'>): void {
  const { at, state } = turn;
  const { effectId, outcome } = input;
  const open = state.openEffects.get(effectId);
  if (open === undefined) return turn.emit({ type: 'InputIgnored', at, reason: 'unknown-effect' });
  const { effect } = open;
  const cardIsOld = effect.kind === 'show-decision-card' && cardOutdated(turn, effect);
  const wasPlaying = effect.kind === 'play-prompt' && isPlaying(turn, effect, effectId);
  turn.emit({ type: 'EffectSettled', at, effectId, outcome: outcome.kind });
  if (effect.kind === 'show-decision-card') {
    if (cardIsOld) refreshCard(turn, effect.taskId);
    return;
  }
  if ('emergencyId' in effect) return emergencySettled(turn, effect, outcome);
  if (effect.kind === 'reject-call' || effect.kind === 'raise-alert') return;
  if (!('taskId' in effect)) return presenceSettled(turn, effectId, effect, outcome);
  const callback = state.callbacks.get(effect.taskId);
  if (callback !== undefined) return callbackSettled(turn, callback, effectId, effect, outcome);
  const task = state.tasks.get(effect.taskId);
  if (effect.kind === 'dial-caller') return dialled(turn, task, effectId, effect, outcome);
  if (task === undefined || task.phase === 'ended') return;
  // News of a leg that is no longer the task's: a call-back has another one, or none for now.
  if (effect.platformCallId !== task.platformCallId) return;
  if (outcome.kind === 'call-gone') return callGone(turn, task);
  if (effect.kind === 'play-prompt' && !wasPlaying) return;
  settled(turn, task, effect, outcome);
}

function cardOutdated(turn: Turn, effect: EffectOf<'show-decision-card'>): boolean {
  return turn.state.tasks.get(effect.taskId)?.cardOutdated ?? false;
}

/** The platform no longer knows the call; after a redirect that says nothing about the caller. */
function callGone(turn: Turn, task: TaskState): void {
  if (task.phase === 'handed-over') return;
  if (task.phase === 'confirming') return callBackBegins(turn, task);
  if (task.phase === 'dialling') return attemptFailed(turn, task);
  endCall(turn, task, 'call-gone', 'read');
}

type Settled = Exclude<EffectOutcome, { kind: 'call-gone' }>;

function settled(
  turn: Turn,
  task: TaskState,
  effect: Exclude<CallEffect, EffectOf<'reject-call' | 'dial-caller'>>,
  outcome: Settled,
): void {
  switch (effect.kind) {
    case 'answer-call':
      return answered(turn, task, outcome);
    case 'invite-agent':
      return invited(turn, effect, outcome);
    case 'redirect-call':
      return redirected(turn, task, effect, outcome);
    case 'remove-participant':
      return removed(turn, task, effect, outcome);
    case 'read-call':
      if (outcome.kind === 'call-read') return callRead(turn, task, outcome);
      return callNotRead(turn, task);
    case 'invite-target':
      return targetInvited(turn, task, outcome);
    case 'transfer-call':
      if (outcome.kind === 'failed') actionFailed(turn, task);
      return;
    case 'play-prompt':
      return promptTaken(turn, task, outcome);
    case 'listen-for-tones':
    case 'stop-prompts':
    case 'keep-call-alive':
    case 'hang-up-call':
      // A prompt that failed is played again at the call's next check; the others have no more to
      // say.
      return;
  }
}

function targetInvited(turn: Turn, task: TaskState, outcome: Settled): void {
  // Somebody outside Teams never comes: the caller is told now, not when the time is over.
  const willNotCome = outcome.kind === 'failed' || outcome.kind === 'does-not-apply';
  if (willNotCome) return targetFailed(turn, task);
  if (outcome.kind !== 'invited' || task.leaving === null) return;
  const { participantId } = outcome;
  turn.emit({ type: 'TargetInvited', at: turn.at, taskId: task.id, participantId });
}

/** A caller who is leaving and hears nothing is not kept waiting for the end of it. */
function promptTaken(turn: Turn, task: TaskState, outcome: Settled): void {
  if (outcome.kind !== 'failed') return;
  if (task.phase === 'leaving') return announced(turn, task);
  if (task.phase === 'confirming') confirmationOver(turn, task);
}

/**
 * The caller's telephone rings, or it cannot be called. A call that comes about when nobody waits
 * for it any more is ended: it would ring for nothing.
 */
function dialled(
  turn: Turn,
  task: TaskState | undefined,
  effectId: EffectId,
  { taskId }: EffectOf<'dial-caller'>,
  outcome: EffectOutcome,
): void {
  const isCurrent = task?.phase === 'dialling' && task.dialEffectId === effectId;
  if (outcome.kind === 'dialled') {
    const { platformCallId } = outcome;
    if (isCurrent) {
      turn.emit({ type: 'CallerDialled', at: turn.at, taskId, platformCallId });
      return beginOtherCall(turn, task.callerId, task, 'caller');
    }
    requestEffect(turn, { kind: 'hang-up-call', taskId, platformCallId });
    return;
  }
  if (isCurrent) attemptFailed(turn, task);
}

/** A prompt that gave way to another one has nothing more to say. */
function isPlaying(turn: Turn, { taskId }: EffectOf<'play-prompt'>, effectId: EffectId): boolean {
  return turn.state.tasks.get(taskId)?.prompt?.effectId === effectId;
}

/**
 * `established` follows by notification; a doubt is read, a refusal means that we lost the call.
 */
function answered(turn: Turn, task: TaskState, outcome: Settled): void {
  if (task.keepAliveAt !== null) return;
  if (outcome.kind === 'unknown') return readCall(turn, task.id);
  if (outcome.kind === 'failed') endCall(turn, task, 'not-answered-by-us', 'reported');
}

function invited(turn: Turn, effect: EffectOf<'invite-agent'>, outcome: Settled): void {
  const offer = turn.state.offers.get(effect.offerId);
  if (offer === undefined) return;
  const { at } = turn;
  if (outcome.kind === 'failed') return endOffer(turn, offer, 'unreachable');
  if (outcome.kind === 'unknown') return checkOffer(turn, offer, 'ring-time');
  const participantId = outcome.kind === 'invited' ? outcome.participantId : null;
  turn.emit({ type: 'OfferPlaced', at, offerId: offer.id, participantId });
  if (offer.phase === 'recalling') removeInvited(turn, offer);
}

function redirected(
  turn: Turn,
  task: TaskState,
  effect: EffectOf<'redirect-call'>,
  outcome: Settled,
): void {
  const offer = turn.state.offers.get(effect.offerId);
  if (offer === undefined) return;
  // Answered meanwhile, the call cannot have been redirected, whatever is told about that.
  if (task.phase !== 'arriving') return endOffer(turn, offer, 'unknown');
  // An unknown outcome is taken as done: a caller who may be talking must not be rung elsewhere.
  if (outcome.kind !== 'failed') return handOver(turn, task, offer, effect.timeoutSeconds * 1000);
  endOffer(turn, offer, 'unreachable');
  fallBackToAnswering(turn, task);
}

/** The recall of a ringing offer is confirmed; a failed one is left to its deadline. */
function removed(
  turn: Turn,
  task: TaskState,
  effect: EffectOf<'remove-participant'>,
  outcome: Settled,
): void {
  if (outcome.kind !== 'done') return;
  for (const offerId of task.offerIds) {
    const offer = turn.state.offers.get(offerId);
    if (offer?.phase !== 'recalling' || offer.participantId !== effect.participantId) continue;
    return endRecalledOffer(turn, offer);
  }
}
