import { z } from 'zod';
import { instantSchema, personSchema, reasonSchema, seenPresenceSchema } from './reason.ts';

/** GET /api/v1/decisions/{id}: who won and why, everyone else with the first reason. */
export const decisionSchema = z.object({
  id: z.string(),
  at: instantSchema,
  taskId: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  callerName: z.string(),
  order: z.enum(['longest-idle']),
  ruleVersion: z.number().int(),
  digest: z.string(),
  winner: personSchema.nullable(),
  /** Winner first, in the order in which they would be rung. */
  candidates: z.array(
    z.object({
      agent: personSchema,
      idleSince: instantSchema,
      offersOfThisTask: z.number().int(),
      tieBreak: z.number(),
      presence: seenPresenceSchema,
    }),
  ),
  notChosen: z.array(
    z.object({
      agent: personSchema,
      reason: reasonSchema,
      presence: seenPresenceSchema.nullable(),
    }),
  ),
  /** What became of the offer, and of the call; null while open, or when nobody was eligible. */
  outcome: z.string().nullable(),
  /** `inferred` where the end is not seen (redirect); null while the call goes on. */
  callEnd: z
    .object({
      at: instantSchema,
      reason: z.string(),
      seen: z.enum(['reported', 'read', 'inferred']),
    })
    .nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** GET /api/v1/decisions?service=&task=&limit=&cursor= (newest first) */
export const decisionsPageSchema = z.object({
  items: z.array(decisionSchema),
  next: z.string().nullable(),
});
export type DecisionsPage = z.infer<typeof decisionsPageSchema>;
