/** An emergency as it is shown, with whether anybody has ever asked for its number (DEC-7). */
import type { Emergencies, EmergencyShown } from '@rufwerk/engine/api';
import { asId, type Language, type PersonId } from '@rufwerk/engine/core';
import { emergenciesFor } from '../emergencies/seenBy.ts';
import type { Reader } from '../session/reader.ts';
import type { ApiParts } from './parts.ts';

export function withCallerIdAsked(
  shown: EmergencyShown,
  callerIds: ApiParts['callerIds'],
): EmergencyShown {
  const { agent, callback } = shown;
  if (callback.path !== 'pool') return shown;
  const wasAskedFor = callerIds.wasAskedFor(asId<PersonId>(agent.id));
  return { ...shown, callback: { ...callback, wasAskedFor } };
}

/** Those under way that the reader sees. */
export async function emergenciesOf(
  parts: ApiParts,
  reader: Reader,
  language: Language,
): Promise<Emergencies> {
  const { emergencies } = await emergenciesFor(parts, reader, language);
  return { emergencies: emergencies.map((shown) => withCallerIdAsked(shown, parts.callerIds)) };
}
