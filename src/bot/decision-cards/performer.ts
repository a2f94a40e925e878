/**
 * The one card of a call in each supervisor's chat: posted once, updated in place ever after. What
 * was posted is read from the notes first, so that doing an effect again after a restart updates
 * the card instead of posting another. Only a crash in the moment between Teams' answer and our
 * note can leave a card behind.
 */
import type { EffectOutcome, PersonId, TaskId } from '@rufwerk/engine/core';
import type {
  EffectPerformer,
  EffectRequest,
  Log,
  People,
  ReadTables,
} from '@rufwerk/engine/ports';
import { readStory, type CallStory } from '../calls/story.ts';
import { decisionCard } from '../cards/decision/card.ts';
import { tellingFor, type TellingOptions } from '../cards/telling.ts';
import { languageOf, type ChatBook } from '../chat/chat-book.ts';
import type { Connector } from '../chat/connector.ts';
import { patiently, type Patience } from '../chat/patience.ts';
import { isGone, post, type Trouble, troubleOf } from '../chat/post.ts';
import type { PostedCards } from '../chat/posted-cards.ts';
import { toAll } from '../chat/to-all.ts';
import type { NameService } from './service-name.ts';

export interface CardOptions extends TellingOptions {
  readonly connector: Connector;
  readonly chats: ChatBook;
  readonly posted: PostedCards<TaskId>;
  readonly people: People;
  readonly tables: ReadTables;
  readonly serviceName: NameService;
  readonly patience: Patience;
  readonly log: Log;
}

type Showing = EffectRequest<'show-decision-card'>;

export function createCardPerformer(options: CardOptions): EffectPerformer<'show-decision-card'> {
  return {
    kinds: ['show-decision-card'],
    perform: (request) => showToAll(options, request),
  };
}

async function showToAll(
  options: CardOptions,
  { effectId, effect }: Showing,
): Promise<EffectOutcome> {
  const { taskId, recipientIds } = effect;
  try {
    const story = await readStory(options.tables, taskId);
    if (story === null) return { kind: 'failed', cause: `the read tables know no call ${taskId}` };
    const serviceName = await options.serviceName(story.call.serviceId);
    const outcome = await toAll(recipientIds, (personId) =>
      show(options, personId, story, serviceName),
    );
    if (outcome.kind !== 'done') {
      options.log.warn({ effectId, ...outcome }, 'A decision card did not reach every supervisor');
    }
    return outcome;
  } catch (error) {
    options.log.error({ effectId, err: error }, 'A decision card could not be made');
    return { kind: 'failed', cause: error instanceof Error ? error.message : String(error) };
  }
}

async function show(
  options: CardOptions,
  personId: PersonId,
  story: CallStory,
  serviceName: string,
): Promise<Trouble> {
  const { chats, posted, connector, patience } = options;
  const { locale } = await chats.find(personId);
  const telling = tellingFor(options, languageOf(locale), 'full');
  const message = decisionCard(story, serviceName, telling);
  const { taskId } = story.call;

  const known = await posted.find(taskId, personId);
  if (known !== null) {
    const { chat, activityId } = known;
    const updating = await patiently(patience, true, () =>
      connector.update(chat, activityId, message),
    );
    if (!isGone(updating)) return troubleOf(updating);
  }
  return post(options, personId, message, async (chat, activityId) => {
    await posted.remember(taskId, personId, { chat, activityId });
  });
}
