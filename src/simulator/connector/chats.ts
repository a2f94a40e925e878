import type { Tenant } from '../tenant.ts';
import type { Person } from '../world/directory.ts';
import { findPersonOfConversation, personalConversationId } from './identities.ts';

/** An Adaptive Card as JSON; the connector passes it on and does not read it. */
export type Card = Readonly<Record<string, unknown>>;

/** What a message says at one time. */
export interface MessageContent {
  readonly at: string;
  readonly text: string;
  readonly cards: readonly Card[];
}

/** A message as the person sees it now, with everything that it ever said. */
export interface ChatMessage extends MessageContent {
  readonly id: string;
  /** A user principal name, or `bot`. */
  readonly from: string;
  readonly deleted: boolean;
  /** Every content, oldest first; the last one is shown. */
  readonly updates: readonly MessageContent[];
}

/** A person's chat with the bot. */
export interface Chat {
  readonly id: string;
  readonly person: Person;
  /** Whether the person ever opened it, which is when the bot hears of its installation. */
  opened: boolean;
  readonly messages: ChatMessage[];
}

/** A day of tests writes far less; the oldest messages of a chat go first. */
const MESSAGES_PER_CHAT_MAX = 2000;
/** A card that is updated all day keeps its newest states and its very first. */
const UPDATES_PER_MESSAGE_MAX = 200;

/** Everything that was ever said between the bot and the people, as both see it. */
export class Chats {
  readonly #tenant: Tenant;
  readonly #byId = new Map<string, Chat>();
  #lastMessageAt = 0;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    tenant.onReset(() => this.#byId.clear());
  }

  all(): readonly Chat[] {
    return [...this.#byId.values()];
  }

  /** The chat with this id; a bot may know it from before this world was started. */
  find(id: string): Chat | undefined {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const person = findPersonOfConversation(this.#tenant, id);
    return person === undefined ? undefined : this.of(person);
  }

  /** The person's own chat; it begins to exist with the first one who asks for it. */
  of(person: Person): Chat {
    const id = personalConversationId(this.#tenant, person);
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const chat: Chat = { id, person, opened: false, messages: [] };
    this.#byId.set(id, chat);
    return chat;
  }

  /** Marks the chat as opened; answers whether this was the first time. */
  open(chat: Chat): boolean {
    const isFirst = !chat.opened;
    chat.opened = true;
    if (isFirst) this.#tenant.changed('chats');
    return isFirst;
  }

  post(chat: Chat, from: string, text: string, cards: readonly Card[]): ChatMessage {
    const content = { at: this.#tenant.clock.now(), text, cards };
    const message: ChatMessage = {
      id: this.#newMessageId(),
      from,
      deleted: false,
      ...content,
      updates: [content],
    };
    chat.messages.push(message);
    if (chat.messages.length > MESSAGES_PER_CHAT_MAX) chat.messages.shift();
    this.#tenant.changed('chats');
    return message;
  }

  /** Gives a message another content; false when there is no such message. */
  update(chat: Chat, messageId: string, text: string, cards: readonly Card[]): boolean {
    const content = { at: this.#tenant.clock.now(), text, cards };
    return this.#replace(chat, messageId, (message) => ({
      ...message,
      ...content,
      updates: bounded([...message.updates, content]),
    }));
  }

  /** Takes a message away; its history stays readable here. False when there is no such message. */
  delete(chat: Chat, messageId: string): boolean {
    return this.#replace(chat, messageId, (message) => ({ ...message, deleted: true }));
  }

  /** A message that still stands. */
  findMessage(chat: Chat, messageId: string): ChatMessage | undefined {
    return chat.messages.find((message) => message.id === messageId && !message.deleted);
  }

  #replace(chat: Chat, messageId: string, change: (message: ChatMessage) => ChatMessage): boolean {
    const message = this.findMessage(chat, messageId);
    if (message === undefined) return false;
    chat.messages[chat.messages.indexOf(message)] = change(message);
    this.#tenant.changed('chats');
    return true;
  }

  /** Teams numbers messages by their instant in milliseconds; two of the same instant differ. */
  #newMessageId(): string {
    this.#lastMessageAt = Math.max(this.#lastMessageAt + 1, this.#tenant.clock.nowMs());
    return String(this.#lastMessageAt);
  }
}

function bounded(updates: readonly MessageContent[]): readonly MessageContent[] {
  const [first] = updates;
  if (first === undefined || updates.length <= UPDATES_PER_MESSAGE_MAX) return updates;
  return [first, ...updates.slice(1 - UPDATES_PER_MESSAGE_MAX)];
}
