import { describe, expect, test } from '@jest/globals';
import { problemOf, problemsOf } from '../../../../src/tab/setUp/fieldProblem.ts';
import {
  AGE_BOUNDS,
  DEFAULT_RULE,
  differences,
  formOf,
  ruleOf,
} from '../../../../src/tab/setUp/rule/ruleForm.ts';
import type { Trouble } from '../../../../src/tab/session/trouble.ts';

const form = formOf(DEFAULT_RULE);

describe('the rule in the form', () => {
  test('is the rule in force until something changes', () => {
    expect(ruleOf(form)).toEqual(DEFAULT_RULE);
    expect(differences(form, formOf(DEFAULT_RULE))).toEqual([]);
  });

  test('takes its bounds from the schema that the server checks', () => {
    expect(AGE_BOUNDS).toEqual({ minimum: 10, maximum: 3600 });
  });

  test.each(['', '  ', '9', '3601', '1e2', '12.5', '-20', 'soon'])(
    'is no rule while the age reads "%s"',
    (notOlderThanSeconds) => {
      expect(ruleOf({ ...form, notOlderThanSeconds })).toBeNull();
    },
  );

  test('names the settings in which two rules differ', () => {
    expect(differences(form, { ...form, busy: true, notOlderThanSeconds: '60' })).toEqual([
      'busy',
      'notOlderThanSeconds',
    ]);
  });
});

describe('what the server found wrong', () => {
  const problem = {
    field: 'rule.notOlderThanSeconds',
    rule: 'Too big.',
    mend: 'Use at most 3600.',
  };
  const refused = (part: object): Trouble => ({
    kind: 'refused',
    problem: { type: 'about:blank', title: 'Not valid', status: 422, ...part },
  });

  test('is found for its field, wherever in the document it stands', () => {
    expect(problemOf(refused({ problems: [problem] }), 'notOlderThanSeconds')).toEqual(problem);
    expect(problemOf(refused(problem), 'notOlderThanSeconds')).toEqual(problem);
    expect(problemOf(refused(problem), 'busy')).toBeNull();
  });

  test('is nothing when the server could not be reached', () => {
    expect(problemsOf({ kind: 'unreachable' })).toEqual([]);
  });
});
