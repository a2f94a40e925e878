/** The bot's side of a conversation: who writes, in which language, and what comes back. */
import type { Language } from '@rufwerk/engine/core';
import type { Log } from '@rufwerk/engine/ports';
import { helpCard } from './cards/help/card.ts';
import { foreign } from './cards/foreign.ts';
import { tellingFor } from './cards/telling.ts';
import { languageOf, type ChatBook } from './chat/chat-book.ts';
import type { Answer, AnswerIncoming, Incoming, Pressed, Said } from './chat/incoming.ts';
import { sentence } from './chat/message.ts';
import type { Welcomes } from './chat/welcomes.ts';
import { answerCommand, type AnswerOptions } from './commands/answer.ts';
import { askerOf, type Asker } from './commands/asker.ts';
import { readButton, readText, type Command } from './commands/read.ts';
import { wordsOf } from './words/index.ts';

export interface ConversationOptions extends AnswerOptions {
  readonly chats: ChatBook;
  readonly welcomes: Welcomes;
  readonly log: Log;
}

/** Longer than any command: what is repeated back to the person. */
const SAID_MAX = 60;

export function createConversation(options: ConversationOptions): AnswerIncoming {
  return async (incoming) => {
    const language = languageOf(incoming.locale);
    if (!incoming.isPersonal) return outsidePersonalChat(incoming, language);
    const asker = askerOf(options, incoming.entraId);
    await remember(options, incoming, asker);
    try {
      return await answer(options, incoming, asker, language);
    } catch (error) {
      options.log.error({ err: error, kind: incoming.kind }, 'The bot failed at a question');
      return sentence(wordsOf(language).trouble);
    }
  };
}

/** In a team or group chat others would read along; what nobody asked gets no answer there. */
function outsidePersonalChat({ kind }: Incoming, language: Language): Answer {
  return kind === 'said' || kind === 'pressed' ? sentence(wordsOf(language).personalOnly) : null;
}

/** Everybody whom we know is remembered; strangers are not. */
async function remember(
  { chats }: ConversationOptions,
  { kind, chat, locale }: Incoming,
  { personId }: Asker,
): Promise<void> {
  if (personId === null) return;
  if (kind === 'removed') await chats.forget(personId);
  else await chats.remember(personId, chat, locale);
}

async function answer(
  options: ConversationOptions,
  incoming: Incoming,
  asker: Asker,
  language: Language,
): Promise<Answer> {
  const { conversationId } = incoming.chat;
  switch (incoming.kind) {
    case 'installed': {
      if (!(await options.welcomes.isDue(conversationId))) return null;
      return helpCard(wordsOf(language).welcome, tellingFor(options, language, 'colleague'));
    }
    case 'removed':
      await options.welcomes.startOver(conversationId);
      return null;
    case 'said':
    case 'pressed': {
      const command = commandOf(incoming);
      if (command === null) return notUnderstood(options, incoming, language);
      return answerCommand(options, asker, command, language);
    }
    case 'unrelated':
      return null;
  }
}

function commandOf(incoming: Said | Pressed): Command | null {
  return incoming.kind === 'said'
    ? readText(incoming.text)
    : readButton(incoming.verb, incoming.data);
}

function notUnderstood(
  options: ConversationOptions,
  incoming: Said | Pressed,
  language: Language,
): Answer {
  const words = wordsOf(language);
  if (incoming.kind === 'pressed') return sentence(words.oldButton);
  const said = foreign([...incoming.text].slice(0, SAID_MAX).join(''));
  return helpCard(words.notUnderstood(said), tellingFor(options, language, 'colleague'));
}
