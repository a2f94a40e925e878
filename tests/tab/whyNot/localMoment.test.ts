import { expect, test } from '@jest/globals';
import { fieldOfInstant, instantOfField } from '../../../src/tab/whyNot/localMoment.ts';

test('a moment goes into the field and back as the same instant, in any time zone', () => {
  const at = Date.UTC(2026, 6, 1, 8, 15, 7);
  expect(instantOfField(fieldOfInstant(at))).toBe(new Date(at).toISOString());
  expect(fieldOfInstant(at)).toMatch(/^2026-0[67]-\d\dT\d\d:\d\d:07$/);
});

test('an empty or half-filled field names no moment', () => {
  expect(instantOfField('')).toBeNull();
  expect(instantOfField('2026-13-')).toBeNull();
});
