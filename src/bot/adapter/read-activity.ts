/**
 * From the SDK's activities, where nearly everything may be missing, to what the bot understands.
 */
import { TurnContext } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Incoming } from '../chat/incoming.ts';
import type { ClaimedOrigin } from './caller-check.ts';

const channelDataSchema = z.object({ tenant: z.object({ id: z.string() }) });
const recordSchema = z.record(z.string(), z.unknown());
const executeSchema = z.object({
  action: z.object({ verb: z.string(), data: recordSchema.nullish() }),
});
const submitSchema = z.looseObject({ verb: z.string() });

/**
 * Where an activity says that it comes from; nothing of it is believed before the token is
 * checked.
 */
export function readOrigin(activity: Activity): ClaimedOrigin {
  const channelData = channelDataSchema.safeParse(activity.channelData);
  return {
    serviceUrl: text(activity.serviceUrl),
    channelId: text(activity.channelId),
    tenantId: channelData.success
      ? channelData.data.tenant.id
      : text(activity.conversation?.tenantId),
  };
}

/** Null when the activity does not even name its conversation. */
export function readActivity(activity: Activity): Incoming | null {
  const conversationId = text(activity.conversation?.id);
  const serviceUrl = text(activity.serviceUrl);
  if (conversationId === null || serviceUrl === null) return null;
  const from = {
    chat: { serviceUrl, conversationId },
    isPersonal: activity.conversation.conversationType === 'personal',
    entraId: text(activity.from?.aadObjectId),
    locale: text(activity.locale),
  };
  const type: string = activity.type;
  switch (type) {
    case 'message':
      return { ...from, ...readMessage(activity) };
    case 'invoke':
      return { ...from, ...readInvoke(activity) };
    case 'installationUpdate':
      return { ...from, kind: activity.action?.startsWith('remove') ? 'removed' : 'installed' };
    case 'conversationUpdate':
      return { ...from, kind: botWasAdded(activity) ? 'installed' : 'unrelated' };
    default:
      return { ...from, kind: 'unrelated' };
  }
}

type Saying =
  | { readonly kind: 'said'; readonly text: string }
  | {
      readonly kind: 'pressed';
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'unrelated' };

/** Clients that do not know `Action.Execute` send its `Action.Submit` fallback as a message. */
function readMessage(activity: Activity): Saying {
  const submitted = submitSchema.safeParse(activity.value);
  if (submitted.success) {
    return { kind: 'pressed', verb: submitted.data.verb, data: submitted.data };
  }
  return {
    kind: 'said',
    text: TurnContext.removeRecipientMention(activity) ?? activity.text ?? '',
  };
}

function readInvoke(activity: Activity): Saying {
  const executed = executeSchema.safeParse(activity.value);
  if (activity.name !== 'adaptiveCard/action' || !executed.success) return { kind: 'unrelated' };
  const { verb, data } = executed.data.action;
  return { kind: 'pressed', verb, data: data ?? {} };
}

function botWasAdded({ membersAdded, recipient }: Activity): boolean {
  return membersAdded?.some(({ id }) => id === recipient?.id) ?? false;
}

/** What came over the wire may lack what the SDK's types promise. */
function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
