/** The built-in mail, with which one's own words begin. */

interface StartingTemplate {
  readonly subject: string;
  readonly body: string;
}

/** What can stand in double braces. */
export const VARIABLES = ['agent', 'started', 'service', 'link', 'drill'] as const;

/** As the server sends it where there is no template of one's own. */
export const startingTemplate: Readonly<Record<'en' | 'de', StartingTemplate>> = {
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
