/** From an opened notification to the reading of a person. */
import { z } from 'zod';
import type { People } from '@rufwerk/engine/ports';
import { readingOf } from '../presence/readings.ts';
import { readJson } from '../readJson.ts';
import type { News } from './topic.ts';

const VALUE_CHARACTERS_MAX = 100;

const value = z.string().max(VALUE_CHARACTERS_MAX);

const presence = z.looseObject({
  id: z.string().max(VALUE_CHARACTERS_MAX).nullish(),
  availability: value,
  activity: value.nullish(),
});

/**
 * `toldId` is the id beside the encrypted content, for the edition that leaves it out inside. A
 * member of the customer's directory sees the activity, anybody else the availability (NIM-15).
 */
export function presenceNewsOf(
  text: string,
  toldId: string | null,
  seesActivity: boolean,
  people: Pick<People, 'findByEntraId'>,
): News {
  const parsed = presence.safeParse(readJson(text));
  const entraId = parsed.data?.id ?? toldId;
  if (!parsed.success || entraId === null) return { kind: 'other-content' };
  const person = people.findByEntraId(entraId.toLowerCase());
  if (person === null) return { kind: 'stranger' };
  const fidelity = seesActivity ? 'activity' : 'availability';
  const reading = readingOf(person.id, { ...parsed.data, id: entraId }, fidelity);
  return { kind: 'reading', reading };
}
