/** Puts a message into a person's chat with the bot, opening one where there is none any more. */
import type { PersonId } from '@rufwerk/engine/core';
import type { People } from '@rufwerk/engine/ports';
import type { ChatBook } from './chat-book.ts';
import type { Connector, Sending } from './connector.ts';
import type { ChatAddress, Message } from './message.ts';
import { patiently, type Patience } from './patience.ts';

export interface PostOptions {
  readonly connector: Connector;
  readonly chats: ChatBook;
  readonly people: Pick<People, 'find'>;
  readonly patience: Patience;
}

/** A refusal that no repeat mends, or doubt; null when the person has the card. */
export type Trouble = {
  readonly kind: 'failed' | 'unknown';
  readonly cause: string;
  /** The person has no chat with the bot: the app is not installed there, or the bot is blocked. */
  readonly isBarred: boolean;
} | null;

/** Posts in the known chat, or in a newly opened one where there is none any more. */
export async function post(
  options: PostOptions,
  personId: PersonId,
  message: Message,
  remember: (chat: ChatAddress, activityId: string) => Promise<void>,
): Promise<Trouble> {
  const { chats, connector, patience } = options;
  const attempt = async (chat: ChatAddress): Promise<Sending<string>> => {
    const posting = await patiently(patience, false, () => connector.post(chat, message));
    if (posting.kind === 'sent') await remember(chat, posting.sent);
    return posting;
  };

  const { chat: known } = await chats.find(personId);
  if (known !== null) {
    const posting = await attempt(known);
    if (!isGone(posting)) return troubleOf(posting);
    await chats.forget(personId);
  }
  const opening = await openChat(options, personId);
  return opening.kind === 'sent' ? troubleOf(await attempt(opening.sent)) : troubleOf(opening);
}

async function openChat(options: PostOptions, personId: PersonId): Promise<Sending<ChatAddress>> {
  const { chats, connector, patience, people } = options;
  const entraId = people.find(personId)?.entraId ?? null;
  if (entraId === null)
    return { kind: 'not-sent', cause: `${personId} is no person of the directory` };
  // Opening is repeatable: Teams answers with the same conversation every time.
  const opening = await patiently(patience, true, () => connector.openChat(entraId));
  if (opening.kind === 'sent') await chats.remember(personId, opening.sent, null);
  return opening;
}

/** The conversation or the message is no more: what is left is to post anew. */
export function isGone(sending: Sending<unknown>): boolean {
  return sending.kind === 'refused' && sending.status === 404;
}

export function troubleOf(sending: Sending<unknown>): Trouble {
  switch (sending.kind) {
    case 'sent':
      return null;
    case 'unanswered':
      return { kind: 'unknown', cause: sending.cause, isBarred: false };
    case 'not-sent':
      return { kind: 'failed', cause: sending.cause, isBarred: false };
    case 'refused':
      return refusal(sending.status, sending.code);
  }
}

function refusal(status: number, code: string | null): Trouble {
  const told = `Teams answered ${status}${code === null ? '' : ` ${code}`}`;
  const isBarred = status === 403;
  const cause = isBarred ? `${told}: the app is not installed there, or the bot is blocked` : told;
  return { kind: 'failed', cause, isBarred };
}
