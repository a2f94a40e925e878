/**
 * Opening hours at an instant, in the service's own time zone: the day's exception, else a holiday,
 * else the week. Daylight saving is the library's: a time that is skipped counts as the later one,
 * a repeated one as its first.
 */
import type { HoursSettings } from '@rufwerk/engine/core';
import { Temporal } from 'temporal-polyfill';
import { isHoliday } from './holidays.ts';

export interface Opening {
  readonly open: boolean;
  /** What decided: the week, a holiday, or an exception of the day. */
  readonly cause: 'hours' | 'holiday' | 'exception';
  /** When it is to be asked again: a beginning, an end, or the next day. */
  readonly untilAt: number;
}

const WEEK = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

interface DayPlan {
  readonly cause: Opening['cause'];
  readonly periods: HoursSettings['exceptions'][number]['periods'];
}

export function openingAt(hours: HoursSettings, at: number): Opening {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.timeZone);
  const day = now.toPlainDate();
  const { cause, periods } = planOf(hours, day);
  const bounds = periods.map(({ from, to }) => ({
    fromAt: instantOf(day, from, hours.timeZone),
    toAt: instantOf(day, to, hours.timeZone),
  }));
  const open = bounds.some(({ fromAt, toAt }) => fromAt <= at && at < toAt);
  const later = bounds.flatMap(({ fromAt, toAt }) => [fromAt, toAt]).filter((bound) => bound > at);
  return { open, cause, untilAt: Math.min(...later, nextDayAt(hours.timeZone, at)) };
}

/** The beginning of the next day in the zone. */
export function nextDayAt(timeZone: string, at: number): number {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return now.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}

/** When the day of an instant began in the zone: midnight, or later where that is skipped. */
export function dayBeganAt(timeZone: string, at: number): number {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return now.startOfDay().epochMilliseconds;
}

function planOf(hours: HoursSettings, day: Temporal.PlainDate): DayPlan {
  const name = day.toString();
  const exception = hours.exceptions.find((each) => each.day === name);
  if (exception !== undefined) return { cause: 'exception', periods: exception.periods };
  if (hours.holidays !== null && isHoliday(hours.holidays, name)) {
    return { cause: 'holiday', periods: [] };
  }
  const weekday = WEEK[day.dayOfWeek - 1] ?? 'monday';
  return { cause: 'hours', periods: hours.week[weekday] };
}

function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): number {
  const isMidnight = time === '24:00';
  const date = isMidnight ? day.add({ days: 1 }) : day;
  const plainTime = Temporal.PlainTime.from(isMidnight ? '00:00' : time);
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** Whether the zone has a name that the platform knows. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether there is such a day, written as `2026-12-25`. */
export function isDay(name: string): boolean {
  const [year = 0, month = 0, day = 0] = name.split('-').map(Number);
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.toISOString().startsWith(name);
}
