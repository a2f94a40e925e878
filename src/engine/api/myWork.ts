import { z } from 'zod';
import { emergencySchema } from './emergencies.ts';
import { nextRequestSchema } from './steering.ts';
import { instantSchema, personSchema, reasonSchema, seenPresenceSchema } from './reason.ts';

/**
 * What a live offer does. `confirming`: Teams is asked once more whether the agent is free, for at
 * most 2.5 s. `held`: the caller is being called back, and the agent is kept for them. `ringing`:
 * the agent's Teams client rings.
 */
export const offerPhaseSchema = z.enum(['confirming', 'held', 'ringing']);
export type OfferPhase = z.infer<typeof offerPhaseSchema>;

/** While an offer lives the state is its phase. */
export const routingStateSchema = z.enum([
  'in-an-emergency',
  'off-duty',
  'on-break',
  'ready',
  'not-offered',
  ...offerPhaseSchema.options,
  'in-a-call',
  'after-call-work',
  'paused',
]);
export type RoutingState = z.infer<typeof routingStateSchema>;

/** GET /api/v1/my-work: an agent's own screen. Also sent by the live stream as event `my-work`. */
export const myWorkSchema = z.object({
  agent: personSchema,
  onDuty: z.boolean(),
  state: routingStateSchema,
  /** Since when the state holds. */
  since: instantSchema,
  /** When it ends by itself (an offer, after-call work, pause, break). */
  until: instantSchema.nullable(),
  /** Breaks and profiles that can be chosen, by the configuration in force. */
  breakReasons: z.array(z.object({ code: z.number().int(), name: z.string() })),
  break: z.object({ reasonCode: z.number().int(), name: z.string() }).nullable(),
  next: nextRequestSchema.shape.next,
  profiles: z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean() })),
  /** The emergency that protects the agent; null outside one. */
  emergency: emergencySchema.nullable(),
  /** Null outside after-call work. */
  afterCallWork: z.object({ until: instantSchema, canExtend: z.boolean() }).nullable(),
  presence: seenPresenceSchema.nullable(),
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /**
       * Null: nothing speaks against the calls that wait or, while none does, against a new one;
       * the order decides who of several is rung.
       */
      reason: reasonSchema.nullable(),
      /** The agent's own switch of this service. */
      active: z.boolean(),
      waiting: z.number().int(),
      longestWaitSince: instantSchema.nullable(),
      colleaguesAble: z.number().int(),
    }),
  ),
  offer: z
    .object({
      offerId: z.string(),
      taskId: z.string(),
      serviceName: z.string(),
      callerName: z.string(),
      phase: offerPhaseSchema,
      offeredAt: instantSchema,
      /** Since when the phase lasts, and until when at the latest. */
      since: instantSchema,
      until: instantSchema,
    })
    .nullable(),
  call: z
    .object({
      taskId: z.string(),
      serviceName: z.string(),
      callerName: z.string(),
      connectedAt: instantSchema.nullable(),
      /** True under redirect, where connection and end are inferred from presence. */
      inferred: z.boolean(),
    })
    .nullable(),
  today: z.array(
    z.object({
      offerId: z.string(),
      serviceName: z.string(),
      offeredAt: instantSchema,
      outcome: z.string().nullable(),
      decisionId: z.string(),
    }),
  ),
});
export type MyWork = z.infer<typeof myWorkSchema>;

/** PUT /api/v1/my-work/duty and PUT /api/v1/agents/{id}/duty */
export const dutyRequestSchema = z.strictObject({ onDuty: z.boolean() });
export type DutyRequest = z.infer<typeof dutyRequestSchema>;
