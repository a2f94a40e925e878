import { z } from 'zod';

export const roleSchema = z.enum(['agent', 'supervisor', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

/** GET /api/v1/me: who the token says is here, and what the role allows. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  userPrincipalName: z.string(),
  roles: z.array(roleSchema),
});
export type Me = z.infer<typeof meSchema>;
