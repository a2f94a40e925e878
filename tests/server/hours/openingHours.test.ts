import { describe, expect, test } from '@jest/globals';
import { validateConfiguration, type HoursSettings } from '@rufwerk/engine/core';
import fc from 'fast-check';
import { HOLIDAY_PLACES, isHoliday } from '../../../src/server/hours/holidays.ts';
import { nextDayAt, openingAt } from '../../../src/server/hours/openingHours.ts';
import { hoursProblems } from '../../../src/server/hours/problems.ts';

const officeDay = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const office: HoursSettings = {
  timeZone: 'Europe/Zurich',
  week: {
    monday: officeDay,
    tuesday: officeDay,
    wednesday: officeDay,
    thursday: officeDay,
    friday: officeDay,
    saturday: [],
    sunday: [],
  },
  holidays: 'CH-ZH',
  exceptions: [
    { day: '2026-12-24', periods: [{ from: '08:00', to: '11:30' }] },
    { day: '2026-05-01', periods: officeDay },
  ],
};
const at = (iso: string): number => Date.parse(iso);
const seen = (iso: string) => {
  const { open, cause } = openingAt(office, at(iso));
  return [open, cause];
};

describe('opening hours', () => {
  test('are open between the bounds of a period, closed at its very end', () => {
    expect(seen('2026-11-23T08:00:00+01:00')).toEqual([true, 'hours']);
    expect(seen('2026-11-23T07:59:59.999+01:00')).toEqual([false, 'hours']);
    expect(seen('2026-11-23T12:00:00+01:00')).toEqual([false, 'hours']);
    expect(seen('2026-11-22T10:00:00+01:00')).toEqual([false, 'hours']);
  });

  test('follow the zone over both changes of daylight saving', () => {
    expect(seen('2026-03-27T07:30:00Z')).toEqual([true, 'hours']);
    expect(seen('2026-03-30T06:30:00Z')).toEqual([true, 'hours']);
    expect(seen('2026-10-23T06:30:00Z')).toEqual([true, 'hours']);
    expect(seen('2026-10-26T06:30:00Z')).toEqual([false, 'hours']);
    expect(nextDayAt('Europe/Zurich', at('2026-10-25T00:30:00Z'))).toBe(at('2026-10-25T23:00:00Z'));
  });

  test('a period that begins in the skipped hour begins after it, a night to 24:00 ends at midnight', () => {
    const night: HoursSettings = {
      ...office,
      holidays: null,
      exceptions: [],
      week: { ...office.week, sunday: [{ from: '02:30', to: '24:00' }] },
    };
    expect(openingAt(night, at('2026-03-29T01:15:00Z')).open).toBe(false);
    expect(openingAt(night, at('2026-03-29T01:30:00Z')).open).toBe(true);
    expect(openingAt(night, at('2026-03-29T21:59:59Z')).open).toBe(true);
    expect(openingAt(night, at('2026-03-29T22:00:00Z')).open).toBe(false);
  });

  test('holidays are closed, and the exception of a day wins over holiday and week', () => {
    expect(seen('2026-12-25T10:00:00+01:00')).toEqual([false, 'holiday']);
    expect(seen('2026-04-06T10:00:00+02:00')).toEqual([false, 'holiday']);
    expect(seen('2026-05-01T10:00:00+02:00')).toEqual([true, 'exception']);
    expect(seen('2026-12-24T11:30:00+01:00')).toEqual([false, 'exception']);
  });

  test('say when to ask again: the next bound, or the next day', () => {
    expect(openingAt(office, at('2026-11-23T09:00:00+01:00')).untilAt).toBe(
      at('2026-11-23T12:00:00+01:00'),
    );
    expect(openingAt(office, at('2026-11-23T18:00:00+01:00')).untilAt).toBe(
      at('2026-11-24T00:00:00+01:00'),
    );
  });
});

const time = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
});
const periods = fc
  .uniqueArray(time, { minLength: 2, maxLength: 6 })
  .map((times) => times.toSorted())
  .map((times) =>
    times.flatMap((to, index) => (index % 2 === 1 ? [{ from: times[index - 1] ?? '', to }] : [])),
  );
/** Zones whose clocks do odd things: half an hour of saving, no midnight, half hours from UTC. */
const zone = fc.constantFrom(
  ...['Europe/Zurich', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Beirut'],
  ...['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC'],
);

test('nothing changes before the instant at which hours ask to be looked at again', () => {
  const week = fc.record({
    ...{ monday: periods, tuesday: periods, wednesday: periods, thursday: periods },
    ...{ friday: periods, saturday: periods, sunday: periods },
  });
  const minute = fc.integer({ min: at('2026-01-01') / 60_000, max: at('2027-01-01') / 60_000 });
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  fc.assert(
    fc.property(zone, week, minute, share, (timeZone, ownWeek, startMinute, within) => {
      const hours: HoursSettings = { ...office, timeZone, week: ownWeek, holidays: 'US' };
      const startAt = startMinute * 60_000;
      const { open, cause, untilAt } = openingAt(hours, startAt);
      const lengthMs = untilAt - startAt;
      expect(lengthMs).toBeGreaterThan(0);
      expect(lengthMs).toBeLessThanOrEqual(25 * 3_600_000);
      const between = openingAt(hours, startAt + Math.floor(lengthMs * within));
      expect(between).toEqual({ open, cause, untilAt });
    }),
    { numRuns: 500 },
  );
});

describe('holidays', () => {
  test.each([
    ['CH-ZH', '2026-05-01', true],
    ['CH', '2026-05-01', false],
    ['CH', '2026-08-01', true],
    ['DE-BY', '2026-11-01', true],
    ['DE-BE', '2026-11-01', false],
    ['DE-SN', '2026-11-18', true],
    ['AT', '2026-10-26', true],
    ['FR', '2026-07-14', true],
    ['GB-ENG', '2026-08-31', true],
    ['GB-ENG', '2026-05-25', true],
    ['US', '2026-11-26', true],
    ['US', '2026-07-03', true],
    ['US', '2026-01-19', true],
    ['US', '2027-12-31', true],
    ['GB-ENG', '2027-12-28', true],
    ['GB-SCT', '2022-01-03', true],
    ['GB-SCT', '2022-01-04', true],
    ['GB-SCT', '2023-01-03', true],
    ['GB-SCT', '2024-01-03', false],
    ['GB-NIR', '2026-07-13', true],
    ['CH-GE', '2026-09-10', true],
    ['CH-VD', '2026-09-21', true],
    ['NL', '2025-04-26', true],
    ['NL', '2025-04-27', false],
  ])('of %s: %s is %s', (place, day, expected) => {
    expect(isHoliday(place, day)).toBe(expected);
  });

  test('every place has some, in any year', () => {
    for (const place of HOLIDAY_PLACES) expect(isHoliday(place, '2027-01-01')).toBe(true);
  });
});

test('hours that cannot be are refused with field, rule and mend', () => {
  const service = { id: 'desk', name: 'Desk', resourceAccount: 'account', agents: ['a'] };
  const hours = {
    timeZone: 'Europe/Zuerich',
    week: {
      monday: [{ from: '12:00', to: '08:00' }],
      friday: [...officeDay, { from: '11:00', to: '14:00' }],
    },
    holidays: 'XX',
    exceptions: [{ day: '2026-02-30' }, { day: '2026-12-24' }, { day: '2026-12-24' }],
  };
  const draft = { timeZone: 'Nowhere/At-all', services: [{ ...service, hours }] };
  expect(hoursProblems(draft).map(({ field }) => field)).toEqual([
    'timeZone',
    'services[0].hours.timeZone',
    'services[0].hours.holidays',
    'services[0].hours.week.monday[0].to',
    'services[0].hours.week.friday',
    'services[0].hours.week.friday',
    'services[0].hours.exceptions[0].day',
    'services[0].hours.exceptions[2].day',
  ]);
  const never = { ...service, supervisors: ['s'], hours: { timeZone: 'UTC', week: {} } };
  const result = validateConfiguration({ services: [never] });
  expect(result.ok && result.warnings.map(({ field }) => field)).toEqual([
    'services[0].hours.week',
  ]);
});
