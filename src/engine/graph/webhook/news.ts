/** What a notification means for the engine: an input, nothing, or a malformed notification. */
import { asId } from '@rufwerk/engine/core';
import type { EffectId, PersonId, PlatformCallId, ResourceAccountId } from '@rufwerk/engine/core';
import type { InputDraft, People } from '@rufwerk/engine/ports';
import { callStateOf } from '../calls/callState.ts';
import type { IdentitySet } from '../roster/identitySet.ts';
import { rosterOf } from '../roster/roster.ts';
import { callData, operationData, problemOf, rosterData, single } from './notification.ts';
import type { CallData, Notification } from './notification.ts';

export type KnownPeople = Pick<People, 'findByEntraId' | 'ensureEntraPerson' | 'ensureCaller'>;

export type News =
  | { readonly kind: 'input'; readonly draft: InputDraft }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed'; readonly problem: string };

const nothing: News = { kind: 'nothing' };

export interface NewsContext {
  readonly people: KnownPeople;
  /** Whether the account's number is one of the pool for emergency calls. */
  readonly isCallbackAccount: (accountId: ResourceAccountId) => Promise<boolean>;
}

/**
 * Whoever calls an agent back from the emergency service: one for all of them, and nobody in the
 * person table, so that no number is written anywhere (DEC-9).
 */
const CALLBACK_CALLER = asId<PersonId>('emergency-service');

/** Rejects only when the person table does. */
export async function newsOf(notification: Notification, context: NewsContext): Promise<News> {
  switch (notification.subject) {
    case 'call':
      return callNews(notification, context);
    case 'roster':
      return rosterNews(notification, context.people);
    case 'operation':
      return operationNews(notification);
    case 'other':
      return nothing;
  }
}

async function callNews(notification: Notification, context: NewsContext): Promise<News> {
  const call = callData.safeParse(single(notification.data) ?? {});
  if (!call.success) return malformed(`resourceData.${problemOf(call.error)}`);
  const platformCallId = asId<PlatformCallId>(notification.callId);
  const { state: told, resultInfo, toneInfo } = call.data;
  if (toneInfo != null) return toneNews(platformCallId, toneInfo);
  if (UNDER_WAY.has(told?.toLowerCase() ?? '')) return nothing;
  // A call that is deleted has ended, whether its last state is told or not.
  const state = notification.changeType === 'deleted' ? 'terminated' : callStateOf(told ?? '');
  if (state === null) return told == null ? malformed('resourceData.state: is missing') : nothing;
  if (state === 'incoming') return arrival(platformCallId, call.data, context);
  const { code, subcode } = resultInfo ?? { code: null, subcode: null };
  return input({ type: 'CallStateReported', platformCallId, state, code, subcode });
}

/**
 * A transfer has begun. Only its end is news: `terminated`, or `established` again, by which the
 * platform says that it failed; a reading in between still finds the call established.
 */
const UNDER_WAY = new Set(['transferring', 'transferaccepted']);

const SPECIAL_KEYS: Readonly<Record<string, string>> = { star: '*', pound: '#' };

/** `tone0` to `tone9`, `star`, `pound`; other tones are no keys of a telephone. */
function toneNews(
  platformCallId: PlatformCallId,
  { sequenceId, tone: told }: NonNullable<CallData['toneInfo']>,
): News {
  const name = told?.toLowerCase() ?? '';
  const tone = /^tone\d$/.test(name) ? name.slice(-1) : SPECIAL_KEYS[name];
  if (tone === undefined) return nothing;
  return input({
    type: 'TonePressed',
    ...(sequenceId == null ? {} : { sourceId: `tone/${platformCallId}/${sequenceId}` }),
    platformCallId,
    tone,
  });
}

/** A call to a resource account of ours; one to the bot itself is for no service. */
async function arrival(
  platformCallId: PlatformCallId,
  call: CallData,
  { people, isCallbackAccount }: NewsContext,
): Promise<News> {
  const account = call.targets
    ?.map(({ identity }) => identity?.applicationInstance?.id)
    .find((id) => id != null);
  if (account === undefined) return nothing;
  const resourceAccountId = asId<ResourceAccountId>(account);
  const isCallback = await isCallbackAccount(resourceAccountId);
  const caller = isCallback ? {} : (call.source?.identity ?? {});
  return input({
    type: 'CallArrived',
    sourceId: `call-arrived/${platformCallId}`,
    platformCallId,
    resourceAccountId,
    callerId: isCallback ? CALLBACK_CALLER : await callerId(caller, people),
    ...(isAnonymous(caller) ? { isAnonymous: true } : {}),
  });
}

/** Nobody can be called back under such an identity. */
function isAnonymous({ user, phone }: IdentitySet): boolean {
  return user?.id == null && phone?.id == null;
}

/**
 * Who calls: a person of the directory, a number, or somebody who cannot be told (a number
 * withheld, a guest, an identity that stays encrypted without consent).
 */
async function callerId({ user, phone }: IdentitySet, people: KnownPeople): Promise<PersonId> {
  if (user?.id == null) return people.ensureCaller(phone?.id ?? null);
  const known = people.findByEntraId(user.id);
  if (known !== null) return known.id;
  const name = user['displayName'];
  // The principal name is not told here; it follows when the directory is read, and until then
  // the id stands for it, which Graph takes in its place.
  return people.ensureEntraPerson({
    entraId: user.id,
    userPrincipalName: user.id,
    displayName: typeof name === 'string' ? name : user.id,
  });
}

function rosterNews({ callId, data }: Notification, people: KnownPeople): News {
  const list = Array.isArray(data) ? (data as readonly unknown[]) : data == null ? data : [data];
  const participants = rosterData.safeParse(list);
  if (!participants.success) return malformed(`resourceData.${problemOf(participants.error)}`);
  return input({
    type: 'RosterReported',
    platformCallId: asId<PlatformCallId>(callId),
    roster: rosterOf(participants.data, people),
  });
}

/** The end of an operation that we began; while it runs there is nothing to tell. */
function operationNews({ callId, subjectId, data }: Notification): News {
  const operation = operationData.safeParse(single(data));
  if (!operation.success) return malformed(`resourceData.${problemOf(operation.error)}`);
  const { id, clientContext, resultInfo } = operation.data;
  const status = operation.data.status?.toLowerCase();
  if (status !== 'completed' && status !== 'failed') return nothing;
  const operationId = id ?? subjectId;
  const { code, subcode } = resultInfo ?? { code: null, subcode: null };
  return input({
    type: 'OperationReported',
    ...(operationId === null ? {} : { sourceId: `operation-ended/${operationId}` }),
    platformCallId: asId<PlatformCallId>(callId),
    effectId: clientContext == null ? null : asId<EffectId>(clientContext),
    status,
    code,
    subcode,
  });
}

function input(draft: InputDraft): News {
  return { kind: 'input', draft };
}

function malformed(problem: string): News {
  return { kind: 'malformed', problem };
}
