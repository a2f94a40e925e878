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
    /** What it made of the agent, in words. */
    words: z.string(),
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
        comparison: z
          .enum(['offers', 'presence', 'value', 'idle', 'lot'])
          .describe('The first comparison in which the two differed'),
      }),
      z.object({ was: z.literal('not-chosen'), reason: reasonSchema, text: z.string() }),
      z.object({ was: z.literal('not-considered').describe('Was not of the service then') }),
    ]),
  );

/** A call that waits, and why it does not ring at the agent. */
const waitingCallSchema = z.object({
  taskId: z.string(),
  callerName: z.string(),
  place: z.number().int().describe('1 is the first of the queue'),
  priority: z.number().int(),
  queuedAt: instantSchema,
  is: z
    .enum(['rings-here', 'against', 'rings-others', 'wants-nobody', 'open'])
    .describe('against: by `reasons`. wants-nobody: not a call that could ring now'),
  reasons: z.array(reasonSchema),
  ringing: z.array(personSchema),
  text: z.string(),
  decision: decisionAboutSchema.nullable().describe('By which it rings at others'),
});

/**
 * GET /api/v1/agents/{id}/why-not?at=&service=: for each service of the agent everything that
 * speaks against an offer at the moment, first what the engine asks first, and of the first calls
 * that wait why they do not ring here. `reasons` empty: nothing speaks against the agent; `text`
 * then says what that means for the calls that wait, or for the next one. All `text` is in the
 * language of the request.
 */
export const whyNotSchema = z.object({
  agent: personSchema,
  at: instantSchema,
  presence: seenPresenceSchema.nullable(),
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      text: z.string().nullable().describe('Null where the reasons say it all'),
      reasons: z.array(z.object({ reason: reasonSchema, text: z.string() })),
      waiting: z.number().int(),
      calls: z.array(waitingCallSchema).describe('The first that wait, at most five'),
      lastDecision: decisionAboutSchema.nullable(),
    }),
  ),
});
export type WhyNotShown = z.infer<typeof whyNotSchema>;
