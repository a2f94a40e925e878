/** From an unknown document to a configuration in force, or to problems that say how to mend it. */
import type { z } from 'zod';
import { contradictionsIn } from './contradictions.ts';
import { type Configuration, configurationSchema } from './document.ts';
import type { ConfigurationProblem } from './problem.ts';
import { warningsAbout } from './warnings.ts';

/**
 * Warnings do not stop a configuration: it works, but hardly as it is meant. They are told before
 * it comes into force.
 */
export type ConfigurationResult =
  | {
      readonly ok: true;
      readonly configuration: Configuration;
      readonly warnings: readonly ConfigurationProblem[];
    }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] };

/** At most this many problems are told at once; the rest shows after these are mended. */
const MAXIMUM_PROBLEMS = 50;

/** Checks shape, bounds and contradictions. Never throws for bad input. */
export function validateConfiguration(document: unknown): ConfigurationResult {
  const parsed = configurationSchema.safeParse(document ?? {});
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.slice(0, MAXIMUM_PROBLEMS).map(problemOf) };
  }
  const problems = contradictionsIn(parsed.data);
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MAXIMUM_PROBLEMS) };
  const warnings = warningsAbout(parsed.data).slice(0, MAXIMUM_PROBLEMS);
  return { ok: true, configuration: parsed.data, warnings };
}

function problemOf(issue: z.core.$ZodIssue): ConfigurationProblem {
  return { field: fieldName(issue.path), rule: issue.message, mend: mendOf(issue) };
}

function fieldName(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${String(part)}`),
    '',
  );
  return text.replace(/^\./, '') || 'document';
}

function mendOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `Use at least ${String(issue.minimum)}.`;
    case 'too_big':
      return `Use at most ${String(issue.maximum)}.`;
    case 'unrecognized_keys':
      return `Remove or correct: ${issue.keys.join(', ')}.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return `Give a value of type ${issue.expected}.`;
    default:
      return 'Correct the value and try again.';
  }
}
