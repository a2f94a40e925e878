import type { ChatAddress, Message } from './message.ts';

interface FromPerson {
  readonly chat: ChatAddress;
  /** False in teams and group chats, where others would read the answer. */
  readonly isPersonal: boolean;
  /** Object id in Microsoft Entra; null where Teams does not tell it. */
  readonly entraId: string | null;
  /** As Teams tells it, such as `de-CH`. */
  readonly locale: string | null;
}

export interface Installed extends FromPerson {
  readonly kind: 'installed';
}
export interface Removed extends FromPerson {
  readonly kind: 'removed';
}
export interface Said extends FromPerson {
  readonly kind: 'said';
  readonly text: string;
}
/** A button of a card was pressed. */
export interface Pressed extends FromPerson {
  readonly kind: 'pressed';
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** Everything that asks nothing of us: typing, reactions, people who join. */
export interface Unrelated extends FromPerson {
  readonly kind: 'unrelated';
}

/** What reaches the bot, verified. */
export type Incoming = Installed | Removed | Said | Pressed | Unrelated;

/**
 * The bot's answer, or null for silence. An answer to a button takes the place of the card that has
 * the button, where the client can do that.
 */
export type Answer = Message | null;

export type AnswerIncoming = (incoming: Incoming) => Promise<Answer>;
