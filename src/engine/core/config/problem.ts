/** What is wrong, in a form a screen can show beside the field (design.md, "Errors"). */
import type { Language, Texts } from '../language.ts';

export interface ConfigurationProblem {
  /** Path of the field, such as `services[0].offers.ringTimeoutSeconds`. */
  readonly field: string;
  readonly rule: string;
  readonly mend: string;
}

/** What a rule says, and how to follow it, in every language. */
export interface RuleWords {
  readonly rule: Texts;
  readonly mend: Texts;
}

export interface FoundProblem extends RuleWords {
  readonly field: string;
}

export function inLanguage(found: FoundProblem, language: Language): ConfigurationProblem {
  return { field: found.field, rule: found.rule[language], mend: found.mend[language] };
}

/** Positions of values that stood before, with the value. */
export function repeated(values: readonly string[]): (readonly [number, string])[] {
  const seen = new Set<string>();
  return values.flatMap((value, index): (readonly [number, string])[] => {
    if (seen.has(value)) return [[index, value]];
    seen.add(value);
    return [];
  });
}
