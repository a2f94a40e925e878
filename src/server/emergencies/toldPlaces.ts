/** Locations that come or go are brought onto the cards that stand, and taken off them again. */
import type { Bot } from '@rufwerk/bot';
import type { PersonId } from '@rufwerk/engine/core';
import type { EmergencyPlaces, Log } from '@rufwerk/engine/ports';

export interface ToldPlacesParts {
  readonly places: EmergencyPlaces;
  readonly cards: Pick<Bot['emergencyCards'], 'placeTold'>;
  readonly log: Log;
}

/** Nobody waits for the cards: what is stored is stored, and their next update mends them. */
export function toldPlaces({ places, cards, log }: ToldPlacesParts): EmergencyPlaces {
  const tell = (agentId: PersonId): void => {
    cards.placeTold(agentId).catch((err: unknown) => {
      log.warn({ err }, 'A location could not be brought onto the emergency cards');
    });
  };
  return {
    get: (agentId) => places.get(agentId),
    held: () => places.held(),
    put: async (agentId, place) => {
      await places.put(agentId, place);
      tell(agentId);
    },
    forget: async (agentId) => {
      await places.forget(agentId);
      tell(agentId);
    },
  };
}
