/**
 * What is wrong with the shape of a document, in an administrator's words: a value out of bounds, a
 * setting nobody knows. The schema's own messages are a programmer's, and English only.
 */
import type { Texts } from '../language.ts';
import type { z } from 'zod';
import type { FoundProblem } from './problem.ts';

export function shapeProblem(issue: z.core.$ZodIssue): FoundProblem {
  return {
    field: fieldName(issue.path),
    rule: ruleOf(issue),
    mend: mendOf(issue),
  };
}

function fieldName(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${String(part)}`),
    '',
  );
  return text.replace(/^\./, '') || 'document';
}

function mendOf(issue: z.core.$ZodIssue): Texts {
  switch (issue.code) {
    case 'too_small': {
      const least = String(issue.minimum);
      return { en: `Use at least ${least}.`, de: `Verwenden Sie mindestens ${least}.` };
    }
    case 'too_big': {
      const most = String(issue.maximum);
      return { en: `Use at most ${most}.`, de: `Verwenden Sie höchstens ${most}.` };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return {
        en: `Remove or correct: ${keys}.`,
        de: `Entfernen oder berichtigen Sie: ${keys}.`,
      };
    }
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined ? oneOf(issue.options) : CORRECT;
    case 'invalid_type': {
      const { en, de } = kindOf(issue.expected);
      return { en: `Give ${en}.`, de: `Verlangt ist ${de}.` };
    }
    default:
      return CORRECT;
  }
}

const CORRECT: Texts = {
  en: 'Correct the value and try again.',
  de: 'Berichtigen Sie den Wert.',
};

function oneOf(values: readonly unknown[]): Texts {
  const list = values.map(String).join(', ');
  return { en: `Use one of: ${list}.`, de: `Verwenden Sie eines von: ${list}.` };
}

function ruleOf(issue: z.core.$ZodIssue): Texts {
  switch (issue.code) {
    case 'too_small': {
      const bound = boundOf(issue.origin, String(issue.minimum));
      return {
        en: `Too small or too short: at least ${bound.en}.`,
        de: `Zu klein oder zu kurz: mindestens ${bound.de}.`,
      };
    }
    case 'too_big': {
      const bound = boundOf(issue.origin, String(issue.maximum));
      return {
        en: `Too large or too long: at most ${bound.en}.`,
        de: `Zu gross oder zu lang: höchstens ${bound.de}.`,
      };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return {
        en: `There is no such setting: ${keys}.`,
        de: `Diese Einstellung gibt es nicht: ${keys}.`,
      };
    }
    case 'invalid_value':
    case 'invalid_union':
      return { en: 'There is no such value here.', de: 'Diesen Wert gibt es hier nicht.' };
    case 'invalid_type': {
      const { en, de } = kindOf(issue.expected);
      return { en: `This must be ${en}.`, de: `Hier muss ${de} stehen.` };
    }
    default:
      return {
        en: issue.message === NO_GUID ? 'This must be a GUID.' : issue.message,
        de: GERMAN_FORMS[issue.message] ?? 'Der Wert hat nicht die richtige Form.',
      };
  }
}

/** What is counted: characters of a text, entries of a list, else the number itself. */
function boundOf(origin: string, bound: string): Texts {
  if (origin === 'string') return { en: `${bound} characters`, de: `${bound} Zeichen` };
  if (origin === 'array') return { en: `${bound} entries`, de: `${bound} Einträge` };
  return { en: bound, de: bound };
}

/** Kinds of values in the words of those who write a configuration. */
const KINDS: Readonly<Record<string, Texts>> = {
  string: { en: 'a text', de: 'ein Text' },
  number: { en: 'a number', de: 'eine Zahl' },
  int: { en: 'a whole number', de: 'eine ganze Zahl' },
  boolean: { en: 'true or false', de: 'true oder false' },
  array: { en: 'a list', de: 'eine Liste' },
  object: { en: 'a group of settings', de: 'eine Gruppe von Einstellungen' },
};

function kindOf(expected: string): Texts {
  return KINDS[expected] ?? { en: `a value of the kind ${expected}`, de: `ein ${expected}` };
}

/** The schema's own words for it. */
const NO_GUID = 'Invalid GUID';

/** The forms that the schema asks for in its own words. */
const GERMAN_FORMS: Readonly<Record<string, string>> = {
  'lower case letters, digits and hyphens, at most 63':
    'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 63.',
  '24-hour time, like 08:30': 'Eine Zeit mit 24 Stunden, wie 08:30.',
  'a day, like 2026-12-24': 'Ein Tag, wie 2026-12-24.',
  'a country or region, like CH or CH-ZH': 'Ein Land oder eine Region, wie CH oder CH-ZH.',
  'E.164, such as +41435000000': 'Eine Nummer nach E.164, wie +41435000000.',
  'two capital letters, such as CH (ISO 3166)': 'Zwei Grossbuchstaben, wie CH (ISO 3166).',
  'the digits as they are dialled, such as 112': 'Die Ziffern, wie man sie wählt, etwa 112.',
  [NO_GUID]: 'Hier muss eine GUID stehen.',
};
