/** Whether a day is a public holiday of a country or region. */
import Holidays from 'date-holidays-parser';
import { HOLIDAY_RULES } from './holidayRules.ts';

/** Every country and region that can be chosen, such as `CH` and `CH-ZH`. */
export const HOLIDAY_PLACES: readonly string[] = Object.entries(HOLIDAY_RULES).flatMap(
  ([country, { regions = {} }]) => [
    country,
    ...Object.keys(regions).map((region) => `${country}-${region}`),
  ],
);

const data = {
  holidays: Object.fromEntries(
    Object.entries(HOLIDAY_RULES).map(([country, { days, regions = {} }]) => [
      country,
      {
        names: { en: country },
        days: rulesOf(days),
        states: Object.fromEntries(
          Object.entries(regions).map(([region, own]) => [
            region,
            { name: region, days: rulesOf(own) },
          ]),
        ),
      },
    ]),
  ),
  names: {},
};

function rulesOf(days: readonly string[]): Record<string, { name: { en: string } }> {
  return Object.fromEntries(days.map((rule) => [rule, { name: { en: rule } }]));
}

const daysOfYears = new Map<string, ReadonlySet<string>>();

/** `day` as `2026-12-25`; false for a place that is not known. */
export function isHoliday(place: string, day: string): boolean {
  if (!HOLIDAY_PLACES.includes(place)) return false;
  const year = day.slice(0, 4);
  const key = `${place} ${year}`;
  const known = daysOfYears.get(key) ?? daysOf(place, Number(year));
  daysOfYears.set(key, known);
  return known.has(day);
}

function daysOf(place: string, year: number): ReadonlySet<string> {
  const [country = '', region] = place.split('-');
  const holidays =
    region === undefined ? new Holidays(data, country) : new Holidays(data, country, region);
  return new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 10)));
}
