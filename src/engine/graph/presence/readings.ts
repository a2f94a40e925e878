/** From Graph's presences to readings of people. */
import { z } from 'zod';
import { parseValue } from '@rufwerk/engine/core';
import type { PersonId, PresenceReading } from '@rufwerk/engine/core';

const presence = z.looseObject({
  id: z.string(),
  availability: z.string().nullish(),
  activity: z.string().nullish(),
  sequenceNumber: z.string().nullish(),
  outOfOfficeSettings: z.looseObject({ isOutOfOffice: z.boolean().nullish() }).nullish(),
});

const presencesAnswer = z.looseObject({ value: z.array(presence) });

export type Presence = z.infer<typeof presence>;

/** Graph's presences by Entra id in lower case; null for an answer that is none. */
export function presencesOf(body: unknown): ReadonlyMap<string, Presence> | null {
  const answer = presencesAnswer.safeParse(body);
  if (!answer.success) return null;
  return new Map(answer.data.value.map((each) => [each.id.toLowerCase(), each]));
}

/** What Graph itself says of somebody of whom it knows nothing. */
const UNKNOWN = 'PresenceUnknown';

/**
 * One person's reading. Whoever is missing in the answer, or is no longer in the directory, is
 * told as unknown: without it the block's answer would confirm what was last known.
 */
export function readingOf(agentId: PersonId, found: Presence | undefined): PresenceReading {
  const availability = found?.availability ?? UNKNOWN;
  const activity = found?.activity ?? '';
  const isOutOfOffice = found?.outOfOfficeSettings?.isOutOfOffice ?? false;
  return {
    agentId,
    availability,
    activity: activity === '' ? availability : activity,
    fidelity: activity === '' ? 'availability' : 'activity',
    outOfOffice: isOutOfOffice || parseValue(activity).outOfOffice,
    sequenceNumber: found?.sequenceNumber ?? null,
  };
}

/** Whether two readings tell the same; the stamp alone is no news. */
export function tellsTheSame(one: PresenceReading, other: PresenceReading): boolean {
  return (
    one.availability === other.availability &&
    one.activity === other.activity &&
    one.fidelity === other.fidelity &&
    one.outOfOffice === other.outOfOffice
  );
}
