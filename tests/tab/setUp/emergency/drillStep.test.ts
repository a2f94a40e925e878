import { expect, test } from '@jest/globals';
import { drillStepKinds } from '@rufwerk/engine/api';
import { resultOf, stepWords } from '../../../../src/tab/setUp/emergency/drillStep.ts';

const step = { at: '2026-11-21T10:00:00.000Z', person: null, detail: null };

test('a way that does not apply to a contact is no failure', () => {
  const told = (detail: string) => resultOf({ ...step, what: 'contact-not-told', detail });
  expect(told('activity, does-not-apply')).toBe('not-needed');
  expect(told('mail, does-not-apply')).toBe('not-needed');
  expect(told('activity, failed')).toBe('failed');
  expect(resultOf({ ...step, what: 'card-failed', detail: 'failed' })).toBe('failed');
  expect(resultOf({ ...step, what: 'card-failed', detail: 'no-app' })).toBe('failed');
  const outside = 'outside, does-not-apply';
  expect(resultOf({ ...step, what: 'card-failed', detail: outside })).toBe('not-needed');
  expect(resultOf({ ...step, what: 'lease-refused' })).toBe('failed');
  expect(resultOf({ ...step, what: 'no-number-left' })).toBe('failed');
});

test('every kind of step has words of its own, with and without a person', () => {
  const person = { id: 'p-1', name: 'Anna Müller' };
  for (const known of [null, person]) {
    const keys = drillStepKinds.map((what) =>
      stepWords({ ...step, what, person: known }, (key: string) => key),
    );
    expect(new Set(keys).size).toBe(drillStepKinds.length);
  }
});
