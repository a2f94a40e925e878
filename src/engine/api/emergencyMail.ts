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

/**
 * What is sent of an emergency to people of the organisation, where the administrator has written
 * nothing; one's own words begin with it.
 */
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

/** The link leads into the organisation's own Teams: whoever is outside cannot open it (EMG-22). */
const outsideMail: Readonly<Record<Language, MailText>> = {
  en: {
    subject: builtInMail.en.subject,
    body: `{{drill}}{{agent}} has called the emergency number.

When: {{started}}
Services: {{service}}

This mail does not hold the location. People of the organisation see it in Teams: ask them for it.

Please help the emergency services to get in.`,
  },
  de: {
    subject: builtInMail.de.subject,
    body: `{{drill}}{{agent}} hat den Notruf gewählt.

Wann: {{started}}
Services: {{service}}

Der Ort steht nicht in dieser Mail. Personen der Organisation sehen ihn in Teams: Fragen Sie dort.

Bitte helfen Sie den Rettungskräften beim Zutritt.`,
  },
};

/** Nobody shall run for a drill. */
const drillMail: Readonly<Record<Language, MailText>> = {
  en: {
    subject: '{{drill}}Test of the emergency call of {{agent}}',
    body: `{{drill}}Nobody has called the emergency number, and nothing is to be done.

This mail tests whether you would be told if {{agent}} called for help.

Begun: {{started}}
Services: {{service}}`,
  },
  de: {
    subject: '{{drill}}Test des Notrufs von {{agent}}',
    body: `{{drill}}Niemand hat den Notruf gewählt, und es ist nichts zu tun.

Diese Mail prüft, ob Sie es erfahren würden, wenn {{agent}} Hilfe ruft.

Begonnen: {{started}}
Services: {{service}}`,
  },
};

const DRILL_LINK: Readonly<Record<Language, string>> = {
  en: 'While the drill lasts it is seen here:',
  de: 'Solange die Übung dauert, ist sie hier zu sehen:',
};

export interface MailOccasion {
  readonly isDrill: boolean;
  /** Whether it goes to an address outside the directory. */
  readonly isOutside: boolean;
}

/** The built-in mail for one recipient. */
export function builtInMailFor(language: Language, { isDrill, isOutside }: MailOccasion): MailText {
  if (!isDrill) return (isOutside ? outsideMail : builtInMail)[language];
  const { subject, body } = drillMail[language];
  return { subject, body: isOutside ? body : `${body}\n\n${DRILL_LINK[language]}\n{{link}}` };
}

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
