/** The emergency mail's editor (EMG-21). */
import { z } from 'zod';

/** POST /api/v1/emergency-mail-preview: a template that is being written. */
export const mailPreviewRequestSchema = z.strictObject({
  template: z.strictObject({
    language: z.enum(['en', 'de']),
    subject: z.string().max(200),
    body: z.string().max(10_000),
  }),
  /** As the mail of a drill. */
  isDrill: z.boolean().default(false),
});

/** The mail with example values, and what must be mended before the template can be in force. */
export const mailPreviewSchema = z.object({
  subject: z.string(),
  body: z.string(),
  problems: z.array(z.object({ field: z.string(), rule: z.string(), mend: z.string() })),
});
export type MailPreview = z.infer<typeof mailPreviewSchema>;
