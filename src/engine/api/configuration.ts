import { configurationSchema } from '@rufwerk/engine/core';
import { z } from 'zod';

/**
 * GET and PUT /api/v1/configuration: the configuration as an administrator's file. People and
 * resource accounts stand in it by user principal name. As YAML or JSON; GET gives an ETag, PUT
 * needs it as If-Match.
 */
export const configurationFileSchema = configurationSchema;

/**
 * What PUT answers; with `?preview=true` nothing was changed and the version is the one in force.
 */
export const configurationOutcomeSchema = z.object({
  version: z.number().int(),
  applied: z.boolean(),
  services: z.number().int(),
  people: z.number().int(),
  /** What works but is hardly meant. */
  warnings: z.array(z.object({ field: z.string(), rule: z.string(), mend: z.string() })),
});
export type ConfigurationOutcome = z.infer<typeof configurationOutcomeSchema>;
