/** The editor's preview: the mail as it would be sent, and what is wrong with the template. */
import { mailPreviewRequestSchema, mailPreviewSchema } from '@rufwerk/engine/api';
import { inLanguage } from '@rufwerk/engine/core';
import type { ApiParts } from '../../api/parts.ts';
import { answered } from '../../http/answer.ts';
import { operation, type Operation } from '../../http/operation.ts';
import { ASK_AN_ADMINISTRATOR, forbidden } from '../../http/problem.ts';
import { mailWords } from './mailWords.ts';
import { templateProblems } from './template.ts';

/** What a mail would say of an emergency that nobody has. */
const EXAMPLE = {
  agent: 'Anna Müller',
  services: ['IT Helpdesk'],
  link: 'https://rufwerk.example/tab/live',
} as const;

type PreviewParts = Pick<ApiParts, 'configuration' | 'runtime'>;

export function mailPreviewOperation({ configuration, runtime }: PreviewParts): Operation {
  return operation({
    method: 'post',
    path: '/api/v1/emergency-mail-preview',
    summary: 'The emergency mail as this template would make it, with what is wrong with it',
    body: mailPreviewRequestSchema,
    answer: mailPreviewSchema,
    perform: ({ reader, body: { template, isDrill }, language: readers }) => {
      if (!reader.isAdministrator()) return Promise.resolve(administratorsOnly);
      const timeZone = configuration.current().configuration?.timeZone ?? 'UTC';
      const matter = { ...EXAMPLE, timeZone, isDrill, startedAt: runtime.now() };
      const words = mailWords(template, matter, template.language);
      const problems = templateProblems(template).map((found) => inLanguage(found, readers));
      return Promise.resolve(answered({ ...words, problems }));
    },
  });
}

const administratorsOnly = forbidden(
  {
    en: 'The mail is written by administrators.',
    de: 'Die E-Mail schreiben Administratoren.',
  },
  ASK_AN_ADMINISTRATOR,
);
