/**
 * What is wrong with the shape of a document: a value out of bounds, a setting nobody knows. The
 * rule is the schema's own in English; the schema speaks no other language.
 */
import type { z } from 'zod';
import type { FoundProblem } from './problem.ts';

export function shapeProblem(issue: z.core.$ZodIssue): FoundProblem {
  return {
    field: fieldName(issue.path),
    rule: { en: issue.message, de: germanRule(issue) },
    mend: { en: englishMend(issue), de: germanMend(issue) },
  };
}

function fieldName(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${String(part)}`),
    '',
  );
  return text.replace(/^\./, '') || 'document';
}

function englishMend(issue: z.core.$ZodIssue): string {
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

function germanMend(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `Verwenden Sie mindestens ${String(issue.minimum)}.`;
    case 'too_big':
      return `Verwenden Sie höchstens ${String(issue.maximum)}.`;
    case 'unrecognized_keys':
      return `Entfernen oder berichtigen Sie: ${issue.keys.join(', ')}.`;
    case 'invalid_value':
      return `Verwenden Sie eines von: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return `Geben Sie einen Wert der Art ${issue.expected} an.`;
    default:
      return 'Berichtigen Sie den Wert.';
  }
}

function germanRule(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `Zu klein oder zu kurz: mindestens ${String(issue.minimum)}.`;
    case 'too_big':
      return `Zu gross oder zu lang: höchstens ${String(issue.maximum)}.`;
    case 'unrecognized_keys':
      return `Diese Einstellung gibt es nicht: ${issue.keys.join(', ')}.`;
    case 'invalid_value':
      return 'Diesen Wert gibt es hier nicht.';
    case 'invalid_type':
      return `Hier steht ein Wert der Art ${issue.expected}.`;
    default:
      return GERMAN_FORMS[issue.message] ?? 'Der Wert hat nicht die richtige Form.';
  }
}

/** The forms that the schema asks for in its own words. */
const GERMAN_FORMS: Readonly<Record<string, string>> = {
  'lower case letters, digits and hyphens, at most 63':
    'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 63.',
  '24-hour time, like 08:30': 'Eine Zeit mit 24 Stunden, wie 08:30.',
  'a day, like 2026-12-24': 'Ein Tag, wie 2026-12-24.',
  'a country or region, like CH or CH-ZH': 'Ein Land oder eine Region, wie CH oder CH-ZH.',
  'E.164, such as +41435000000': 'Eine Nummer nach E.164, wie +41435000000.',
  'Invalid GUID': 'Das ist keine GUID.',
};
