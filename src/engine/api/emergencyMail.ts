/** The emergency mail as it is built in, and the editor of one's own words (EMG-18, EMG-21). */
import type { Language } from '@rufwerk/engine/core';
import { z } from 'zod';

/** What can stand in double braces. */
export const MAIL_VARIABLES = ['agent', 'started', 'service', 'link', 'drill'] as const;
export type MailVariable = (typeof MAIL_VARIABLES)[number];

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** What is sent where the administrator has written none; one's own words begin with it. */
export const builtInMail: Readonly<Record<Language, MailText>> = {
  en: {
    subject: '{{drill}}Emergency call of {{agent}}',
    body: `{{drill}}{{agent}} has called the emergency number.

When: {{started}}
Services: {{service}}

Who, since when, and the location as far as Teams tells it:
{{link}}

Rufwerk offers {{agent}} no calls now. Please help the emergency services to get in.`,
  },
  de: {
    subject: '{{drill}}Notruf von {{agent}}',
    body: `{{drill}}{{agent}} hat den Notruf gewählt.

Wann: {{started}}
Services: {{service}}

Wer, seit wann, und der Ort, soweit Teams ihn nennt:
{{link}}

Rufwerk stellt {{agent}} jetzt keine Anrufe zu. Bitte helfen Sie den Rettungskräften beim Zutritt.`,
  },
};

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
