import type { ChatAddress, Message } from './message.ts';

/**
 * How one request to Teams ended.
 * - `refused`: Teams answered with an error, so nothing happened.
 * - `unanswered`: no answer came, so it may have happened.
 * - `not-sent`: it never left, for example for want of a token.
 */
export type Sending<Sent> =
  | { readonly kind: 'sent'; readonly sent: Sent }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string | null;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'unanswered'; readonly cause: string }
  | { readonly kind: 'not-sent'; readonly cause: string };

/** Sends on the bot's own account. Every call is one request: who calls decides about repeating. */
export interface Connector {
  /** The personal chat with this person of Microsoft Entra; the same one every time. */
  openChat(entraId: string): Promise<Sending<ChatAddress>>;
  /** Resolves with the id by which the message can be updated. */
  post(chat: ChatAddress, message: Message): Promise<Sending<string>>;
  update(chat: ChatAddress, activityId: string, message: Message): Promise<Sending<null>>;
}
