import { expect, test } from '@jest/globals';
import type { ConfigurationDraft } from '@rufwerk/engine/core';
import { hoursProblems } from '../../../src/server/hours/problems.ts';
import { pastHours } from '../../../src/server/hours/pastHours.ts';

const NOW = Date.parse('2026-11-21T23:30:00Z');

function opening(...days: string[]): ConfigurationDraft {
  const periods = [{ from: '08:00', to: '12:00' }];
  const exceptions = days.map((day) => ({ day, periods }));
  const hours = { timeZone: 'Europe/Zurich', week: {}, exceptions };
  return { services: [{ id: 'desk', name: 'Desk', resourceAccount: 'desk', hours }] };
}

test('hours whose only openings are past are warned about, in the zone of the service', () => {
  expect(pastHours(opening('2026-10-01', '2026-11-21'), NOW, 'en')).toMatchObject([
    {
      field: 'services[0].hours.exceptions',
      rule: 'The last opening was on 2026-11-21: every call will be treated as closed.',
    },
  ]);
  expect(pastHours(opening('2026-11-21'), NOW, 'de')[0]?.rule).toContain('Zuletzt offen');
  // In Zurich it is the 22nd already.
  expect(pastHours(opening('2026-11-22'), NOW, 'en')).toEqual([]);
});

test('hours of the week, or none at all, have no end', () => {
  const week = { monday: [{ from: '08:00', to: '12:00' }] };
  const hours = { timeZone: 'UTC', week, exceptions: [{ day: '2020-01-01', periods: [] }] };
  const services = [{ id: 'desk', name: 'Desk', resourceAccount: 'desk', hours }];
  expect(pastHours({ services }, NOW, 'en')).toEqual([]);
  expect(pastHours(opening(), NOW, 'en')).toEqual([]);
});

test('a day that never comes is refused, in German too', () => {
  expect(hoursProblems(opening('2026-13-45'), 'de')).toMatchObject([
    { field: 'services[0].hours.exceptions[0].day', rule: 'Den Tag 2026-13-45 gibt es nicht.' },
  ]);
});
