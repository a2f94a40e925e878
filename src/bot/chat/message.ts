/** What the bot says, and to whom, in words of our own: only `adapter/` knows the bot SDK. */

/** Where a person's chat with the bot is. Teams tells it with every activity. */
export interface ChatAddress {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** An Adaptive Card as JSON, schema 1.5 or older. */
export type Card = Readonly<Record<string, unknown>>;

/** Words only, or a card with the words that a notification shows instead of it. */
export interface Message {
  readonly text: string;
  readonly card: Card | null;
}

/** Words without a card. */
export function sentence(text: string): Message {
  return { text, card: null };
}
