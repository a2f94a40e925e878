import { orderSchema, type SmallestChange, type ValueUnit } from '@rufwerk/engine/core';
import { z } from 'zod';
import { instantSchema, personSchema, reasonSchema, seenPresenceSchema } from './reason.ts';

/** What an order compares: a candidate with a smaller value comes first. */
export const valueUnitSchema = z.enum([
  'instant',
  'offer-number',
  'place',
  'count',
  'ms',
  'thousandths',
  'level',
  'lot',
]) satisfies z.ZodType<ValueUnit>;

/** What lists show of a decision: what its fact keeps. */
export const decisionSummarySchema = z.object({
  id: z.string(),
  at: instantSchema,
  taskId: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  callerName: z.string(),
  order: orderSchema,
  ruleVersion: z.number().int(),
  digest: z.string(),
  winner: personSchema.nullable(),
  /** How many rang at once: one, or a broadcast's number. */
  offered: z.number().int(),
  considered: z.number().int(),
  /** What became of the offer, and of the call; null while open, or when nobody was eligible. */
  outcome: z.string().nullable(),
  /**
   * How long Teams was asked again before the agent would be rung, in ms, also where no answer came
   * (`not-confirmed`); null where it was not asked.
   */
  confirmedInMs: z.number().int().nullable(),
  /** `inferred` where the end is not seen (redirect); null while the call goes on. */
  callEnd: z
    .object({
      at: instantSchema,
      reason: z.string(),
      seen: z.enum(['reported', 'read', 'inferred']),
    })
    .nullable(),
});
export type DecisionSummaryShown = z.infer<typeof decisionSummarySchema>;

/**
 * GET /api/v1/decisions/{id}: who won and why, everyone else with the first reason; made again from
 * the journal, with the digest that proves it.
 */
export const decisionSchema = decisionSummarySchema.extend({
  /** In the order in which they would be rung; the first `offered` were. */
  candidates: z.array(
    z.object({
      agent: personSchema,
      /** What the order compares, in its own unit. */
      value: z.number(),
      idleSince: instantSchema,
      offersOfThisTask: z.number().int(),
      /** The presence was old, and the service rings others first then. */
      isLate: z.boolean(),
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
  /** The smallest single change that would have changed the result. */
  change: z
    .object({
      agent: personSchema,
      change: z.custom<SmallestChange>((value) => typeof value === 'object' && value !== null),
    })
    .nullable(),
  /** Of the candidates' values. */
  unit: valueUnitSchema,
  /** In the language of the request. */
  words: z.object({
    /** The order in one sentence. */
    order: z.string(),
    change: z.string().nullable(),
  }),
});
export type Decision = z.infer<typeof decisionSchema>;

/** GET /api/v1/decisions?service=&task=&limit=&cursor= (newest first) */
export const decisionsPageSchema = z.object({
  items: z.array(decisionSummarySchema),
  next: z.string().nullable(),
});
export type DecisionsPage = z.infer<typeof decisionsPageSchema>;
