/** Hours whose last opening is over: they are right, and never open again. */
import {
  type ConfigurationDraft,
  type ConfigurationProblem,
  inLanguage,
  type Language,
} from '@rufwerk/engine/core';
import { Temporal } from 'temporal-polyfill';

/** A warning for each service that opens on exceptional days only, all of them past at `at`. */
export function pastHours(
  file: ConfigurationDraft,
  at: number,
  language: Language,
): ConfigurationProblem[] {
  return (file.services ?? []).flatMap(({ hours }, index) => {
    if (hours == null || Object.values(hours.week).some((periods = []) => periods.length > 0))
      return [];
    const openDays = (hours.exceptions ?? [])
      .filter(({ periods }) => (periods ?? []).length > 0)
      .map(({ day }) => day)
      .sort();
    const last = openDays.at(-1);
    if (last === undefined || last >= todayIn(hours.timeZone, at)) return [];
    const found = {
      field: `services[${index}].hours.exceptions`,
      rule: {
        en: `The last opening was on ${last}: every call will be treated as closed.`,
        de: `Zuletzt offen war am ${last}: jeder Anruf wird behandelt, als wäre geschlossen.`,
      },
      mend: {
        en: 'Add an opening period to a day of the week, or a day that is still to come.',
        de: 'Geben Sie einem Wochentag eine Öffnungszeit, oder nennen Sie einen künftigen Tag.',
      },
    };
    return [inLanguage(found, language)];
  });
}

/** Written as exceptions are, so that days compare as texts. */
function todayIn(timeZone: string, at: number): string {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return now.toPlainDate().toString();
}
