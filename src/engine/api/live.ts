import { z } from 'zod';
import { decisionSchema } from './decisions.ts';
import { myWorkSchema } from './myWork.ts';
import { serviceDetailSchema, serviceTilesSchema } from './services.ts';

/**
 * GET /api/v1/live?service={id}: server-sent events. Each event's `id` is the journal seq it shows; a
 * client that returns with Last-Event-ID is sent what is true now. `service` is sent for the service in
 * the query; `decision` for each new or changed decision the reader may see.
 */
export const liveEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('my-work'), data: myWorkSchema }),
  z.object({ event: z.literal('services'), data: serviceTilesSchema }),
  z.object({ event: z.literal('service'), data: serviceDetailSchema }),
  z.object({ event: z.literal('decision'), data: decisionSchema }),
  z.object({ event: z.literal('configuration'), data: z.object({ version: z.number().int() }) }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
