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
      .describe(
        'More waiting calls than this are not taken, unless somebody is free for the next at ' +
          'once; null for no bound',
      ),
    whenFull: queueActionSchema
      .prefault(hangUp)
      .describe(
        'What happens to a call too many, whether anybody is able or not: closed comes before ' +
          'full, and full before nobody. An announcement is named like the greeting',
      ),
    maximumWaitSeconds: whole(5, 14_400)
      .nullable()
      .default(null)
      .describe('A call leaves the queue exactly then, ringing or not; null for no bound'),
    whenTooLong: queueActionSchema
      .prefault(hangUp)
      .describe('What happens to a call that waited so long'),
    nobodyAfterSeconds: whole(0, 3_600)
      .default(0)
      .describe('How long nobody at all must be able before "nobody" is acted on'),
    whenNobody: queueActionSchema
      .nullable()
      .default(null)
      .describe(
        'What happens while nobody is able to serve, by duty, break, responsibility or presence; ' +
          'null lets the call wait',
      ),
    whenClosed: queueActionSchema
      .prefault({ do: 'announce', announcement: 'closed' })
      .describe('What happens outside the hours, on holidays and in an emergency'),
    waitingAtClosing: z
      .enum(['serve', 'act'])
      .default('serve')
      .describe('Calls waiting at the end of the hours: still served, or treated as closed'),
  })
  .prefault({});

/** Call-back by key press: the caller keeps the place and is called when it is their turn. */
export const callBackSchema = z
  .strictObject({
    offered: z
      .boolean()
      .default(false)
      .describe(
        'Whether callers may ask to be called back. Only your own greeting or comfort message ' +
          'can tell them so: the built-in ones have no words',
      ),
    key: z
      .enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'])
      .default('1')
      .describe('The key that asks for it'),
    attempts: whole(1, 5).default(2).describe('How often the caller is called at most'),
    retryAfterSeconds: whole(30, 7_200).default(300).describe('Pause before the next attempt'),
    dialTimeoutSeconds: whole(15, 120).default(45).describe('How long the caller is rung'),
  })
  .prefault({});

export type QueueAction = z.output<typeof queueActionSchema>;
export type QueueSettings = z.output<typeof queueSettingsSchema>;
export type CallBackSettings = z.output<typeof callBackSchema>;

/** Where a queue says what to do with a call. */
export const ACTIONS = ['whenFull', 'whenTooLong', 'whenNobody', 'whenClosed'] as const;
