/** What an emergency's cards show at this moment, and how each of their readers is told it. */
import type { EmergencyId, EmergencyView, PersonId } from '@rufwerk/engine/core';
import type { Log } from '@rufwerk/engine/ports';
import { emergencyCard, type Place } from '../cards/emergency/card.ts';
import { tellingFor, type TellingOptions } from '../cards/telling.ts';
import { type ChatBook, languageOf } from '../chat/chat-book.ts';
import type { Message } from '../chat/message.ts';
import type { AskerOptions } from '../commands/asker.ts';
import type { EmergencyAct, EmergencyActs } from '../emergencies/acts.ts';
import type { EmergencyPorts } from '../emergencies/ports.ts';
import { readerOf } from '../emergencies/rights.ts';
import type { Shown } from './shown-to.ts';

export interface MatterOptions extends TellingOptions {
  readonly chats: ChatBook;
  readonly responsibilityOf: AskerOptions['responsibilityOf'];
  readonly emergencies: Pick<EmergencyPorts, 'byId' | 'underWay' | 'placeOf' | 'urlOf'>;
  readonly acts: EmergencyActs;
  readonly log: Log;
}

export interface Matter {
  readonly view: EmergencyView;
  readonly place: string | null;
  readonly lastAct: EmergencyAct | null;
  /** Who is told now, the agent too; whoever else has a card is shown no place any more. */
  readonly recipientIds: readonly PersonId[];
}

/** Null once nothing of the emergency is left to show. */
export async function matterOf(
  options: MatterOptions,
  emergencyId: EmergencyId,
  { recipientIds }: Shown,
): Promise<Matter | null> {
  const view = await options.emergencies.byId(emergencyId);
  if (view === null) return null;
  const place = view.endedAt === null ? await knownPlace(options, view.agentId) : null;
  return { view, place, lastAct: await options.acts.lastOf(emergencyId), recipientIds };
}

/** A card says who calls, whatever may be wrong with where. */
async function knownPlace(
  { emergencies, log }: MatterOptions,
  agentId: PersonId,
): Promise<string | null> {
  try {
    return await emergencies.placeOf(agentId);
  } catch (error) {
    log.error({ err: error }, 'Where an agent calls from could not be read');
    return null;
  }
}

/** The card in the reader's language, with what this reader may see. */
export async function written(
  options: MatterOptions,
  personId: PersonId,
  { view, lastAct }: Matter,
  place: Place,
): Promise<Message> {
  const { locale } = await options.chats.find(personId);
  const reader = readerOf(options, view, personId);
  const url = options.emergencies.urlOf(view.emergencyId, reader === 'agent' ? 'agent' : 'others');
  const telling = tellingFor(options, languageOf(locale), 'full');
  return emergencyCard({ view, reader, place, lastAct, isKept: true, url }, telling);
}

/** Agents know where they are. */
export function placeFor(personId: PersonId, { view, place, recipientIds }: Matter): Place {
  const isTold = personId !== view.agentId && recipientIds.includes(personId);
  if (!isTold || view.endedAt !== null) return { kind: 'untold' };
  return place === null ? { kind: 'unknown' } : { kind: 'known', line: place };
}

/** On a card that is only being posted: where a place is known, it follows. */
export function placeAtFirst(personId: PersonId, matter: Matter): Place {
  const place = placeFor(personId, matter);
  return place.kind === 'known' ? { kind: 'untold' } : place;
}
