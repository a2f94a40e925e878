/** Template and values become the mail's words; a drill says that it is one in any template. */
import { builtInMail, type MailText } from '@rufwerk/engine/api';
import type { Language, MailTemplate } from '@rufwerk/engine/core';
import { renderTemplate, saysDrill } from './template.ts';

export interface MailMatter {
  readonly agent: string;
  readonly startedAt: number;
  /** Of the organisation; IANA name. */
  readonly timeZone: string;
  readonly services: readonly string[];
  readonly link: string;
  readonly isDrill: boolean;
}

/** What {{drill}} stands for in a drill. */
const DRILL_MARK: Readonly<Record<Language, string>> = { en: 'DRILL: ', de: 'ÜBUNG: ' };

const LOCALE = { en: 'en-GB', de: 'de-CH' } as const;

/** The administrator's template for the language wins over the one that is built in. */
export function templateFor(
  language: Language,
  own: readonly Pick<MailTemplate, 'language' | 'subject' | 'body'>[],
): MailText {
  return own.find((each) => each.language === language) ?? builtInMail[language];
}

export function mailWords(template: MailText, matter: MailMatter, language: Language): MailText {
  const { agent, startedAt, timeZone, services, link, isDrill } = matter;
  const marked = isDrill ? withDrillMark(template) : template;
  return renderTemplate(marked, {
    ...{ agent, link, service: services.join(', ') },
    started: instantInWords(startedAt, timeZone, language),
    drill: isDrill ? DRILL_MARK[language] : '',
  });
}

/** Nobody shall take a drill for an emergency because a template forgot to say so. */
function withDrillMark({ subject, body }: MailText): MailText {
  const marked = (text: string): string => (saysDrill(text) ? text : `{{drill}}${text}`);
  return { subject: marked(subject), body: marked(body) };
}

function instantInWords(at: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...{ timeZone, timeZoneName: 'short' },
  }).format(at);
}
