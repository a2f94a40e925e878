/**
 * The one card of an emergency in the chat of everybody who is told, and of the agent: posted once,
 * updated in place ever after. What was posted is read from the notes first, so that trying again
 * updates the card instead of posting another.
 *
 * A card is posted without the place, which follows as an update once the card has been noted: a
 * card that nobody finds again, because its answer was lost or the process was killed, never held
 * one (DEC-9). Should such a post be repeated, there are two cards: better twice than never.
 */
import type { EffectOutcome, EmergencyId, EmergencyView, PersonId } from '@rufwerk/engine/core';
import type { EffectPerformer, EffectRequest, Log } from '@rufwerk/engine/ports';
import { emergencyCard, type Place } from '../cards/emergency/card.ts';
import { tellingFor, type TellingOptions } from '../cards/telling.ts';
import { languageOf } from '../chat/chat-book.ts';
import type { Sending } from '../chat/connector.ts';
import type { Message } from '../chat/message.ts';
import { patiently } from '../chat/patience.ts';
import { isGone, post, type PostOptions, type Trouble, troubleOf } from '../chat/post.ts';
import type { PostedCard, PostedCards } from '../chat/posted-cards.ts';
import { toAll } from '../chat/to-all.ts';
import type { AskerOptions } from '../commands/asker.ts';
import type { EmergencyAct, EmergencyActs } from '../emergencies/acts.ts';
import { InTurn } from '../emergencies/in-turn.ts';
import type { EmergencyPorts } from '../emergencies/ports.ts';
import { readerOf } from '../emergencies/rights.ts';
import type { Shown, ShownTo } from './shown-to.ts';

export interface EmergencyCardOptions extends TellingOptions, PostOptions {
  readonly people: PostOptions['people'];
  readonly responsibilityOf: AskerOptions['responsibilityOf'];
  readonly emergencies: Pick<EmergencyPorts, 'byId' | 'underWay' | 'placeOf' | 'urlOf'>;
  readonly acts: EmergencyActs;
  readonly posted: PostedCards<EmergencyId>;
  readonly shownTo: ShownTo;
  readonly log: Log;
}

export interface EmergencyCards extends EffectPerformer<'show-emergency-card'> {
  /**
   * Brings the place onto the cards that stand, or takes it off: Teams tells of it without anything
   * else changing. Resolves when every card was tried; what fails is mended by the next update.
   */
  placeTold(agentId: PersonId): Promise<void>;
}

/** What is shown to everybody. */
interface Matter {
  readonly view: EmergencyView;
  readonly place: string | null;
  readonly lastAct: EmergencyAct | null;
  /** Who is told now, the agent too; whoever else has a card is shown no place any more. */
  readonly recipientIds: readonly PersonId[];
}

export function createEmergencyCards(options: EmergencyCardOptions): EmergencyCards {
  const inTurn = new InTurn<EmergencyId>();
  return {
    kinds: ['show-emergency-card'],
    perform: (request) => inTurn.run(request.effect.emergencyId, () => showToAll(options, request)),
    async placeTold(agentId) {
      const views = await options.emergencies.underWay();
      for (const { emergencyId } of views.filter((view) => view.agentId === agentId)) {
        await inTurn.run(emergencyId, () => updateAll(options, emergencyId));
      }
    },
  };
}

async function showToAll(
  options: EmergencyCardOptions,
  { effectId, effect }: EffectRequest<'show-emergency-card'>,
): Promise<EffectOutcome> {
  const { log, shownTo } = options;
  const { emergencyId, agentId, recipientIds } = effect;
  try {
    const shown = await shownTo.tell(emergencyId, [...new Set([agentId, ...recipientIds])]);
    const matter = await matterOf(options, emergencyId, shown);
    if (matter === null) return { kind: 'failed', cause: `there is no ${emergencyId} to show` };
    const outcome = await toAll(shown.everIds, (personId) => showOrSay(options, personId, matter));
    if (outcome.kind !== 'done') {
      log.warn({ effectId, ...outcome }, 'An emergency card did not reach everybody');
    }
    return outcome;
  } catch (error) {
    log.error({ effectId, err: error }, 'An emergency card could not be made');
    return { kind: 'failed', cause: messageOf(error) };
  }
}

/** Only the cards that stand: whom the engine wants told, it tells by its effect. */
async function updateAll(options: EmergencyCardOptions, emergencyId: EmergencyId): Promise<void> {
  const shown = await options.shownTo.find(emergencyId);
  const matter = await matterOf(options, emergencyId, shown);
  if (matter === null || matter.view.endedAt !== null) return;
  const outcome = await toAll(shown.everIds, async (personId) => {
    const posted = await options.posted.find(emergencyId, personId);
    if (posted === null) return null;
    return troubleOf(await update(options, posted, await written(options, personId, matter)));
  });
  if (outcome.kind !== 'done') {
    options.log.warn({ emergencyId, ...outcome }, 'A place did not reach every emergency card');
  }
}

async function matterOf(
  { emergencies, acts }: EmergencyCardOptions,
  emergencyId: EmergencyId,
  { recipientIds }: Shown,
): Promise<Matter | null> {
  const view = await emergencies.byId(emergencyId);
  if (view === null) return null;
  const place = view.endedAt === null ? await emergencies.placeOf(view.agentId) : null;
  return { view, place, lastAct: await acts.lastOf(emergencyId), recipientIds };
}

/** One chat's fault must not keep the card from the others. */
async function showOrSay(
  options: EmergencyCardOptions,
  personId: PersonId,
  matter: Matter,
): Promise<Trouble> {
  try {
    return await show(options, personId, matter);
  } catch (error) {
    options.log.error({ err: error }, 'An emergency card could not be shown to one of its readers');
    return { kind: 'failed', cause: messageOf(error), isBarred: false };
  }
}

async function show(
  options: EmergencyCardOptions,
  personId: PersonId,
  matter: Matter,
): Promise<Trouble> {
  const { people, posted } = options;
  const { emergencyId, endedAt } = matter.view;
  const known = await posted.find(emergencyId, personId);
  if (known !== null) {
    const updating = await update(options, known, await written(options, personId, matter));
    if (!isGone(updating)) return troubleOf(updating);
    // Teams loses conversations for a while; only a message that is gone holds nothing any more.
    if (endedAt !== null) return isMessageGone(updating) ? null : troubleOf(updating);
  }
  const isTold = matter.recipientIds.includes(personId);
  const hasAccount = (people.find(personId)?.entraId ?? null) !== null;
  if (!isTold || !hasAccount) return null;
  return postAnew(options, personId, matter);
}

async function postAnew(
  options: EmergencyCardOptions,
  personId: PersonId,
  matter: Matter,
): Promise<Trouble> {
  const { emergencyId } = matter.view;
  const bare = await written(options, personId, matter, startingPlace(personId, matter));
  const trouble = await post(options, personId, bare, (chat, activityId) =>
    options.posted.remember(emergencyId, personId, { chat, activityId }),
  );
  if (trouble?.isBarred === true) {
    options.log.warn({ emergencyId }, 'A person who must know of an emergency has no chat');
    return null;
  }
  if (trouble !== null || placeFor(personId, matter).kind !== 'known') return trouble;
  const posted = await options.posted.find(emergencyId, personId);
  if (posted === null) return null;
  return troubleOf(await update(options, posted, await written(options, personId, matter)));
}

function update(
  { connector, patience }: EmergencyCardOptions,
  { chat, activityId }: PostedCard,
  message: Message,
): Promise<Sending<null>> {
  return patiently(patience, true, () => connector.update(chat, activityId, message));
}

function isMessageGone(sending: Sending<unknown>): boolean {
  return sending.kind === 'refused' && sending.code === 'ActivityNotFoundInConversation';
}

/** The card in the reader's language, with what this reader may see. */
async function written(
  options: EmergencyCardOptions,
  personId: PersonId,
  matter: Matter,
  place: Place = placeFor(personId, matter),
): Promise<Message> {
  const { view, lastAct } = matter;
  const { locale } = await options.chats.find(personId);
  const reader = readerOf(options, view, personId);
  const url = options.emergencies.urlOf(view.emergencyId, reader === 'agent' ? 'agent' : 'others');
  const telling = tellingFor(options, languageOf(locale), 'full');
  return emergencyCard({ view, reader, place, lastAct, isKept: true, url }, telling);
}

/** Agents know where they are. */
function placeFor(personId: PersonId, { view, place, recipientIds }: Matter): Place {
  const isTold = personId !== view.agentId && recipientIds.includes(personId);
  if (!isTold || view.endedAt !== null) return { kind: 'untold' };
  return place === null ? { kind: 'unknown' } : { kind: 'known', line: place };
}

/** Where a place is known, it follows. */
function startingPlace(personId: PersonId, matter: Matter): Place {
  const place = placeFor(personId, matter);
  return place.kind === 'known' ? { kind: 'untold' } : place;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
