import { z } from 'zod';
import { instantSchema, seenPresenceSchema } from './reason.ts';

const shownSchema = z.object({ availability: z.string(), activity: z.string() });

/**
 * GET /api/v1/my-work/teams-presence, and of an agent for a supervisor: who shows what, and why.
 */
export const teamsPresenceSchema = z.object({
  /** What Teams last showed; null while nothing was read. */
  seen: seenPresenceSchema.extend({ since: instantSchema }).nullable(),
  /** What Rufwerk shows now; it ends by itself at `until` unless it is renewed. */
  shown: shownSchema.extend({ since: instantSchema, until: instantSchema }).nullable(),
  /** Why: every lease, the strongest first. */
  leases: z.array(
    shownSchema.extend({
      owner: z.string(),
      because: z.string(),
      since: instantSchema,
      until: instantSchema,
    }),
  ),
  /** What the person chose in Rufwerk and has not taken back; Teams ends it at `until`. */
  own: shownSchema
    .extend({
      since: instantSchema,
      until: instantSchema,
      /**
       * `not-seen-yet`: Teams may show it in a moment; `other-seen`: Teams shows something else, as
       * after a change or reset in Teams itself. Graph does not tell what a person prefers.
       */
      standing: z.enum(['holds', 'not-seen-yet', 'other-seen']),
    })
    .nullable(),
  /** What happened, newest first. */
  entries: z.array(z.object({ at: instantSchema, text: z.string() })),
});
export type TeamsPresence = z.infer<typeof teamsPresenceSchema>;

const DAY_MINUTES = 24 * 60;
const LONGEST_MINUTES = 7 * DAY_MINUTES;

/** After so many days Teams ends what was chosen without a time. */
export function longestChoiceDays(availability: string): 1 | 7 {
  return availability === 'Busy' || availability === 'DoNotDisturb' ? 1 : 7;
}

/** How long a choice holds unless it is reset; null minutes: as long as Teams lets it. */
export function choiceMinutes(availability: string, forMinutes: number | null): number {
  return forMinutes ?? longestChoiceDays(availability) * DAY_MINUTES;
}

/**
 * PUT /api/v1/my-work/teams-presence: the person's own act, above every lease; `forMinutes` null:
 * until it is reset, and no longer than Teams lets it (`longestChoiceDays`).
 */
export const teamsPresenceRequestSchema = z.strictObject({
  availability: z.enum(['Available', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away', 'Offline']),
  forMinutes: z.number().int().min(5).max(LONGEST_MINUTES).nullable().default(null),
});
export type TeamsPresenceRequest = z.input<typeof teamsPresenceRequestSchema>;
