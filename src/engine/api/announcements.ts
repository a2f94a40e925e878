import { z } from 'zod';

/** By what an announcement is called in the configuration and in addresses. */
export const announcementNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower case letters, digits and hyphens, at most 63');

export const announcementSchema = z.object({
  name: announcementNameSchema,
  source: z
    .enum(['built-in', 'uploaded'])
    .describe('What callers hear now; an uploaded one goes before a built-in one of its name'),
  durationSeconds: z.number(),
  bytes: z.number().int(),
  uploadedAt: z.string().nullable().describe('ISO 8601; null for a built-in one'),
  path: z.string().describe('Where it can be heard, below the public address'),
  usedBy: z.array(z.string()).describe('The settings that name it, as fields of the file'),
});
export type Announcement = z.infer<typeof announcementSchema>;

/** GET /api/v1/announcements, by name. PUT /api/v1/announcements/{name} answers a single one. */
export const announcementsSchema = z.object({ announcements: z.array(announcementSchema) });
