import { z } from 'zod';
import { instantSchema } from './reason.ts';

const problemSchema = z.object({
  kind: z.string().describe('Such as second-factor, conditional-access, consent-missing, revoked'),
  field: z.string(),
  rule: z.string(),
  mend: z.string(),
});

/** An account by which presence is subscribed to; no token of it is ever told. */
export const presenceAccountSchema = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  name: z.string(),
  tenantId: z.string().describe('The directory in which it is signed in'),
  seesActivity: z.boolean().describe('False for another directory: it sees no more than Busy'),
  addedAt: instantSchema,
  problem: problemSchema.nullable().describe('Why it is kept out'),
  subscription: z.object({
    state: z.enum(['resting', 'making', 'live', 'waiting', 'barred']),
    newsState: z
      .enum(['online', 'connected', 'offline'])
      .describe('News in the last 5 minutes; subscribed but none for longer; not subscribed'),
    people: z.number().int(),
    madeAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
    lastNotificationAt: instantSchema.nullable(),
    silentSinceAt: instantSchema.nullable(),
    lastError: z
      .object({ at: instantSchema, field: z.string(), cause: z.string(), mend: z.string() })
      .nullable()
      .describe('What stands in its way; null once it is mended'),
  }),
});
export type PresenceAccountView = z.infer<typeof presenceAccountSchema>;

/** GET /api/v1/presence-accounts: the one in use first, and the one that stands by. */
export const presenceAccountsSchema = z.object({ accounts: z.array(presenceAccountSchema) });

/** POST /api/v1/presence-accounts/sign-ins */
export const newSignInSchema = z.object({
  way: z
    .enum(['device-code', 'redirect'])
    .describe('By a code that is typed on any device, or by this browser'),
  tenantId: z
    .guid()
    .optional()
    .describe('The directory to sign in to; left out, the customer’s, as member or guest'),
});

/** GET /api/v1/presence-accounts/sign-ins/{id}, asked for until it is over. */
export const signInSchema = z.object({
  id: z.string(),
  way: z.enum(['device-code', 'redirect']),
  state: z.enum(['waiting', 'signed-in', 'refused']),
  expiresAt: instantSchema.nullable(),
  address: z.string().nullable().describe('Where to go while it waits'),
  userCode: z.string().nullable().describe('What to type there'),
  accountId: z.string().nullable(),
  problem: problemSchema.nullable(),
});
export type SignInView = z.infer<typeof signInSchema>;
