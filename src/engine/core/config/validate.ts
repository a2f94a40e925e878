/** From an unknown document to a configuration in force, or to problems that say how to mend it. */
import type { z } from 'zod';
import { type Configuration, configurationSchema } from './document.ts';

/** What is wrong, in a form a screen can show beside the field (design.md, "Errors"). */
export interface ConfigurationProblem {
  /** Path of the field, such as `services[0].offers.ringTimeoutSeconds`. */
  readonly field: string;
  readonly rule: string;
  readonly mend: string;
}

export type ConfigurationResult =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] };

/** At most this many problems are told at once; the rest shows after these are mended. */
const MAXIMUM_PROBLEMS = 50;

/** Checks shape, bounds and contradictions. Never throws for bad input. */
export function validateConfiguration(document: unknown): ConfigurationResult {
  const parsed = configurationSchema.safeParse(document ?? {});
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.slice(0, MAXIMUM_PROBLEMS).map(problemOf) };
  }
  const problems = contradictions(parsed.data);
  return problems.length === 0
    ? { ok: true, configuration: parsed.data }
    : { ok: false, problems: problems.slice(0, MAXIMUM_PROBLEMS) };
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

function contradictions(configuration: Configuration): ConfigurationProblem[] {
  const { services } = configuration;
  return [
    ...repeated(services.map((service) => service.id)).map(([index, value]) => ({
      field: `services[${index}].id`,
      rule: `The id "${value}" is used by two services.`,
      mend: 'Give one of them another id.',
    })),
    ...repeated(services.map((service) => service.resourceAccount)).map(([index]) => ({
      field: `services[${index}].resourceAccount`,
      rule: 'A resource account can belong to one service only.',
      mend: 'Choose another resource account for one of the two services.',
    })),
    ...services.flatMap((service, serviceIndex) =>
      repeated(service.agents).map(([index]) => ({
        field: `services[${serviceIndex}].agents[${index}]`,
        rule: 'A person stands twice among the agents.',
        mend: 'Remove one of the two entries.',
      })),
    ),
  ];
}

/** Positions of values that stood before, with the value. */
function repeated(values: readonly string[]): (readonly [number, string])[] {
  const seen = new Set<string>();
  return values.flatMap((value, index): (readonly [number, string])[] => {
    if (seen.has(value)) return [[index, value]];
    seen.add(value);
    return [];
  });
}
