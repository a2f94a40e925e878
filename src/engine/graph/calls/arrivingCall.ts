/** What can be done with a call that has just arrived: answer it, send it on or refuse it. */
import type { EffectOutcome, PersonId } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import { callPath, sendAs } from './callContext.ts';
import type { CallContext, CallRequest } from './callContext.ts';
import { isCallGone, outcomeOf } from './outcome.ts';
import { readCall } from './readCall.ts';
import { answerBody, callbackUri, redirectBody, rejectBody } from './requestBodies.ts';

/**
 * Answers with service-hosted media. A refusal may mean that it was answered already: it is read.
 */
export async function answerCall(
  context: CallContext,
  { effectId, effect }: CallRequest<'answer-call'>,
): Promise<EffectOutcome> {
  const answer = await sendAs(context, 'answer-call', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/answer`,
    body: answerBody(callbackUri(context.publicUrl, effectId, effect.taskId)),
  });
  const outcome = outcomeOf('answer-call', answer);
  if (answer.kind !== 'refused' || answer.status === null || isCallGone(answer)) return outcome;

  const call = await readCall(context, effect.platformCallId);
  if (call.kind === 'call-gone') return call;
  if (call.kind !== 'call-read' || call.state === 'incoming') return outcome;
  return call.state === 'terminated' ? { kind: 'call-gone' } : { kind: 'done' };
}

/** Sends an unanswered call straight to agents (call-redirect: at most 25, 15 to 90 s). */
export async function redirectCall(
  context: CallContext,
  { effectId, effect }: CallRequest<'redirect-call'>,
): Promise<EffectOutcome> {
  const entraIds = effect.agentIds.map((agentId) => entraIdOf(context.people, agentId));
  const known = entraIds.filter((entraId) => entraId !== null);
  if (known.length < entraIds.length) return notInDirectory;
  const callback = callbackUri(context.publicUrl, effectId, effect.taskId);
  const answer = await sendAs(context, 'redirect-call', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/redirect`,
    body: redirectBody(known, effect.timeoutSeconds, callback),
  });
  return outcomeOf('redirect-call', answer);
}

export async function rejectCall(
  context: CallContext,
  { effectId, effect }: CallRequest<'reject-call'>,
): Promise<EffectOutcome> {
  const answer = await sendAs(context, 'reject-call', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/reject`,
    body: rejectBody(effect.reason, callbackUri(context.publicUrl, effectId, null)),
  });
  return outcomeOf('reject-call', answer);
}

/** Null for somebody who was erased or has never been in the directory. */
export function entraIdOf(people: Pick<People, 'find'>, personId: PersonId): string | null {
  return people.find(personId)?.entraId ?? null;
}

export const notInDirectory: EffectOutcome = {
  kind: 'failed',
  cause: 'an agent is not in the directory of Microsoft Entra: remove the agent from the service',
};
