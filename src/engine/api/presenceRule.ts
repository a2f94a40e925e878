import { presenceRuleSchema } from '@rufwerk/engine/core';
import { z } from 'zod';
import { personSchema, reasonSchema, seenPresenceSchema } from './reason.ts';

/** GET/PUT /api/v1/services/{id}/presence-rule. GET gives an ETag, PUT needs it as If-Match. */
export const serviceRuleSchema = z.object({
  serviceId: z.string(),
  serviceName: z.string(),
  rule: presenceRuleSchema,
});
export type ServiceRule = z.output<typeof serviceRuleSchema>;

/** PUT body, and POST /api/v1/services/{id}/presence-rule/preview body. */
export const ruleRequestSchema = z.strictObject({ rule: presenceRuleSchema });
export type RuleRequest = z.input<typeof ruleRequestSchema>;

/** What the rule would mean for each agent of the service, now. */
export const rulePreviewSchema = z.object({
  agents: z.array(
    z.object({
      agent: personSchema,
      presence: seenPresenceSchema.nullable(),
      /** First reason by presence alone under the rule in force, null: would be rung. */
      now: reasonSchema.nullable(),
      /** The same under the rule being tried. */
      then: reasonSchema.nullable(),
    }),
  ),
});
export type RulePreview = z.infer<typeof rulePreviewSchema>;
