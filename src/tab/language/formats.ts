import { useMemo } from 'react';
import { useSession } from '../session/SessionContext.ts';
import { formatLocaleOf } from './language.ts';

export interface Formats {
  /** Hours and minutes, `10:02`. */
  readonly time: (at: number) => string;
  /** With seconds, `10:02:07`: for what is compared with a log. */
  readonly exactTime: (at: number) => string;
  /** With the day, for what may be read on another one. */
  readonly dayAndTime: (at: number) => string;
  /** Hours and minutes of the same day as `now`, else with the day. */
  readonly nearTime: (at: number, now: number) => string;
  /** "A, B and C" */
  readonly list: (parts: readonly string[]) => string;
  /** "Switzerland" of `CH` */
  readonly country: (code: string) => string;
}

/** How the person's locale writes times and lists; times are in the browser's own zone. */
export function createFormats(locale: string): Formats {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const exactTime = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const nearTime = (at: number, now: number): string =>
    day.format(at) === day.format(now) ? time.format(at) : `${day.format(at)}, ${time.format(at)}`;
  return {
    nearTime,
    time: (at) => time.format(at),
    exactTime: (at) => exactTime.format(at),
    dayAndTime: (at) => dayAndTime.format(at),
    list: (parts) => list.format(parts),
    country: (code) => countries.of(code) ?? code,
  };
}

export function useFormats(): Formats {
  const { locale } = useSession().teams;
  return useMemo(() => createFormats(formatLocaleOf(locale)), [locale]);
}
