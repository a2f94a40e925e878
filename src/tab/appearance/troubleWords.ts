import { type Say, useWords } from '../language/language.ts';
import type { Trouble } from '../session/trouble.ts';

export interface TroubleWords {
  readonly heading: string;
  /** What it means and how to mend it. */
  readonly mend: string;
}

export function useTroubleWords(): (trouble: Trouble) => TroubleWords {
  const say = useWords();
  return (trouble) => troubleWords(trouble, say);
}

function troubleWords(trouble: Trouble, say: Say): TroubleWords {
  switch (trouble.kind) {
    case 'unreachable':
      return { heading: say('trouble.unreachable'), mend: say('trouble.unreachableMend') };
    case 'not-understood':
      return { heading: say('trouble.notUnderstood'), mend: say('trouble.notUnderstoodMend') };
    case 'sign-in':
      return {
        heading: say('trouble.signIn'),
        mend: say('trouble.signInMend', { detail: trouble.detail }),
      };
    case 'refused': {
      const { title, detail, rule, mend, status } = trouble.problem;
      if (status === 403 && mend === undefined) {
        return { heading: say('trouble.forbidden'), mend: say('trouble.forbiddenMend') };
      }
      return { heading: title, mend: [rule, detail, mend].filter(isText).join(' ') };
    }
  }
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
