import type { Tenant } from '../tenant.ts';
import { deliverToBot } from './bot-delivery.ts';
import type { Delivery } from './bot-delivery.ts';
import { findExecuteButton, isRecord } from './card-buttons.ts';
import type { Chat, ChatMessage, Chats } from './chats.ts';
import { isCard } from './sent-activity.ts';
import * as activities from './teams-activities.ts';

/** What a press did: the bot's words, another card in place of the old one, or neither. */
export type ActionOutcome =
  | { readonly kind: 'no-button' }
  | {
      readonly kind: 'delivered';
      readonly botStatus: number | null;
      /** What the bot wants the person to read, where it answered with words instead of a card. */
      readonly notice: string | null;
    };

/** What a person does in the chat with the bot, and how the bot hears of it. */
export class PersonActs {
  readonly #tenant: Tenant;
  readonly #chats: Chats;
  #lastActivity = 0;

  constructor(tenant: Tenant, chats: Chats) {
    this.#tenant = tenant;
    this.#chats = chats;
  }

  /** Opens the chat; the first time, the bot hears that it is installed and who is there. */
  async open(chat: Chat): Promise<void> {
    if (!this.#chats.open(chat)) return;
    await this.#deliver(activities.installationActivity(this.#tenant, chat, this.#newId()));
    await this.#deliver(activities.joinedActivity(this.#tenant, chat, this.#newId()));
  }

  /** Writes to the bot. The message stands in the chat whether or not the bot takes it. */
  async write(
    chat: Chat,
    text: string,
  ): Promise<{ readonly id: string; readonly botStatus: number | null }> {
    await this.open(chat);
    const message = this.#chats.post(chat, chat.person.upn, text, []);
    const delivery = await this.#deliver(
      activities.messageActivity(this.#tenant, chat, message.id, text),
    );
    return { id: message.id, botStatus: statusOf(delivery) };
  }

  /** Presses an `Action.Submit` with the data that its button and inputs hold. */
  async submit(chat: Chat, message: ChatMessage, data: unknown): Promise<ActionOutcome> {
    const delivery = await this.#deliver(
      activities.submitActivity(this.#tenant, chat, this.#newId(), message.id, data),
    );
    return { kind: 'delivered', botStatus: statusOf(delivery), notice: null };
  }

  /** Presses an `Action.Execute`; a card that the bot answers replaces the pressed one. */
  async execute(
    chat: Chat,
    message: ChatMessage,
    verb: string,
    data: unknown,
  ): Promise<ActionOutcome> {
    const inputs = isRecord(data) ? data : {};
    const button = findExecuteButton(message.cards, verb, inputs);
    if (button === undefined) return { kind: 'no-button' };
    const action = { verb, title: button.title, data: { ...button.data, ...inputs } };
    const delivery = await this.#deliver(
      activities.executeActivity(this.#tenant, chat, this.#newId(), message.id, action),
    );
    const answer = delivery.kind === 'answered' ? delivery.body : undefined;
    const value = isRecord(answer) ? answer['value'] : undefined;
    if (isCard(value)) this.#chats.update(chat, message.id, message.text, [value]);
    return { kind: 'delivered', botStatus: statusOf(delivery), notice: noticeIn(value) };
  }

  #deliver(activity: object): Promise<Delivery> {
    return deliverToBot(this.#tenant, activity);
  }

  #newId(): string {
    this.#lastActivity += 1;
    return `f:${this.#tenant.clock.nowMs()}-${this.#lastActivity}`;
  }
}

function statusOf(delivery: Delivery): number | null {
  return delivery.kind === 'answered' ? delivery.status : null;
}

/** The words of an `activity.message` answer, or the message of an `error` answer. */
function noticeIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const message = isRecord(value) && !isCard(value) ? value['message'] : undefined;
  return typeof message === 'string' ? message : null;
}
