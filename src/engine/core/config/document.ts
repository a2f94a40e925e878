/**
 * The configuration document of a tenant: every setting with its default, its bounds and its words.
 * People stand in it by internal id; an administrator's file names them by user principal name, and
 * the edge translates (see `server/configuration`). Requirements: NIM-18..22, DEC-1..3, DEC-23.
 */
import { z } from 'zod';
import type { PersonId, ResourceAccountId, ServiceId } from '../tenant/ids.ts';

const personId = z
  .string()
  .min(1)
  .max(200)
  .transform((text) => text as PersonId);
const seconds = (minimum: number, maximum: number, otherwise: number) =>
  z.number().int().min(minimum).max(maximum).default(otherwise);

/**
 * Whom a service rings, by presence. Available always; Do not disturb and Offline never (NIM-22).
 */
export const presenceRuleSchema = z
  .strictObject({
    busy: z.boolean().default(false).describe('Ring agents whom Teams shows as Busy'),
    away: z.boolean().default(false).describe('Ring agents who are Away or will be right back'),
    busyWhileDegraded: z
      .boolean()
      .default(false)
      .describe('Ring Busy agents even while it cannot be seen whether they are in a call'),
    blockingActivities: z
      .enum(['in-a-call', 'in-a-conversation'])
      .default('in-a-call')
      .describe('Activities that block an agent: calls only, or calls and calendar meetings'),
    notOlderThanSeconds: seconds(10, 3600, 120).describe(
      'Do not ring an agent whose presence was last confirmed longer ago than this',
    ),
  })
  .prefault({});

export const offerSettingsSchema = z
  .strictObject({
    ringTimeoutSeconds: seconds(5, 90, 15).describe(
      'How long a client rings before the next is tried',
    ),
    pauseAfterMissedSeconds: seconds(0, 3600, 30).describe('Pause after an offer nobody answered'),
    pauseAfterDeclinedSeconds: seconds(0, 3600, 30).describe('Pause after a declined offer'),
    pauseAfterUnreachableSeconds: seconds(0, 3600, 60).describe('Pause when no client could ring'),
  })
  .prefault({});

export const serviceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower case letters, digits and hyphens, at most 63')
    .transform((text) => text as ServiceId),
  name: z.string().trim().min(1).max(100),
  resourceAccount: z
    .string()
    .min(1)
    .max(200)
    .transform((text) => text as ResourceAccountId)
    .describe('The Teams resource account whose number callers dial'),
  agents: z.array(personId).max(100_000).default([]),
  supervisors: z.array(personId).max(1_000).default([]),
  delivery: z.enum(['conference', 'redirect']).default('conference'),
  order: z.enum(['longest-idle']).default('longest-idle'),
  presence: presenceRuleSchema,
  offers: offerSettingsSchema,
  afterCallWorkSeconds: seconds(0, 3600, 10).describe('Time after a call before the next offer'),
  redirectMaximumMinutes: z
    .number()
    .int()
    .min(1)
    .max(1_440)
    .default(120)
    .describe('Under redirect the end of a call is not seen: it counts as ended after this long'),
});

export const configurationSchema = z.strictObject({
  schema: z.literal(1).default(1),
  administrators: z.array(personId).max(1_000).default([]),
  dutyAtStart: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether an agent who is new to the configuration begins on duty'),
  services: z.array(serviceSchema).max(100_000).default([]),
});

export type PresenceRule = z.output<typeof presenceRuleSchema>;
export type OfferSettings = z.output<typeof offerSettingsSchema>;
export type ServiceSettings = z.output<typeof serviceSchema>;
export type Configuration = z.output<typeof configurationSchema>;
/** The document as people write it, defaults left out. */
export type ConfigurationDraft = z.input<typeof configurationSchema>;
