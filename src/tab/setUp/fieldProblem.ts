import type { Trouble } from '../session/trouble.ts';

export interface FieldProblem {
  /** As the server names it, such as `rule.notOlderThanSeconds`. */
  readonly field: string;
  readonly rule: string;
  readonly mend: string;
}

/** Everything that the server found wrong with what was sent. */
export function problemsOf(trouble: Trouble | null): readonly FieldProblem[] {
  if (trouble?.kind !== 'refused') return [];
  const { problems, field, rule, title, mend } = trouble.problem;
  if (problems !== undefined && problems.length > 0) return problems;
  return field === undefined ? [] : [{ field, rule: rule ?? title, mend: mend ?? '' }];
}

/** What is wrong with one setting, wherever in the document the server saw it. */
export function problemOf(trouble: Trouble | null, setting: string): FieldProblem | null {
  const isOfSetting = ({ field }: FieldProblem): boolean =>
    field === setting || field.endsWith(`.${setting}`);
  return problemsOf(trouble).find(isOfSetting) ?? null;
}
