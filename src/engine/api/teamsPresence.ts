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
  /** What the person chose in Rufwerk and has not taken back; `until` null: Teams' own default. */
  own: shownSchema.extend({ since: instantSchema, until: instantSchema.nullable() }).nullable(),
  /** What happened, newest first. */
  entries: z.array(z.object({ at: instantSchema, text: z.string() })),
});
export type TeamsPresence = z.infer<typeof teamsPresenceSchema>;

/** Seven days: beyond that Teams' own default is meant. */
const LONGEST_MINUTES = 7 * 24 * 60;

/** PUT /api/v1/my-work/teams-presence: the person's own act, above every lease. */
export const teamsPresenceRequestSchema = z.strictObject({
  availability: z.enum(['Available', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away', 'Offline']),
  forMinutes: z.number().int().min(5).max(LONGEST_MINUTES).nullable().default(null),
});
export type TeamsPresenceRequest = z.input<typeof teamsPresenceRequestSchema>;
