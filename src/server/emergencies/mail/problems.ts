/** What the administrator's mail templates may not say, found before they come into force. */
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  inLanguage,
  type Language,
} from '@rufwerk/engine/core';
import { templateProblems } from './template.ts';

export function mailTemplateProblems(
  file: ConfigurationDraft,
  language: Language = 'en',
): ConfigurationProblem[] {
  const templates = file.emergency?.mailTemplates ?? [];
  return templates.flatMap((template, index) =>
    templateProblems(template).map((found) => {
      const field = `emergency.mailTemplates[${index}].${found.field}`;
      return inLanguage({ ...found, field }, language);
    }),
  );
}
