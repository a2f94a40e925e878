import { expect, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { createServedClock } from '../../../src/tab/clock/servedClock.ts';
import { applyEvent } from '../../../src/tab/stream/applyEvent.ts';
import { numbersOfLocale } from '../../../src/tab/stream/emergencyQueries.ts';
import { keys } from '../../../src/tab/stream/keys.ts';
import { seenBySupervisor } from '../contosoEmergency.ts';

test.each([
  ['de-ch', '112'],
  ['en-us', '911'],
  ['en-GB', '999'],
])('DEC-10: a Teams in %s has %s to dial first before the server has told', (locale, number) => {
  expect(numbersOfLocale(locale)[0]).toBe(number);
});

test('DEC-10: a locale without a country has the numbers that every network knows', () => {
  expect(numbersOfLocale('en')).toEqual(['112', '911']);
});

test('the emergencies that the stream tells are those that Live reads', () => {
  const cache = new QueryClient();
  const data = { emergencies: [seenBySupervisor] };
  applyEvent({ event: 'emergencies', data }, cache, createServedClock());
  expect(cache.getQueryData(keys.emergencies)).toEqual([seenBySupervisor]);
});
