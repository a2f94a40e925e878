import { orderSchema } from '@rufwerk/engine/core';
import { z } from 'zod';
import { offerPhaseSchema, routingStateSchema } from './myWork.ts';
import { instantSchema, personSchema, reasonSchema, seenPresenceSchema } from './reason.ts';

/** One service at a glance. The live stream sends all tiles as event `services`. */
export const serviceTileSchema = z.object({
  id: z.string(),
  name: z.string(),
  delivery: z.enum(['conference', 'redirect']),
  order: orderSchema,
  /** Null while calls are taken. */
  closed: z.enum(['hours', 'holiday', 'exception', 'emergency']).nullable(),
  /** Of most of its people it is not known whether they are in a call; null while it is. */
  degraded: z
    .object({
      since: instantSchema,
      cost: z.enum(['busy-not-rung', 'busy-rung-blindly', 'only-fresh-available-rung']),
    })
    .nullable(),
  waiting: z.number().int(),
  longestWaitSince: instantSchema.nullable(),
  connected: z.number().int(),
  agents: z.number().int(),
  /** How many could be offered a call that waits or, while none does, a new one. */
  able: z.number().int(),
  /**
   * Counts of first reasons of the others: "4 busy, 1 in a call, 1 off duty". Whoever has a live
   * offer is counted by its phase.
   */
  notAble: z.array(
    z.object({ code: z.string(), category: z.string().nullable(), count: z.number().int() }),
  ),
});
export type ServiceTile = z.infer<typeof serviceTileSchema>;

export const serviceTilesSchema = z.object({ items: z.array(serviceTileSchema) });
export type ServiceTiles = z.infer<typeof serviceTilesSchema>;

/** GET /api/v1/services/{id}: queue and agents. */
export const serviceDetailSchema = serviceTileSchema.extend({
  queue: z.array(
    z.object({
      taskId: z.string(),
      position: z.number().int(),
      callerName: z.string(),
      queuedAt: instantSchema,
      phase: z.enum([
        'arriving',
        'waiting',
        'confirming',
        'call-back',
        'dialling',
        'leaving',
        'connected',
        'handed-over',
      ]),
      /** 1 to 5, 1 first. */
      priority: z.number().int(),
      /** Whom it is offered to now; several under broadcast. */
      offers: z.array(z.object({ agent: personSchema, phase: offerPhaseSchema })),
      /** Seconds from now between which the wait ends in four of five cases. */
      expectedWait: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
      /** Who talks with the caller, if anyone. */
      talking: personSchema.nullable(),
    }),
  ),
  team: z.array(
    z.object({
      agent: personSchema,
      onDuty: z.boolean(),
      state: routingStateSchema,
      since: instantSchema,
      presence: seenPresenceSchema.nullable(),
      /** Null: could be offered a call that waits or, while none does, a new one. */
      reason: reasonSchema.nullable(),
    }),
  ),
});
export type ServiceDetail = z.infer<typeof serviceDetailSchema>;
