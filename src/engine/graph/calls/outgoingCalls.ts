/**
 * Calls that Rufwerk places itself, and the blind or consultative transfer of one that it holds
 * (facts of the platform, sections 4 and 8).
 */
import { z } from 'zod';
import { asId } from '@rufwerk/engine/core';
import type {
  EffectId,
  EffectOutcome,
  PersonId,
  PlatformCallId,
  TaskId,
  TransferTarget,
} from '@rufwerk/engine/core';
import { entraIdOf, notInDirectory } from './arrivingCall.ts';
import { callPath, sendAs } from './callContext.ts';
import type { CallContext, CallRequest } from './callContext.ts';
import { invitationOutcome } from './invitation.ts';
import { notDone, outcomeOf } from './outcome.ts';
import { inviteBody, invited, placedCallbackUri } from './requestBodies.ts';
import type { Callee } from './requestBodies.ts';

export interface NewCall {
  readonly effectId: EffectId;
  readonly taskId: TaskId | null;
  readonly tenantId: string;
  readonly callee: Callee;
  /** The resource account that calls; a number outside can be called by one only. */
  readonly resourceAccountId: string | null;
}

export type NewCallOutcome =
  | { readonly kind: 'created'; readonly platformCallId: PlatformCallId }
  | Extract<EffectOutcome, { readonly kind: 'failed' | 'unknown' | 'call-gone' }>;

/**
 * Sends a call on, as the queue's action says (call-transfer). `done` says that the platform tries
 * (202). How it ends is told as the call's state: `terminated` with code 0 and subcode 7015, or
 * `established` again with code 500 (subcode 7000 or 7700).
 */
export async function sendOn(
  context: CallContext,
  { effect }: CallRequest<'transfer-call'>,
): Promise<EffectOutcome> {
  const target = calleeOf(context, effect.target);
  if (target === null) return notInDirectory;
  return transferCall(context, { platformCallId: effect.platformCallId, target });
}

/**
 * Brings somebody into a conference; whether they answered is told under the effect's id. Teams
 * does not ring a contact with a mail address only: that is said at once, so that nobody waits for
 * them or rings them again (DEC-7). Somebody who was erased is a failure, as everywhere.
 */
export async function inviteTarget(
  context: CallContext,
  { effectId, effect }: CallRequest<'invite-target'>,
): Promise<EffectOutcome> {
  const callee = calleeOf(context, effect.target);
  if (callee === null) return isOutsider(context, effect.target) ? outsideTeams : notInDirectory;
  const answer = await sendAs(context, 'invite-target', {
    method: 'POST',
    path: `${callPath(effect.platformCallId)}/participants/invite`,
    body: inviteBody(callee, effectId),
  });
  return invitationOutcome('invite-target', answer);
}

const outsideTeams: EffectOutcome = { kind: 'does-not-apply' };

/** Somebody we know who never was in the directory. */
function isOutsider({ people }: CallContext, target: TransferTarget): boolean {
  return target.kind === 'person' && people.find(target.personId)?.entraId === null;
}

/**
 * Whom the request names; null for somebody who is not in the directory.
 *
 * Voicemail is asked for by `endpointType`, which Microsoft's examples of a transfer set on the
 * target, although v1.0's schema lists it on other types only.
 *
 * Decision: v1.0 documents no form for a group's shared voicemail. The nearest documented one is
 * taken, the voicemail endpoint of a user, with the group's object id in the user's place. A
 * platform that does not take it answers 4xx or goes back to `established`; then the caller is
 * told and hung up on, never left in silence.
 */
function calleeOf({ people }: CallContext, target: TransferTarget): Callee | null {
  switch (target.kind) {
    case 'number':
      return { kind: 'phone', id: target.number };
    case 'group-voicemail':
      return { kind: 'user', id: target.groupId, isVoicemail: true };
    case 'person':
    case 'voicemail': {
      const id = entraIdOf(people, target.personId);
      return id === null ? null : { kind: 'user', id, isVoicemail: target.kind === 'voicemail' };
    }
  }
}

/**
 * Calls somebody back in the name of a service's resource account (application-post-calls): a
 * number outside may be called by such an account only. Graph takes no ring time, so the engine
 * hangs up a call that nobody answers.
 */
export async function dialCaller(
  context: CallContext,
  { effectId, effect }: CallRequest<'dial-caller'>,
): Promise<EffectOutcome> {
  const { taskId, callerId, resourceAccountId } = effect;
  const callee = telephoneOf(context, callerId);
  if (callee === null) return { kind: 'failed', cause: 'the caller is known by no number' };
  const { tenantId } = context;
  const created = await createCall(context, {
    ...{ effectId, taskId, tenantId, callee, resourceAccountId },
  });
  if (created.kind !== 'created') return created;
  return { kind: 'dialled', platformCallId: created.platformCallId };
}

/** A number, or a person of the tenant; null for a number withheld and for an erased person. */
function telephoneOf({ people }: CallContext, callerId: PersonId): Callee | null {
  const { phone = null, entraId = null } = people.find(callerId) ?? {};
  if (phone !== null) return { kind: 'phone', id: phone };
  return entraId === null ? null : { kind: 'user', id: entraId };
}

const createdCall = z.looseObject({ id: z.string().min(1) });

/** Places a call; its states are told to the callback address. */
export async function createCall(context: CallContext, call: NewCall): Promise<NewCallOutcome> {
  const { effectId, taskId, tenantId, callee, resourceAccountId } = call;
  const answer = await sendAs(context, 'dial-caller', {
    method: 'POST',
    path: '/communications/calls',
    body: {
      '@odata.type': '#microsoft.graph.call',
      callbackUri: placedCallbackUri(context.publicUrl, effectId, taskId),
      targets: [invited(callee)],
      requestedModalities: ['audio'],
      mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
      tenantId,
      ...(resourceAccountId === null ? {} : { source: sourceOf(resourceAccountId) }),
    },
  });
  if (answer.kind !== 'success') return notDone('dial-caller', answer);
  const created = createdCall.safeParse(answer.body);
  if (!created.success) return { kind: 'unknown', cause: 'Microsoft Graph named no call' };
  return { kind: 'created', platformCallId: asId(created.data.id) };
}

/**
 * Transfers a call that Rufwerk holds. `done` says that the platform tries; how it ends is told
 * as the call's end, or as its return to `established`. `replacesCallId` makes it consultative,
 * which the platform grants only where both sides are Teams users of one tenant.
 */
export async function transferCall(
  context: CallContext,
  transfer: {
    readonly platformCallId: PlatformCallId;
    readonly target: Callee;
    readonly replacesCallId?: PlatformCallId;
  },
): Promise<EffectOutcome> {
  const answer = await sendAs(context, 'transfer-call', {
    method: 'POST',
    path: `${callPath(transfer.platformCallId)}/transfer`,
    body: { transferTarget: invited(transfer.target, transfer.replacesCallId) },
  });
  return outcomeOf('transfer-call', answer);
}

function sourceOf(resourceAccountId: string): object {
  const { identity } = invited({ kind: 'applicationInstance', id: resourceAccountId });
  return { '@odata.type': '#microsoft.graph.participantInfo', identity };
}
