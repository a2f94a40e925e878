/** From an unknown document to a configuration in force, or to problems that say how to mend it. */
import type { Language } from '../language.ts';
import { contradictionsIn } from './contradictions.ts';
import { type Configuration, configurationSchema } from './document.ts';
import { type ConfigurationProblem, type FoundProblem, inLanguage } from './problem.ts';
import { shapeProblem } from './shapeWords.ts';
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
export function validateConfiguration(
  document: unknown,
  language: Language = 'en',
): ConfigurationResult {
  const told = (found: readonly FoundProblem[]): ConfigurationProblem[] =>
    found.slice(0, MAXIMUM_PROBLEMS).map((problem) => inLanguage(problem, language));
  const parsed = configurationSchema.safeParse(document ?? {});
  if (!parsed.success) return { ok: false, problems: told(parsed.error.issues.map(shapeProblem)) };
  const problems = contradictionsIn(parsed.data);
  if (problems.length > 0) return { ok: false, problems: told(problems) };
  return { ok: true, configuration: parsed.data, warnings: told(warningsAbout(parsed.data)) };
}
