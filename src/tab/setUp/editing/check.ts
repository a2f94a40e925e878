/** What is wrong with a form, by the rules that the server applies as well. */
import { type ConfigurationProblem, validateConfiguration } from '@rufwerk/engine/core';
import type { ConfigurationForm } from './form.ts';

export interface Checked {
  readonly problems: readonly ConfigurationProblem[];
  /** What works but is hardly meant. */
  readonly warnings: readonly ConfigurationProblem[];
}

/** The directory, the calendar and the announcements are the server's to judge. */
export function check(form: ConfigurationForm): Checked {
  const result = validateConfiguration(form);
  return result.ok
    ? { problems: [], warnings: result.warnings }
    : { problems: result.problems, warnings: [] };
}
