/**
 * The configuration document of a tenant: every setting with its default, its bounds and its words.
 * People stand in it by internal id; an administrator's file names them by user principal name, and
 * the edge translates (see `server/configuration`). Requirements: NIM-18..22, NIMx-01..09,
 * DEC-1..4.
 */
import { z } from 'zod';
import type { ResourceAccountId } from '../ids.ts';
import { emergencyContacts, emergencySchema } from './emergency.ts';
import { personId, seconds, serviceId, title, whole } from './fields.ts';
import { hoursSchema } from './hours.ts';
import {
  afterCallWorkSchema,
  offerSettingsSchema,
  orderSchema,
  presenceRuleSchema,
  responsibilitySchema,
} from './offering.ts';
import { agentSchema, breakReasonSchema, profileSchema } from './people.ts';
import { announcementName, callBackSchema, queueSettingsSchema } from './queue.ts';

const announcementsSchema = z
  .strictObject({
    greeting: announcementName
      .default('greeting')
      .describe(
        'Said once the call is answered. An announcement is named by one of the built-in ones ' +
          '(greeting, waiting-music, comfort, all-busy, closed, call-back-confirmed, ringing), ' +
          'which are melodies and have no words, or by one that was uploaded: in the tab under ' +
          'Set up, or by PUT /api/v1/announcements/{name}, as WAV, PCM, 16 kHz, mono, 16 bit, of ' +
          '0.1 seconds to 10 minutes. Uploaded under the name of a built-in one, it takes its place',
      ),
    waitingMusic: announcementName
      .default('waiting-music')
      .describe('Played over the wait; an announcement like the greeting'),
    comfort: announcementName
      .nullable()
      .default(null)
      .describe('Said again and again over the wait; an announcement like the greeting'),
    comfortEverySeconds: seconds(10, 600, 30).describe('How often the comfort message is said'),
    callBackConfirmed: announcementName
      .default('call-back-confirmed')
      .describe('Said to a caller who asked to be called back; an announcement like the greeting'),
  })
  .prefault({});

export const serviceSchema = z.strictObject({
  id: serviceId.describe('The short name by which other settings and the API speak of it'),
  name: title.describe('The name that people read'),
  resourceAccount: z
    .string()
    .min(1)
    .max(200)
    .transform((text) => text as ResourceAccountId)
    .describe('The Teams resource account whose number callers dial'),
  agents: z
    .array(personId)
    .max(100_000)
    .default([])
    .describe('Who serves, in the order of "fixed order"; see the team and the levels too'),
  supervisors: z
    .array(personId)
    .max(1_000)
    .default([])
    .describe('Who sees the service in Live, steers its agents, and is told of trouble'),
  emergencyContacts: emergencyContacts.describe(
    'Told of emergency calls of agents of the service, beside its supervisors',
  ),
  responsibility: responsibilitySchema,
  delivery: z
    .enum(['conference', 'redirect'])
    .default('conference')
    .describe(
      'Answer the call and bring the agent in, or send it on unanswered. Under redirect whoever ' +
        'is not answered is lost, Teams tells nothing more of the call, and maximum wait, ' +
        'overflow and missed offers count only while nothing rings',
    ),
  order: orderSchema.default('longest-idle').describe('Who is rung first; see "Orders"'),
  presence: presenceRuleSchema,
  offers: offerSettingsSchema,
  afterCallWork: afterCallWorkSchema,
  queue: queueSettingsSchema,
  hours: hoursSchema.nullable().default(null).describe('Null: always open'),
  announcements: announcementsSchema,
  callBack: callBackSchema,
  showWorkInTeams: z
    .boolean()
    .default(false)
    .describe('Show agents as Busy in Teams during a call of the service and its after-call work'),
  redirectMaximumMinutes: whole(1, 1_440)
    .default(120)
    .describe('Under redirect the end of a call is not seen: it counts as ended after this long'),
});

export const configurationSchema = z.strictObject({
  schema: z.literal(1).default(1).describe('The version of this document'),
  administrators: z
    .array(personId)
    .max(1_000)
    .default([])
    .describe('Who may see and change the configuration'),
  dutyAtStart: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether an agent who is new to the configuration begins on duty'),
  ageingSeconds: seconds(10, 3_600, 120).describe(
    'Waiting this long counts like one priority: a call is overtaken at most this long per step',
  ),
  timeZone: z
    .string()
    .min(1)
    .max(60)
    .default('UTC')
    .describe('When the day of the counters begins; IANA name'),
  agents: z.array(agentSchema).max(1_000_000).default([]).describe('Skills and profiles of people'),
  profiles: z
    .array(profileSchema)
    .max(200)
    .default([])
    .describe('Responsibility profiles: subsets of skills'),
  breakReasons: z
    .array(breakReasonSchema)
    .max(50)
    .default([{ code: 100, name: 'Break', maximumMinutes: null }])
    .describe('What agents can take a break for'),
  emergency: emergencySchema,
  services: z.array(serviceSchema).max(100_000).default([]).describe('What can be called'),
});

export type ServiceSettings = z.output<typeof serviceSchema>;
export type Configuration = z.output<typeof configurationSchema>;
/** The document as people write it, defaults left out. */
export type ConfigurationDraft = z.input<typeof configurationSchema>;
