/** The Teams bot: one card per call for those who supervise it, and answers to whoever asks why. */
import type { ServerResponse } from 'node:http';
import type { EffectPerformer, Notes, People, ReadTables } from '@rufwerk/engine/ports';
import { createAlertPerformer } from './alerts/performer.ts';
import { createAdapter, type AdapterOptions, type BotRequest } from './adapter/index.ts';
import { ChatBook } from './chat/chat-book.ts';
import { Welcomes } from './chat/welcomes.ts';
import type { AnswerOptions } from './commands/answer.ts';
import { createConversation } from './conversation.ts';
import { createCardPerformer } from './decision-cards/performer.ts';
import { PostedCards } from './decision-cards/posted-cards.ts';
import { tabLink } from './tab-link.ts';

/**
 * What the bot needs of the house. `openIdUrl` is the Bot Connector's OpenID metadata,
 * `serviceUrl` where chats are opened that Teams has not told of yet, `tabUrl` the live screen's
 * address or Teams deep link.
 */
export interface BotOptions
  extends
    AdapterOptions,
    Pick<AnswerOptions, 'responsibilityOf' | 'services' | 'serviceName' | 'explain'> {
  readonly notes: Notes;
  readonly people: People;
  readonly tables: ReadTables;
  readonly tabUrl: string;
  /** In [0, 1): spreads repeated requests; given by tests. */
  readonly random?: () => number;
}

export interface Bot {
  /** Serves POST /api/messages: verifies, answers, ends the response. Never rejects. */
  messages(request: BotRequest, response: ServerResponse): Promise<void>;
  /** Shows the decision cards. */
  readonly cards: EffectPerformer<'show-decision-card'>;
  /** Tells what people should act on. */
  readonly alerts: EffectPerformer<'raise-alert'>;
}

export function createBot(options: BotOptions): Bot {
  const { notes, clock, tabUrl, random = Math.random } = options;
  const adapter = createAdapter(options);
  const chats = new ChatBook(notes);
  const shared = {
    ...options,
    chats,
    tabUrlOf: (decisionId: Parameters<typeof tabLink>[1]) => tabLink(tabUrl, decisionId),
  };
  const posting = { ...shared, connector: adapter.connector, patience: { clock, random } };
  const converse = createConversation({ ...shared, welcomes: new Welcomes(notes) });
  return {
    messages: (request, response) => adapter.receive(request, response, converse),
    cards: createCardPerformer({ ...posting, posted: new PostedCards(notes) }),
    alerts: createAlertPerformer(posting),
  };
}
