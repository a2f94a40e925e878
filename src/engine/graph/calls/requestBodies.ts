/** The bodies of requests about calls, as Microsoft Graph v1.0 describes them. */
import type {
  MediaPrompt,
  Modality,
  ServiceHostedMediaConfig,
} from '@microsoft/microsoft-graph-types';
import type { EffectId, RejectCall, TaskId } from '@rufwerk/engine/core';

/** Graph tells the kinds of objects apart by this name. */
type Typed<T> = T & { readonly '@odata.type': string };

export interface InvitedIdentity {
  readonly '@odata.type': '#microsoft.graph.invitationParticipantInfo';
  readonly identity: {
    readonly '@odata.type': '#microsoft.graph.identitySet';
  } & Readonly<Partial<Record<'user' | 'phone' | 'applicationInstance', TypedIdentity>>>;
  readonly replacesCallId?: string;
  readonly endpointType?: 'voicemail';
}

interface TypedIdentity {
  readonly '@odata.type': '#microsoft.graph.identity';
  readonly id: string;
}

/** Somebody to be called: a Teams user, a number (E.164), or a resource account. */
export interface Callee {
  readonly kind: 'user' | 'phone' | 'applicationInstance';
  readonly id: string;
  /** Straight to the person's voicemail, without ringing. */
  readonly isVoicemail?: boolean;
}

/**
 * Where the platform tells about a call: it carries the effect that asked, so that late news is
 * known.
 */
export function callbackUri(publicUrl: string, effectId: EffectId, taskId: TaskId | null): string {
  const query = new URLSearchParams({
    effect: effectId,
    ...(taskId === null ? {} : { task: taskId }),
  });
  return `${publicUrl}/api/calls?${query.toString()}`;
}

/**
 * The same for a call that we place: its first news may be here before the answer that names the
 * call, or instead of it, so the address says that the effect placed it.
 */
export function placedCallbackUri(
  publicUrl: string,
  effectId: EffectId,
  taskId: TaskId | null,
): string {
  return `${callbackUri(publicUrl, effectId, taskId)}&placed=true`;
}

/** Media hosted by the service: prompts are fetched from us, and no media passes through us. */
export function answerBody(callback: string): {
  readonly callbackUri: string;
  readonly acceptedModalities: readonly Modality[];
  readonly mediaConfig: Typed<ServiceHostedMediaConfig>;
} {
  return {
    callbackUri: callback,
    acceptedModalities: ['audio'],
    mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
  };
}

export function redirectBody(
  agentEntraIds: readonly string[],
  timeoutSeconds: number,
  callback: string,
): { readonly targets: readonly InvitedIdentity[]; readonly timeout: number; callbackUri: string } {
  const targets = agentEntraIds.map((id) => invited({ kind: 'user', id }));
  return { targets, timeout: timeoutSeconds, callbackUri: callback };
}

export function rejectBody(
  reason: RejectCall['reason'],
  callback: string,
): { readonly reason: RejectCall['reason']; readonly callbackUri: string } {
  return { reason, callbackUri: callback };
}

/** The platform fetches the sound from `uri`: WAV, mono, 16 bit, 16 kHz (mediaInfo). */
export function playPromptBody(
  uri: string,
  effectId: EffectId,
): { readonly prompts: readonly Typed<MediaPrompt>[]; readonly clientContext: string } {
  return {
    prompts: [{ '@odata.type': '#microsoft.graph.mediaPrompt', mediaInfo: { uri } }],
    clientContext: effectId,
  };
}

export function inviteBody(
  callee: Callee,
  effectId: EffectId,
): { readonly participants: readonly InvitedIdentity[]; readonly clientContext: string } {
  return { participants: [invited(callee)], clientContext: effectId };
}

export function invited(
  { kind, id, isVoicemail = false }: Callee,
  replacesCallId?: string,
): InvitedIdentity {
  return {
    '@odata.type': '#microsoft.graph.invitationParticipantInfo',
    identity: {
      '@odata.type': '#microsoft.graph.identitySet',
      [kind]: { '@odata.type': '#microsoft.graph.identity', id },
    },
    ...(replacesCallId === undefined ? {} : { replacesCallId }),
    ...(isVoicemail ? { endpointType: 'voicemail' } : {}),
  };
}
