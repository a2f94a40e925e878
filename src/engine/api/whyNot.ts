import { orderSchema } from '@rufwerk/engine/core';
import { z } from 'zod';
import { valueUnitSchema } from './decisions.ts';
import { instantSchema, personSchema, reasonSchema, seenPresenceSchema } from './reason.ts';

/** What the latest decision of a service until then made of the agent. */
const decisionAboutSchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    order: orderSchema,
    unit: valueUnitSchema,
  })
  .and(
    z.discriminatedUnion('was', [
      z.object({
        was: z.literal('rung').describe('First in the order, or among those rung at once'),
        place: z.number().int(),
        value: z.number(),
      }),
      z.object({
        was: z
          .literal('behind')
          .describe('Could have been offered the call, and others came first'),
        place: z.number().int(),
        value: z.number(),
        neededValue: z.number().describe('What the last of those who were rung had'),
      }),
      z.object({ was: z.literal('not-chosen'), reason: reasonSchema, text: z.string() }),
      z.object({ was: z.literal('not-considered').describe('Was not of the service then') }),
    ]),
  );

/**
 * GET /api/v1/agents/{id}/why-not?at=&service=: for each service of the agent everything that
 * speaks against an offer at the moment, first what the engine asks first. Empty: the agent would
 * be offered a call. `text` is in the language of the request.
 */
export const whyNotSchema = z.object({
  agent: personSchema,
  at: instantSchema,
  presence: seenPresenceSchema.nullable(),
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      reasons: z.array(z.object({ reason: reasonSchema, text: z.string() })),
      lastDecision: decisionAboutSchema.nullable(),
    }),
  ),
});
export type WhyNotShown = z.infer<typeof whyNotSchema>;
