/** The Teams bot: one card per call for those who supervise it, and answers to whoever asks why. */
import type { ServerResponse } from 'node:http';
import type { EmergencyId, Fact, Language, PersonId, TaskId } from '@rufwerk/engine/core';
import type { EffectPerformer, Notes, People, ReadTables } from '@rufwerk/engine/ports';
import { type Alerts, createAlerts } from './alerts/performer.ts';
import { createAdapter, type AdapterOptions, type BotRequest } from './adapter/index.ts';
import { ChatBook, languageOf } from './chat/chat-book.ts';
import type { Patience } from './chat/patience.ts';
import { PostedCards } from './chat/posted-cards.ts';
import { Precedence } from './chat/precedence.ts';
import { Welcomes } from './chat/welcomes.ts';
import type { AnswerOptions } from './commands/answer.ts';
import { createConversation } from './conversation.ts';
import { createCardPerformer } from './decision-cards/performer.ts';
import { EmergencyActs } from './emergencies/acts.ts';
import { type EmergencyPorts, noEmergencies } from './emergencies/ports.ts';
import { createEmergencyCards, type EmergencyCards } from './emergency-cards/performer.ts';
import { ShownTo } from './emergency-cards/shown-to.ts';
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
  /** Left out in a house that takes no emergency calls of its agents. */
  readonly emergencies?: EmergencyPorts;
  /** In [0, 1): spreads repeated requests; given by tests. */
  readonly random?: () => number;
}

export interface Bot {
  /** Serves POST /api/messages: verifies, answers, ends the response. Never rejects. */
  messages(request: BotRequest, response: ServerResponse): Promise<void>;
  /** Shows the decision cards. */
  readonly cards: EffectPerformer<'show-decision-card'>;
  /** Tells what people should act on, as soon as they can be told. */
  readonly alerts: Alerts;
  /** Shows the emergency cards, and the place on them when Teams tells of it. */
  readonly emergencyCards: EmergencyCards;
  /** In which the person uses Teams, as far as their chat with the bot has told; else null. */
  languageOf(personId: PersonId): Promise<Language | null>;
  /** Whether Teams has told of a chat with the person that still leads somewhere. */
  hasChat(personId: PersonId): Promise<boolean>;
  /** Told of every commit's facts, in order: who says what about an emergency. */
  observe(facts: readonly Fact[]): void;
}

export function createBot(options: BotOptions): Bot {
  const { notes, clock, log, tabUrl, random = Math.random } = options;
  const adapter = createAdapter(options);
  const acts = new EmergencyActs(notes, log);
  const chats = new ChatBook(notes);
  const shared = {
    ...options,
    ...{ emergencies: options.emergencies ?? noEmergencies, acts, chats },
    tabUrlOf: (decisionId: Parameters<typeof tabLink>[1]) => tabLink(tabUrl, decisionId),
  };
  const precedence = new Precedence(clock);
  const ordinary: Patience = { clock, random, precedence, urgency: 'ordinary' };
  const posting = { ...shared, connector: adapter.connector, patience: ordinary };
  const converse = createConversation({ ...shared, welcomes: new Welcomes(notes) });
  return {
    messages: (request, response) => adapter.receive(request, response, converse),
    cards: createCardPerformer({ ...posting, posted: new PostedCards<TaskId>(notes, 'card') }),
    alerts: createAlerts(posting),
    emergencyCards: createEmergencyCards({
      ...posting,
      patience: { ...ordinary, urgency: 'emergency' },
      posted: new PostedCards<EmergencyId>(notes, 'emergency-card'),
      shownTo: new ShownTo(notes),
    }),
    languageOf: async (personId) => {
      const { locale } = await chats.find(personId);
      return locale === null ? null : languageOf(locale);
    },
    hasChat: async (personId) => (await chats.find(personId)).chat !== null,
    observe: (facts) => acts.observe(facts),
  };
}
