import type { Tenant } from '../tenant.ts';
import { serviceUrlOf } from './bot-delivery.ts';
import type { Chat } from './chats.ts';
import { botId, personBotId } from './identities.ts';

/** A person's act in a chat, as the bot is told of it. */
type Told = Readonly<Record<string, unknown>>;

/** The person wrote something. */
export function messageActivity(tenant: Tenant, chat: Chat, id: string, text: string): Told {
  return {
    ...fromPerson(tenant, chat, id),
    type: 'message',
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${escapeHtml(text)}</p>` }],
  };
}

/** The person pressed an `Action.Submit`: a message without text, with the button's data. */
export function submitActivity(
  tenant: Tenant,
  chat: Chat,
  id: string,
  replyToId: string,
  value: unknown,
): Told {
  return { ...fromPerson(tenant, chat, id), type: 'message', replyToId, value };
}

/** The person pressed an `Action.Execute`; the bot's answer may bring another card. */
export function executeActivity(
  tenant: Tenant,
  chat: Chat,
  id: string,
  replyToId: string,
  action: { readonly verb: string; readonly data: unknown; readonly title?: string | undefined },
): Told {
  return {
    ...fromPerson(tenant, chat, id),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId,
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
  };
}

/** The app was installed for the person. */
export function installationActivity(tenant: Tenant, chat: Chat, id: string): Told {
  return { ...fromPerson(tenant, chat, id), type: 'installationUpdate', action: 'add' };
}

/** Person and bot joined their conversation. */
export function joinedActivity(tenant: Tenant, chat: Chat, id: string): Told {
  const { person } = chat;
  return {
    ...fromPerson(tenant, chat, id),
    type: 'conversationUpdate',
    membersAdded: [
      { id: personBotId(tenant, person), aadObjectId: person.id },
      { id: botId(tenant) },
    ],
  };
}

function fromPerson(tenant: Tenant, chat: Chat, id: string): Told {
  const { person } = chat;
  const now = tenant.clock.now();
  const locale = person.language;
  return {
    id,
    timestamp: now,
    localTimestamp: now,
    channelId: 'msteams',
    serviceUrl: serviceUrlOf(tenant),
    from: {
      id: personBotId(tenant, person),
      name: person.displayName,
      aadObjectId: person.id,
    },
    conversation: { conversationType: 'personal', tenantId: tenant.id, id: chat.id },
    recipient: { id: botId(tenant), name: tenant.application.displayName },
    entities: [
      { type: 'clientInfo', locale, country: locale.slice(-2), platform: 'Web', timezone: 'UTC' },
    ],
    channelData: { tenant: { id: tenant.id } },
    locale,
    localTimezone: 'UTC',
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
