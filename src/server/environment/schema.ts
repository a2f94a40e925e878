/**
 * Everything Rufwerk reads from its environment: each variable with its default, its bounds and its
 * words. docs/environment.md is generated from here (`scripts/environment-docs.ts`).
 */
import { z } from 'zod';
import { isLoopback } from './loopback.ts';

const addressRule = 'must be an https address (http only on this machine, such as 127.0.0.1)';

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(text));
}

/** An address without a slash at its end, so that paths can be joined to it. */
const baseAddress = z
  .string()
  .refine(isAddress, addressRule)
  .transform((text) => text.replace(/\/+$/, ''));
const address = z.string().refine(isAddress, addressRule);
const entraId = z.guid('must be an id such as 5d6a2f0e-7c1b-4b8e-9f3a-2c4d6e8f0a1b');

const dataKey = z
  .base64('must be base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === 32, 'must be 32 bytes in base64 (44 characters)');

const variables = z.object({
  PORT: z.coerce
    .number('must be a port number from 0 to 65535 (0 takes a free one)')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(65_535, 'must be 65535 or less')
    .default(3978)
    .describe('The port Rufwerk listens on'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The network address Rufwerk listens on; `0.0.0.0` inside a container'),
  PUBLIC_URL: baseAddress.describe('Where Microsoft and the people reach Rufwerk'),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe('The folder of the embedded store and of uploaded announcements'),
  DATA_KEY: dataKey.describe(
    'Encrypts personal data in the store: 32 random bytes in base64 (`openssl rand -base64 32`). ' +
      'Without it the people in the store cannot be read again',
  ),
  CONFIGURATION: z
    .string()
    .optional()
    .describe('An administrator’s file (YAML or JSON), imported while the store is empty'),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    )
    .default('info')
    .describe('How much is logged; no personal data at `info` and above'),
  MICROSOFT_APP_ID: entraId.describe('The application’s id in Microsoft Entra; also the bot’s id'),
  MICROSOFT_APP_SECRET: z
    .string()
    .min(1)
    .describe('The application’s client secret in Microsoft Entra'),
  TEAMS_APP_ID: entraId
    .optional()
    .describe(
      'The id of the Teams app in its manifest; without it nothing is told in activity feeds, ' +
        'and links in mails open a browser instead of Teams',
    ),
  MICROSOFT_TENANT_ID: entraId.describe('The customer’s tenant: the only one that is let in'),
  LOGIN_URL: baseAddress
    .default('https://login.microsoftonline.com')
    .describe('Microsoft Entra’s sign-in'),
  GRAPH_URL: baseAddress.default('https://graph.microsoft.com/v1.0').describe('Microsoft Graph'),
  CONNECTOR_OPENID_URL: address
    .default('https://login.botframework.com/v1/.well-known/openidconfiguration')
    .describe('Where the keys are told that sign requests to the bot'),
  BOT_SERVICE_URL: address
    .default('https://smba.trafficmanager.net/teams/')
    .describe('The Bot Connector that first messages go to'),
  CALLING_OPENID_URL: address
    .default('https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration')
    .describe('Where the keys are told that sign call notifications'),
  EMERGENCY_CALLER_ID_KEY: z
    .string()
    .min(20, 'must be at least 20 characters')
    .max(500, 'must be at most 500 characters')
    .regex(/^\S+$/, 'must have no spaces')
    .optional()
    .describe(
      'The key with which a carrier or border controller asks at `/api/emergency/caller-id` for ' +
        'the number to show in an agent’s emergency call; without it nobody can ask',
    ),
  CLOCK: z
    .enum(['system', 'simulated'], 'must be system or simulated')
    .default('system')
    .describe('`simulated` follows the played time of a simulated tenant, and needs one'),
  CLOCK_URL: address
    .optional()
    .describe('The stream of the played time; only with `CLOCK=simulated`'),
});

type Variables = z.output<typeof variables>;

/** Validates all variables together: the played time is refused outside the simulated tenant. */
export const environmentSchema = variables.superRefine((environment, context) => {
  const fault = clockFault(environment);
  if (fault !== null) context.addIssue({ code: 'custom', ...fault });
});

export type Environment = Variables;

function clockFault(
  environment: Variables,
): { readonly path: string[]; readonly message: string } | null {
  if (environment.CLOCK === 'system') return null;
  if (!isSimulatedTenant(environment)) {
    return {
      path: ['CLOCK'],
      message:
        'must be system: simulated is refused unless LOGIN_URL and GRAPH_URL are on this machine',
    };
  }
  return environment.CLOCK_URL === undefined
    ? { path: ['CLOCK_URL'], message: 'is missing: CLOCK=simulated needs to know whom to follow' }
    : null;
}

/** Whether Microsoft is played on this machine: then the played page may frame the tab. */
export function isSimulatedTenant(
  environment: Pick<Environment, 'LOGIN_URL' | 'GRAPH_URL'>,
): boolean {
  return isLoopback(environment.LOGIN_URL) && isLoopback(environment.GRAPH_URL);
}
