/** The bot speaking without being asked, through the SDK's proactive turns. */
import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Connector, Sending } from '../chat/connector.ts';
import type { ChatAddress, Message } from '../chat/message.ts';
import { AUDIENCE, NoToken } from './authentication.ts';
import { ConnectorRefused, ConnectorSilent } from './transport.ts';
import { toActivity } from './write-activity.ts';

export interface BotIdentity {
  readonly appId: string;
  readonly tenantId: string;
  /** Where chats are opened that Teams has not told us of. */
  readonly serviceUrl: string;
}

const CHANNEL = 'msteams';

/** Sends through the adapter; each call is one request (see `transport.ts`). */
export function createConnector(adapter: CloudAdapter, identity: BotIdentity): Connector {
  return {
    openChat: (entraId) => openChat(adapter, identity, entraId),
    post: (chat, message) =>
      inChat(adapter, identity, chat, async (context) => {
        const [posted] = await adapter.sendActivities(context, [
          addressed(identity, chat, message),
        ]);
        if (!posted?.id) throw new Error('Teams took a message and gave it no id');
        return posted.id;
      }),
    update: (chat, activityId, message) =>
      inChat(adapter, identity, chat, async (context) => {
        const activity = { ...addressed(identity, chat, message), id: activityId };
        await adapter.updateActivity(context, activity);
        return null;
      }),
  };
}

function openChat(
  adapter: CloudAdapter,
  { appId, tenantId, serviceUrl }: BotIdentity,
  entraId: string,
): Promise<Sending<ChatAddress>> {
  const parameters = {
    isGroup: false,
    bot: botAccount(appId),
    members: [{ id: entraId, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  };
  return attempt((done) =>
    adapter.createConversationAsync(
      appId,
      CHANNEL,
      serviceUrl,
      AUDIENCE,
      // The SDK's type asks for a first message, Teams does not.
      parameters as Parameters<CloudAdapter['createConversationAsync']>[4],
      (context) => {
        done({ serviceUrl, conversationId: context.activity.conversation.id });
        return Promise.resolve();
      },
    ),
  );
}

function inChat<Sent>(
  adapter: CloudAdapter,
  { appId, tenantId }: BotIdentity,
  chat: ChatAddress,
  act: (context: TurnContext) => Promise<Sent>,
): Promise<Sending<Sent>> {
  const reference: Partial<ConversationReference> = {
    channelId: CHANNEL,
    serviceUrl: chat.serviceUrl,
    bot: botAccount(appId),
    conversation: conversationOf(chat, tenantId),
  };
  return attempt((done) =>
    adapter.continueConversationAsync(appId, reference, async (context) => {
      done(await act(context));
    }),
  );
}

/**
 * Handed to the adapter itself: through the turn it would become a reply to an invented activity.
 */
function addressed(
  { appId, tenantId }: BotIdentity,
  chat: ChatAddress,
  message: Message,
): Partial<Activity> {
  const conversation = conversationOf(chat, tenantId);
  return { ...toActivity(message), from: botAccount(appId), conversation };
}

function botAccount(appId: string): Activity['from'] {
  return { id: `28:${appId}`, name: '' };
}

function conversationOf(
  { conversationId }: ChatAddress,
  tenantId: string,
): Activity['conversation'] {
  return { id: conversationId, tenantId, conversationType: 'personal', isGroup: false, name: '' };
}

/** Runs a proactive turn of the SDK and turns what it throws into values. */
async function attempt<Sent>(
  run: (done: (sent: Sent) => void) => Promise<void>,
): Promise<Sending<Sent>> {
  const sent: Sent[] = [];
  try {
    await run((result) => sent.push(result));
  } catch (error) {
    return sendingOf(error);
  }
  const [result] = sent;
  if (result === undefined) throw new Error('The SDK ended a proactive turn without running it');
  return { kind: 'sent', sent: result };
}

function sendingOf(error: unknown): Sending<never> {
  if (error instanceof ConnectorRefused) {
    const { status, code, retryAfterMs } = error;
    return { kind: 'refused', status, code, retryAfterMs };
  }
  if (error instanceof ConnectorSilent) return { kind: 'unanswered', cause: error.message };
  if (error instanceof NoToken) return { kind: 'not-sent', cause: error.message };
  throw error;
}
