import type { ConfigurationProblem } from '@rufwerk/engine/core';
import { useNamedWords, useWords } from '../../language/language.ts';
import { boundsOf, isNumber } from './bounds.ts';
import { nameOf } from './setting.ts';

/** A wrong value in the reader's language: what stands there has to have another form. */
export function useShapeWords(): (problem: ConfigurationProblem) => ConfigurationProblem {
  const say = useWords();
  const form = useNamedWords('settingForm');
  return (problem) => {
    const { field } = problem;
    if (isNumber(field)) {
      return { field, rule: say('edit.numberNeeded', { ...boundsOf(field) }), mend: '' };
    }
    const rule = form(nameOf(field));
    return rule === null ? problem : { field, rule, mend: '' };
  };
}
