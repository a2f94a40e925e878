/** Emergency calls of agents (EMG-01..34): what the tab shows and asks for. */
import { z } from 'zod';
import { instantSchema, personSchema } from './reason.ts';

/** One contact, told in one way. */
export const emergencyNoticeSchema = z.object({
  contact: z.string(),
  /** `activity`: a line in Teams' activity feed; `card`: in the chat of the bot. */
  channel: z.enum(['mail', 'activity', 'card']),
  state: z.enum(['sending', 'sent', 'waiting', 'given-up', 'unreachable']),
  /** When it is tried again; null when it is not, or is on its way. */
  retryAt: instantSchema.nullable(),
  /**
   * Why a contact is `unreachable` in this way: outside the directory; without Rufwerk in Teams, or
   * with its bot blocked; no address, or no mailbox to send from; no feed set up. Else null.
   */
  because: z.enum(['outside', 'no-app', 'no-mail', 'no-feed']).nullable(),
});

/** An emergency under way; the number dialled is nowhere in it. */
export const emergencySchema = z.object({
  id: z.string(),
  agent: personSchema,
  isDrill: z.boolean(),
  startedAt: instantSchema,
  dialledAt: instantSchema,
  /**
   * `shown`: the call stands and Teams shows Do not disturb; `watched`: Teams' own presence tells;
   * `over`: the callback window runs.
   */
  call: z.enum(['shown', 'watched', 'over']),
  /** While `shown`: until when, unless somebody says that the call goes on. */
  shownUntil: instantSchema,
  /**
   * Whether Graph tells the end of the call. If not, Do not disturb stands for a minute at a time,
   * and the agent must say as soon as the call has ended: a callback would find voicemail.
   */
  endIsTold: z.boolean(),
  /** The end of the callback window. */
  until: instantSchema,
  callback: z.object({
    /** `none`: a number of the pool was needed, and none was free. */
    path: z.enum(['own-number', 'pool', 'none']),
    /** Of the pool; null for the own number. */
    number: z.string().nullable(),
    /**
     * Whether a carrier or border controller has ever asked for the agent's number of the pool;
     * until then the emergency service may see another one. Left out on the other paths.
     */
    wasAskedFor: z.boolean().optional(),
    /** Who is rung besides the agent, by name. */
    rung: z.array(z.string()),
  }),
  notices: z.array(emergencyNoticeSchema),
  /** What Teams shows instead of our Do not disturb, in words; null when it shows ours. */
  shownInstead: z.string().nullable(),
  /** Do not disturb of their own: a callback to the own number would go to voicemail. */
  ownDoNotDisturb: z.boolean(),
  /** As Teams tells it, in one line; null when it does not, and for people who may not see it. */
  location: z.string().nullable(),
});
export type EmergencyShown = z.infer<typeof emergencySchema>;

/**
 * POST /api/v1/my-work/emergency: the button; POST /api/v1/agents/{id}/emergency-drill begins a
 * drill. Both answer with `emergencySchema`.
 *
 * POST .../call-over: the call has ended. POST .../goes-on: it goes on. POST .../ready, the agent
 * only: the callback window ends before its time. The first two are for supervisors as well, at
 * /api/v1/agents/{id}/emergency.
 */
export const emergencyStartSchema = z.strictObject({ isDrill: z.boolean().default(false) });

/** GET /api/v1/my-work/emergency-numbers: what to dial here, the first one first. */
export const emergencyNumbersSchema = z.object({
  country: z.string(),
  numbers: z.array(z.string()),
});

/**
 * GET /api/v1/emergencies: those of the reader's people, and those that the reader is a contact of.
 * Live event `emergencies`.
 */
export const emergenciesSchema = z.object({ emergencies: z.array(emergencySchema) });
export type Emergencies = z.infer<typeof emergenciesSchema>;

/** A number of the pool that is somebody's until the hour is over, ready before that or not. */
export const heldNumberSchema = z.object({
  number: z.string(),
  agent: personSchema,
  isDrill: z.boolean(),
  /** Null: the hour is over, and the call still goes on. */
  until: instantSchema.nullable(),
});
export type HeldNumber = z.infer<typeof heldNumberSchema>;

/** GET /api/v1/emergency-callback-numbers, for administrators: those that somebody holds now. */
export const heldNumbersSchema = z.object({ held: z.array(heldNumberSchema) });
export type HeldNumbers = z.infer<typeof heldNumbersSchema>;

/**
 * POST /api/emergency/caller-id, for the carrier or border controller that rewrites the caller id,
 * with `Authorization: Bearer <EMERGENCY_CALLER_ID_KEY>`. The protection begins with the question.
 */
export const callerIdRequestSchema = z.strictObject({
  /** User principal name, object id, or the own number in E.164 as the directory shows it. */
  person: z.string().trim().min(1).max(200),
});

/** The number to show to the emergency service: it is called back there. */
export const callerIdAnswerSchema = z.object({ number: z.string() });
