/**
 * The queue of a service: how many wait, how long, and where a call goes that cannot wait here
 * (NIMx-06, NIMx-07).
 */
import { z } from 'zod';
import { personId, serviceId, shortName, whole } from './fields.ts';

/** Names one of the announcements: a built-in one or one that was uploaded. */
export const announcementName = shortName;

/**
 * What happens to a call that leaves the queue. Voicemail is Teams' own: recordings made through
 * Graph may not be kept (platform.md section 8).
 */
export const queueActionSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('service'), service: serviceId }),
  z.strictObject({ do: z.literal('person'), person: personId }),
  z.strictObject({
    do: z.literal('number'),
    number: z.string().regex(/^\+[1-9]\d{4,14}$/, 'E.164, such as +41435000000'),
  }),
  z.strictObject({ do: z.literal('voicemail'), person: personId }),
  z.strictObject({
    do: z.literal('group-voicemail'),
    group: z.guid().describe('Object id of the Microsoft 365 group whose shared voicemail it is'),
  }),
  z.strictObject({ do: z.literal('announce'), announcement: announcementName }),
]);

const hangUp = { do: 'announce', announcement: 'all-busy' } as const;

export const queueSettingsSchema = z
  .strictObject({
    priority: whole(1, 5).default(3).describe('1 is served first; waiting raises every call'),
    maximumWaiting: whole(0, 10_000)
      .nullable()
      .default(null)
      .describe('More waiting calls than this are not taken; null for no bound'),
    whenFull: queueActionSchema.prefault(hangUp),
    maximumWaitSeconds: whole(5, 14_400)
      .nullable()
      .default(null)
      .describe('A call leaves the queue exactly then, ringing or not; null for no bound'),
    whenTooLong: queueActionSchema.prefault(hangUp),
    nobodyAfterSeconds: whole(0, 3_600)
      .default(0)
      .describe('How long nobody at all must be able before "nobody" is acted on'),
    whenNobody: queueActionSchema
      .nullable()
      .default(null)
      .describe('What happens while no agent is on duty; null lets the call wait'),
    whenClosed: queueActionSchema.prefault({ do: 'announce', announcement: 'closed' }),
    waitingAtClosing: z
      .enum(['serve', 'act'])
      .default('serve')
      .describe('Calls waiting at the end of the hours: still served, or treated as closed'),
  })
  .prefault({});

/** Call-back by key press: the caller keeps the place and is called when it is their turn. */
export const callBackSchema = z
  .strictObject({
    offered: z.boolean().default(false),
    key: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#']).default('1'),
    attempts: whole(1, 5).default(2),
    retryAfterSeconds: whole(30, 7_200).default(300),
    dialTimeoutSeconds: whole(15, 120).default(45),
  })
  .prefault({});

export type QueueAction = z.output<typeof queueActionSchema>;
export type QueueSettings = z.output<typeof queueSettingsSchema>;
export type CallBackSettings = z.output<typeof callBackSchema>;
