import { z } from 'zod';
import { decisionSummarySchema } from './decisions.ts';
import { emergenciesSchema } from './emergencies.ts';
import { myWorkSchema } from './myWork.ts';
import { serviceDetailSchema, serviceTilesSchema } from './services.ts';

/** The server's instant (epoch ms) and its rate against real time: 1 outside a played world. */
export const clockSchema = z.object({ nowMs: z.number(), rate: z.number().nonnegative() });

/**
 * GET /api/v1/live?service={id}: server-sent events. Each event's `id` is the journal seq it shows;
 * a client that returns with Last-Event-ID is sent what is true now. `service` is sent for the
 * service in the query; `emergencies` are those that the reader may see; `decision` is sent for
 * each new or changed decision the reader may see; `clock` when the stream opens and whenever the
 * clock jumps or changes its rate. A comment at least every 20 s says the stream lives.
 */
export const liveEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('my-work'), data: myWorkSchema }),
  z.object({ event: z.literal('services'), data: serviceTilesSchema }),
  z.object({ event: z.literal('service'), data: serviceDetailSchema }),
  z.object({ event: z.literal('emergencies'), data: emergenciesSchema }),
  z.object({ event: z.literal('decision'), data: decisionSummarySchema }),
  z.object({ event: z.literal('configuration'), data: z.object({ version: z.number().int() }) }),
  z.object({ event: z.literal('clock'), data: clockSchema }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
