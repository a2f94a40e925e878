/** What is warned about in a help desk with these settings, for the stories of warnings. */
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  type Language,
  validateConfiguration,
} from '@rufwerk/engine/core';
import { service, type ServiceDraft } from './helpDesk.ts';

/** The supervisors are named, so that their lack is not told. */
function withDesk(of: Partial<ServiceDraft>, rest: Partial<ConfigurationDraft>): object {
  return {
    ...rest,
    services: [service('desk', { supervisors: ['s'], ...of }), ...(rest.services ?? [])],
  };
}

/** Fields that are warned about, those of the first service without its name. */
export function warned(
  of: Partial<ServiceDraft>,
  rest: Partial<ConfigurationDraft> = {},
): string[] {
  const result = validateConfiguration(withDesk(of, rest));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.warnings.map(({ field }) => field.replace('services[0].', ''));
}

/** All that is told of it, problems or warnings, as one text. */
export function told(
  of: Partial<ServiceDraft>,
  language: Language,
  rest: Partial<ConfigurationDraft> = {},
): string {
  const result = validateConfiguration(withDesk(of, rest), language);
  const found: readonly ConfigurationProblem[] = result.ok ? result.warnings : result.problems;
  return found.map(({ rule, mend }) => `${rule} ${mend}`).join(' ');
}
