import { z } from 'zod';
import { instantSchema } from './reason.ts';

export const checkStateSchema = z.enum(['good', 'fault', 'warning', 'advice']);
export type CheckState = z.infer<typeof checkStateSchema>;

/** GET /api/readiness: everything outside Rufwerk that must be right, faults first. */
export const readinessSchema = z.object({
  checkedAt: instantSchema,
  checks: z.array(
    z.object({
      id: z.string(),
      area: z.enum(['sign-in', 'permissions', 'presence', 'notifications', 'calls', 'emergencies']),
      state: checkStateSchema,
      title: z.string(),
      effect: z.string().nullable().describe('What it costs; null where all is well'),
      cause: z.string().nullable(),
      mend: z.string().nullable(),
    }),
  ),
});
export type ReadinessView = z.infer<typeof readinessSchema>;
