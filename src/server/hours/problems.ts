/** What opening hours may not say and the core cannot check, for it knows no calendar. */
import type { ConfigurationDraft, ConfigurationProblem } from '@rufwerk/engine/core';
import { HOLIDAY_PLACES } from './holidays.ts';
import { isDay, isTimeZone } from './openingHours.ts';

type Services = NonNullable<ConfigurationDraft['services']>;

export function hoursProblems(file: ConfigurationDraft): ConfigurationProblem[] {
  const zone = file.timeZone ?? 'UTC';
  return [
    ...(isTimeZone(zone) ? [] : [unknownZone('timeZone', zone)]),
    ...(file.services ?? []).flatMap((service, index) =>
      problemsOf(service.hours, `services[${index}].hours`),
    ),
  ];
}

function problemsOf(hours: Services[number]['hours'], field: string): ConfigurationProblem[] {
  if (hours == null) return [];
  const place = hours.holidays ?? null;
  const days = [
    ...Object.entries(hours.week).map(([name, periods]) => [`week.${name}`, periods] as const),
    ...(hours.exceptions ?? []).map(
      ({ periods }, index) => [`exceptions[${index}].periods`, periods] as const,
    ),
  ];
  return [
    ...(isTimeZone(hours.timeZone) ? [] : [unknownZone(`${field}.timeZone`, hours.timeZone)]),
    ...(place === null || HOLIDAY_PLACES.includes(place)
      ? []
      : [
          {
            field: `${field}.holidays`,
            rule: `The holidays of "${place}" are not known.`,
            mend: `Use one of ${HOLIDAY_PLACES.join(', ')}, or name the days as exceptions.`,
          },
        ]),
    ...days.flatMap(([name, periods]) => periodProblems(periods ?? [], `${field}.${name}`)),
    ...dayProblems(hours.exceptions ?? [], `${field}.exceptions`),
  ];
}

/** A day that never comes, or comes twice, is a slip of the pen: only the first would count. */
function dayProblems(
  exceptions: readonly { readonly day: string }[],
  field: string,
): ConfigurationProblem[] {
  const seen = new Set<string>();
  return exceptions.flatMap(({ day }, index) => {
    const at = `${field}[${index}].day`;
    if (!isDay(day)) {
      return [{ field: at, rule: `There is no day ${day}.`, mend: 'Correct the day.' }];
    }
    if (seen.has(day)) {
      const mend = 'Make one exception of the two, with all its periods.';
      return [{ field: at, rule: `${day} is an exception already.`, mend }];
    }
    seen.add(day);
    return [];
  });
}

/** Times are written with two digits, so that they compare as texts. */
function periodProblems(
  periods: readonly { readonly from: string; readonly to: string }[],
  field: string,
): ConfigurationProblem[] {
  const sorted = [...periods].sort((left, right) => (left.from < right.from ? -1 : 1));
  return [
    ...periods.flatMap(({ from, to }, index) =>
      from < to
        ? []
        : [
            {
              field: `${field}[${index}].to`,
              rule: `The period ends at ${to}, before it begins at ${from}.`,
              mend: 'End it later; over midnight write one period to 24:00 and one from 00:00.',
            },
          ],
    ),
    ...sorted.flatMap(({ from }, index) => {
      const before = sorted[index - 1];
      if (before === undefined || before.to <= from) return [];
      const mend = 'Make one period of the two.';
      return [{ field, rule: `Two periods overlap at ${from}.`, mend }];
    }),
  ];
}

function unknownZone(field: string, name: string): ConfigurationProblem {
  return {
    field,
    rule: `There is no time zone "${name}".`,
    mend: 'Use an IANA name, such as Europe/Zurich.',
  };
}
