/** The emergency mail where the administrator has written none (EMG-18, EMG-21). */
import type { Language } from '@rufwerk/engine/core';
import type { MailText } from './template.ts';

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

/** What {{drill}} stands for. */
export const drillMark: Readonly<Record<Language, string>> = { en: 'DRILL: ', de: 'ÜBUNG: ' };
