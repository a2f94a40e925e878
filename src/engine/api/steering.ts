import { z } from 'zod';

/** PUT /api/v1/my-work/break and /api/v1/agents/{id}/break; null ends the break. */
export const breakRequestSchema = z.strictObject({ reasonCode: z.number().int().nullable() });
export type BreakRequest = z.infer<typeof breakRequestSchema>;

/** PUT .../next: what shall follow the call and its after-call work; null takes it back. */
export const nextRequestSchema = z.strictObject({
  next: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('off-duty') }),
      z.strictObject({ kind: z.literal('break'), reasonCode: z.number().int() }),
    ])
    .nullable(),
});
export type NextRequest = z.infer<typeof nextRequestSchema>;

/** PUT .../profiles: the responsibility profiles in force; none means all skills. */
export const profilesRequestSchema = z.strictObject({
  profiles: z.array(z.string().min(1).max(63)).max(20),
});
export type ProfilesRequest = z.infer<typeof profilesRequestSchema>;

/** PUT .../services/{serviceId}: the person's own switch of one service. */
export const serviceActivityRequestSchema = z.strictObject({ active: z.boolean() });

/** PUT /api/v1/services/{id}/emergency: closed in one action, whatever the hours. */
export const emergencyRequestSchema = z.strictObject({ closed: z.boolean() });

/** PUT /api/v1/calls/{taskId}/service: a waiting call goes to another service. */
export const moveRequestSchema = z.strictObject({ serviceId: z.string().min(1).max(63) });
