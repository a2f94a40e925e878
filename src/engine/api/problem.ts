import { z } from 'zod';

/** Problem details (RFC 9457) with what a person needs to mend it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  field: z.string().optional(),
  rule: z.string().optional(),
  mend: z.string().optional(),
  problems: z
    .array(z.object({ field: z.string(), rule: z.string(), mend: z.string() }))
    .optional()
    .describe('All that is wrong, where more than one thing is'),
});
export type Problem = z.infer<typeof problemSchema>;
