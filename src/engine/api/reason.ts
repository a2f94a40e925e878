import type { Reason } from '@rufwerk/engine/core';
import { z } from 'zod';

/**
 * Why an agent cannot be offered a call, as the core says it. The core's `reasonText` makes the
 * sentence, in the reader's language.
 */
export const reasonSchema = z.custom<Reason>(
  (value) => typeof value === 'object' && value !== null && 'code' in value,
);

/** A person as screens show them. */
export const personSchema = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof personSchema>;

/** A presence with where it comes from and how old it is. */
export const seenPresenceSchema = z.object({
  availability: z.string(),
  activity: z.string(),
  ageMs: z.number(),
  source: z.string(),
});
export type SeenPresenceView = z.infer<typeof seenPresenceSchema>;

/** ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime();
