/**
 * The one card of an emergency in the chat of everybody who is told, and of the agent: posted once,
 * updated in place ever after. What was posted is read from the notes first, so that trying again
 * updates the card instead of posting another.
 *
 * A card is posted without the place, which follows as an update once the card has been noted: a
 * card that nobody finds again, because its answer was lost or the process was killed, never held
 * one (DEC-9). Should such a post be repeated, there are two cards: better twice than never.
 */
import type { CardOutcome, EffectOutcome, EmergencyId, PersonId } from '@rufwerk/engine/core';
import type { EffectPerformer, EffectRequest } from '@rufwerk/engine/ports';
import type { Sending } from '../chat/connector.ts';
import { patiently } from '../chat/patience.ts';
import { isGone, post, type PostOptions, type Trouble, troubleOf } from '../chat/post.ts';
import type { PostedCard, PostedCards } from '../chat/posted-cards.ts';
import { toAll } from '../chat/to-all.ts';
import { InTurn } from '../emergencies/in-turn.ts';
import {
  type Matter,
  matterOf,
  type MatterOptions,
  placeAtFirst,
  placeFor,
  written,
} from './matter.ts';
import type { ShownTo } from './shown-to.ts';

export interface EmergencyCardOptions extends MatterOptions, PostOptions {
  readonly people: PostOptions['people'];
  readonly posted: PostedCards<EmergencyId>;
  readonly shownTo: ShownTo;
}

export interface EmergencyCards extends EffectPerformer<'show-emergency-card'> {
  /**
   * Brings the place onto the cards that stand, or takes it off: Teams tells of it without anything
   * else changing. Resolves when every card was tried; what fails is mended by the next update.
   */
  placeTold(agentId: PersonId): Promise<void>;
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
    const cards: CardOutcome[] = [];
    const outcome = await toAll(shown.everIds, async (personId) => {
      const { result, trouble } = await showOrSay(options, personId, matter);
      if (shown.recipientIds.includes(personId)) cards.push({ personId, result });
      return trouble;
    });
    if (outcome.kind !== 'done') {
      log.warn({ effectId, ...outcome }, 'An emergency card did not reach everybody');
    }
    return { ...outcome, cards };
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
    return troubleOf(await update(options, personId, posted, matter));
  });
  if (outcome.kind !== 'done') {
    options.log.warn({ emergencyId, ...outcome }, 'A place did not reach every emergency card');
  }
}

/** One chat's fault must not keep the card from the others. */
async function showOrSay(
  options: EmergencyCardOptions,
  personId: PersonId,
  matter: Matter,
): Promise<Shown> {
  try {
    return await show(options, personId, matter);
  } catch (error) {
    options.log.error({ err: error }, 'An emergency card could not be shown to one of its readers');
    return shownUnless({ kind: 'failed', cause: messageOf(error), isBarred: false });
  }
}

/** How the card came to one person; where there is no way to them, trying again is no use. */
interface Shown {
  readonly result: CardOutcome['result'];
  readonly trouble: Trouble;
}

function shownUnless(trouble: Trouble): Shown {
  return { result: trouble === null ? 'sent' : 'failed', trouble };
}

async function show(
  options: EmergencyCardOptions,
  personId: PersonId,
  matter: Matter,
): Promise<Shown> {
  const { people, posted } = options;
  const { emergencyId, endedAt } = matter.view;
  const known = await posted.find(emergencyId, personId);
  if (known !== null) {
    const updating = await update(options, personId, known, matter);
    if (!isGone(updating)) return shownUnless(troubleOf(updating));
    // Teams loses conversations for a while; only a message that is gone holds nothing any more.
    if (endedAt !== null) {
      return shownUnless(isMessageGone(updating) ? null : troubleOf(updating));
    }
  }
  const isTold = matter.recipientIds.includes(personId);
  const hasAccount = (people.find(personId)?.entraId ?? null) !== null;
  if (!isTold || !hasAccount) return { result: 'outside', trouble: null };
  return postAnew(options, personId, matter);
}

async function postAnew(
  options: EmergencyCardOptions,
  personId: PersonId,
  matter: Matter,
): Promise<Shown> {
  const { emergencyId } = matter.view;
  const first = await written(options, personId, matter, placeAtFirst(personId, matter));
  const trouble = await post(options, personId, first, (chat, activityId) =>
    options.posted.remember(emergencyId, personId, { chat, activityId }),
  );
  if (trouble?.isBarred === true) {
    options.log.warn({ emergencyId }, 'A person who must know of an emergency has no chat');
    return { result: 'no-app', trouble: null };
  }
  if (trouble !== null || placeFor(personId, matter).kind !== 'known') return shownUnless(trouble);
  const posted = await options.posted.find(emergencyId, personId);
  if (posted === null) return shownUnless(null);
  // The card is there, if without the place.
  return { result: 'sent', trouble: troubleOf(await update(options, personId, posted, matter)) };
}

async function update(
  options: EmergencyCardOptions,
  personId: PersonId,
  { chat, activityId }: PostedCard,
  matter: Matter,
): Promise<Sending<null>> {
  const { connector, patience } = options;
  const message = await written(options, personId, matter, placeFor(personId, matter));
  return patiently(patience, true, () => connector.update(chat, activityId, message));
}

function isMessageGone(sending: Sending<unknown>): boolean {
  return sending.kind === 'refused' && sending.code === 'ActivityNotFoundInConversation';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
