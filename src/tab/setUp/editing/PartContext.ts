/** What every field of a part may ask: what is wrong with it, and what there is to choose from. */
import type { ConfigurationProblem } from '@rufwerk/engine/core';
import { createContext, useContext } from 'react';
import type { ConfigurationForm } from './form.ts';

export interface PartSurroundings {
  readonly problems: readonly ConfigurationProblem[];
  readonly warnings: readonly ConfigurationProblem[];
  /** The whole configuration as it would be. */
  readonly whole: ConfigurationForm;
}

export const PartContext = createContext<PartSurroundings | null>(null);

export function usePart(): PartSurroundings {
  const surroundings = useContext(PartContext);
  if (surroundings === null) throw new Error('There is no part around this field.');
  return surroundings;
}

export interface Remark {
  readonly state: 'error' | 'warning';
  readonly text: string;
}

/** The first problem of a field, or of the entries of a list; else its first warning. */
export function useRemark(field: string): Remark | null {
  const { problems, warnings } = usePart();
  const isHere = (told: ConfigurationProblem): boolean =>
    told.field === field || isEntry(told.field, field);
  const problem = problems.find(isHere);
  if (problem !== undefined) return { state: 'error', text: words(problem) };
  const warning = warnings.find(isHere);
  return warning === undefined ? null : { state: 'warning', text: words(warning) };
}

/** `agents[2]` is an entry of `agents`; `agents[2].skills` has a field of its own. */
function isEntry(told: string, field: string): boolean {
  return (
    told.startsWith(`${field}[`) && told.endsWith(']') && !told.slice(field.length).includes('.')
  );
}

function words({ rule, mend }: ConfigurationProblem): string {
  return `${rule} ${mend}`.trim();
}
