/**
 * Calls that Rufwerk places itself, and the blind or consultative transfer of one that it holds
 * (facts of the platform, sections 4 and 8). No effect of the core asks for them yet: call-backs
 * and the transfer delivery modes will.
 */
import { z } from 'zod';
import { asId } from '@rufwerk/engine/core';
import type { EffectId, EffectOutcome, PlatformCallId, TaskId } from '@rufwerk/engine/core';
import { callPath, sendAs } from './callContext.ts';
import type { CallContext } from './callContext.ts';
import { notDone, outcomeOf } from './outcome.ts';
import { callbackUri, invited } from './requestBodies.ts';
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

const createdCall = z.looseObject({ id: z.string().min(1) });

/** Places a call; its states are told to the callback address. */
export async function createCall(context: CallContext, call: NewCall): Promise<NewCallOutcome> {
  const { effectId, taskId, tenantId, callee, resourceAccountId } = call;
  const answer = await sendAs(context, 'create-call', {
    method: 'POST',
    path: '/communications/calls',
    body: {
      '@odata.type': '#microsoft.graph.call',
      callbackUri: callbackUri(context.publicUrl, effectId, taskId),
      targets: [invited(callee)],
      requestedModalities: ['audio'],
      mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
      tenantId,
      ...(resourceAccountId === null ? {} : { source: sourceOf(resourceAccountId) }),
    },
  });
  if (answer.kind !== 'success') return notDone('create-call', answer);
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
