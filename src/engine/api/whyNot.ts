import { z } from 'zod';
import { instantSchema, personSchema, reasonSchema, seenPresenceSchema } from './reason.ts';

/**
 * GET /api/v1/agents/{id}/why-not?at=: for each service of the agent everything that speaks against
 * an offer at the moment, first what the engine asks first. Empty: the agent would be offered a
 * call.
 */
export const whyNotSchema = z.object({
  agent: personSchema,
  at: instantSchema,
  presence: seenPresenceSchema.nullable(),
  services: z.array(z.object({ id: z.string(), name: z.string(), reasons: z.array(reasonSchema) })),
});
export type WhyNot = z.infer<typeof whyNotSchema>;
