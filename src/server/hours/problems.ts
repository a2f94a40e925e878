/** What opening hours may not say and the core cannot check, for it knows no calendar. */
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  type FoundProblem,
  inLanguage,
  type Language,
} from '@rufwerk/engine/core';
import { HOLIDAY_PLACES } from './holidays.ts';
import { isDay, isTimeZone } from './openingHours.ts';

type Services = NonNullable<ConfigurationDraft['services']>;

export function hoursProblems(
  file: ConfigurationDraft,
  language: Language = 'en',
): ConfigurationProblem[] {
  const zone = file.timeZone ?? 'UTC';
  return [
    ...(isTimeZone(zone) ? [] : [unknownZone('timeZone', zone)]),
    ...(file.services ?? []).flatMap((service, index) =>
      problemsOf(service.hours, `services[${index}].hours`),
    ),
  ].map((found) => inLanguage(found, language));
}

function problemsOf(hours: Services[number]['hours'], field: string): FoundProblem[] {
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
            rule: {
              en: `The holidays of "${place}" are not known.`,
              de: `Die Feiertage von «${place}» sind nicht bekannt.`,
            },
            mend: {
              en: `Use one of ${HOLIDAY_PLACES.join(', ')}, or name the days as exceptions.`,
              de: `Verwenden Sie eines von ${HOLIDAY_PLACES.join(', ')}, oder nennen Sie die Tage als Ausnahmen.`,
            },
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
): FoundProblem[] {
  const seen = new Set<string>();
  return exceptions.flatMap(({ day }, index) => {
    const at = `${field}[${index}].day`;
    if (!isDay(day)) {
      return [
        {
          field: at,
          rule: { en: `There is no day ${day}.`, de: `Den Tag ${day} gibt es nicht.` },
          mend: { en: 'Correct the day.', de: 'Berichtigen Sie den Tag.' },
        },
      ];
    }
    if (seen.has(day)) {
      return [
        {
          field: at,
          rule: {
            en: `${day} is an exception already.`,
            de: `${day} ist schon eine Ausnahme.`,
          },
          mend: {
            en: 'Make one exception of the two, with all its periods.',
            de: 'Machen Sie aus den beiden eine Ausnahme mit allen Zeiten.',
          },
        },
      ];
    }
    seen.add(day);
    return [];
  });
}

/** Times are written with two digits, so that they compare as texts. */
function periodProblems(
  periods: readonly { readonly from: string; readonly to: string }[],
  field: string,
): FoundProblem[] {
  const sorted = [...periods].sort((left, right) => (left.from < right.from ? -1 : 1));
  return [
    ...periods.flatMap(({ from, to }, index) =>
      from < to
        ? []
        : [
            {
              field: `${field}[${index}].to`,
              rule: {
                en: `The period ends at ${to}, before it begins at ${from}.`,
                de: `Die Zeit endet um ${to}, bevor sie um ${from} beginnt.`,
              },
              mend: {
                en: 'End it later; over midnight write one period to 24:00 and one from 00:00.',
                de: 'Lassen Sie sie später enden; über Mitternacht eine bis 24:00 und eine ab 00:00.',
              },
            },
          ],
    ),
    ...sorted.flatMap(({ from }, index) => {
      const before = sorted[index - 1];
      if (before === undefined || before.to <= from) return [];
      return [
        {
          field,
          rule: {
            en: `Two periods overlap at ${from}.`,
            de: `Zwei Zeiten überschneiden sich um ${from}.`,
          },
          mend: {
            en: 'Make one period of the two.',
            de: 'Machen Sie aus den beiden eine Zeit.',
          },
        },
      ];
    }),
  ];
}

function unknownZone(field: string, name: string): FoundProblem {
  return {
    field,
    rule: {
      en: `There is no time zone "${name}".`,
      de: `Es gibt keine Zeitzone «${name}».`,
    },
    mend: {
      en: 'Use an IANA name, such as Europe/Zurich.',
      de: 'Verwenden Sie einen Namen der IANA, wie Europe/Zurich.',
    },
  };
}
