/**
 * What is done with a call while Rufwerk holds it: prompts, people in and out, signs of life, the
 * end.
 */
import type { EffectOutcome, PlatformCallId } from '@rufwerk/engine/core';
import { callPath, sendAs } from './callContext.ts';
import type { CallContext, CallRequest } from './callContext.ts';
import { entraIdOf, notInDirectory } from './arrivingCall.ts';
import { invitationOutcome } from './invitation.ts';
import { isCallGone, outcomeOf } from './outcome.ts';
import { readCall } from './readCall.ts';
import { inviteBody, playPromptBody } from './requestBodies.ts';

/** Plays an announcement, which the platform fetches from our media address. */
export async function playPrompt(
  context: CallContext,
  { effectId, effect }: CallRequest<'play-prompt'>,
): Promise<EffectOutcome> {
  const answer = await sendAs(context, 'play-prompt', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/playPrompt`,
    body: playPromptBody(context.publicUrl + context.announcementPath(effect.prompt), effectId),
  });
  return outcomeOf('play-prompt', answer);
}

export async function stopPrompts(
  context: CallContext,
  { effectId, effect }: CallRequest<'stop-prompts'>,
): Promise<EffectOutcome> {
  const answer = await sendAs(context, 'stop-prompts', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/cancelMediaProcessing`,
    body: { clientContext: effectId },
  });
  return outcomeOf('stop-prompts', answer);
}

/** From now on the keys that the caller presses are told. */
export async function listenForTones(
  context: CallContext,
  { effectId, effect }: CallRequest<'listen-for-tones'>,
): Promise<EffectOutcome> {
  const answer = await sendAs(context, 'listen-for-tones', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/subscribeToTone`,
    body: { clientContext: effectId },
  });
  return outcomeOf('listen-for-tones', answer);
}

/** Invites an agent; what becomes of the invitation is told later under the effect's id. */
export async function inviteAgent(
  context: CallContext,
  { effectId, effect }: CallRequest<'invite-agent'>,
): Promise<EffectOutcome> {
  const entraId = entraIdOf(context.people, effect.agentId);
  if (entraId === null) return notInDirectory;
  const answer = await sendAs(context, 'invite-agent', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/participants/invite`,
    body: inviteBody({ kind: 'user', id: entraId }, effectId),
  });
  return invitationOutcome('invite-agent', answer);
}

/**
 * Takes somebody out. A 404 speaks of the call or of the participant: reading the call tells
 * which.
 */
export async function removeParticipant(
  context: CallContext,
  { effect }: CallRequest<'remove-participant'>,
): Promise<EffectOutcome> {
  const call = callPath(effect.platformCallId);
  const answer = await sendAs(context, 'remove-participant', {
    method: 'DELETE',
    path: `${call}/participants/${encodeURIComponent(effect.participantId)}`,
  });
  if (answer.kind !== 'refused' || !isCallGone(answer)) {
    return outcomeOf('remove-participant', answer);
  }
  return goneOrDone(context, effect.platformCallId);
}

/**
 * A sign of life. It is sometimes answered 404 while the call goes on, so the call is read then.
 */
export async function keepCallAlive(
  context: CallContext,
  { effect }: CallRequest<'keep-call-alive'>,
): Promise<EffectOutcome> {
  const answer = await sendAs(context, 'keep-call-alive', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/keepAlive`,
  });
  if (answer.kind !== 'refused' || !isCallGone(answer)) {
    return outcomeOf('keep-call-alive', answer);
  }
  return goneOrDone(context, effect.platformCallId);
}

export async function hangUpCall(
  context: CallContext,
  callId: PlatformCallId,
): Promise<EffectOutcome> {
  const path = callPath(callId);
  return outcomeOf(
    'hang-up-call',
    await sendAs(context, 'hang-up-call', { method: 'DELETE', path }),
  );
}

async function goneOrDone(context: CallContext, callId: PlatformCallId): Promise<EffectOutcome> {
  const call = await readCall(context, callId);
  return call.kind === 'call-read' && call.state !== 'terminated' ? { kind: 'done' } : call;
}
