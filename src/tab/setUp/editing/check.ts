/** What is wrong with a form, by the rules that the server applies as well. */
import {
  type ConfigurationProblem,
  configurationSchema,
  type Language,
  validateConfiguration,
} from '@rufwerk/engine/core';
import type { ConfigurationForm } from './form.ts';

export interface Checked {
  /** The values themselves are wrong, such as a number out of bounds; no rule was applied yet. */
  readonly isOfShape: boolean;
  readonly problems: readonly ConfigurationProblem[];
  /** What works but is hardly meant. */
  readonly warnings: readonly ConfigurationProblem[];
}

/** The directory, the calendar and the announcements are the server's to judge. */
export function check(form: ConfigurationForm, language: Language): Checked {
  const result = validateConfiguration(form, language);
  if (result.ok) return { isOfShape: false, problems: [], warnings: result.warnings };
  const isOfShape = !configurationSchema.safeParse(form).success;
  return { isOfShape, problems: result.problems, warnings: [] };
}
