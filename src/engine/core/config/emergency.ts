/**
 * Emergency calls of agents (EMG-01..34, DEC-5..10): who is told, how, and where the emergency
 * service reaches the agent again.
 */
import { z } from 'zod';
import type { ResourceAccountId } from '../ids.ts';
import { country, emergencyNumber } from './emergencyNumbers.ts';
import { personId } from './fields.ts';

const phoneNumber = z.string().regex(/^\+[1-9]\d{4,14}$/, 'E.164, such as +41435000000');

/**
 * Whom to tell. In an administrator's file: user principal names, or mail addresses of people
 * outside; inside, ids of both (EMG-22).
 */
export const emergencyContacts = z.array(personId).max(50).default([]);

const callbackNumberSchema = z.strictObject({
  resourceAccount: z
    .string()
    .min(1)
    .max(200)
    .transform((text) => text as ResourceAccountId)
    .describe('The resource account that holds the number'),
  number: phoneNumber.describe('The number that the emergency service sees and calls back'),
});

const mailTemplateSchema = z.strictObject({
  language: z.enum(['en', 'de']).describe('Of the mail: that of the agent, else English'),
  subject: z.string().min(1).max(200).describe('Variables stand in double braces'),
  body: z.string().min(1).max(10_000).describe('Plain text; variables stand in double braces'),
});

export const emergencySchema = z
  .strictObject({
    contacts: emergencyContacts.describe('Told of the emergency call of any agent'),
    policies: z
      .array(z.string().min(1).max(200))
      .max(20)
      .default([])
      .describe('Names of the Teams emergency calling policies whose calls Graph tells us of'),
    country: country.default('US').describe('Where agents are, unless their entry says otherwise'),
    numbers: z
      .array(
        z.strictObject({
          country,
          numbers: z.array(emergencyNumber).min(1).max(10).describe('The first is offered first'),
        }),
      )
      .max(250)
      .default([])
      .describe('Countries and numbers beside those that are built in, or in their place'),
    callbackNumbers: z
      .array(callbackNumberSchema)
      .max(200)
      .default([])
      .describe('The pool, for agents whom the emergency service cannot call back directly'),
    mailFrom: personId
      .nullable()
      .default(null)
      .describe('The shared mailbox that mails are sent from; null: the mailbox of the agent'),
    mailTemplates: z
      .array(mailTemplateSchema)
      .max(2)
      .default([])
      .describe('The mail in your own words; empty: as it is built in'),
  })
  .prefault({});

/** What stands in a person's entry. */
export const agentEmergencySchema = z
  .strictObject({
    contacts: emergencyContacts.describe('Told of this agent’s emergency calls, beside the others'),
    callback: z
      .enum(['own-number', 'pool'])
      .default('own-number')
      .describe('What the emergency service sees: the own number, or one of the pool'),
    country: country.nullable().default(null).describe('Where the agent is; null: as everybody'),
  })
  .prefault({});

export type EmergencySettings = z.output<typeof emergencySchema>;
export type AgentEmergencySettings = z.output<typeof agentEmergencySchema>;
export type MailTemplate = z.output<typeof mailTemplateSchema>;
