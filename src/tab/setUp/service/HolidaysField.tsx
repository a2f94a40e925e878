import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { useHolidayPlaces } from '../../stream/settingQueries.ts';
import type { Setting } from '../editing/setting.ts';
import { PickOne } from '../fields/PickOne.tsx';

/** The country or region whose public holidays are closed days. */
export function HolidaysField({ setting }: { readonly setting: Setting<string | null> }) {
  const say = useWords();
  const { country } = useFormats();
  const places = useHolidayPlaces().data ?? [];
  const { field, value, set } = setting;
  const text: Setting<string> = {
    field,
    value: value ?? '',
    set: (place) => set(place === '' ? null : place),
  };
  const options = [
    { value: '', name: say('part.hours.noHolidays') },
    ...places.map((place) => ({ value: place, name: placeName(place, country) })),
  ];
  return <PickOne setting={text} options={options} />;
}

/** `CH` by the name of the country; `CH-ZH` with its region, which has no name to look up. */
function placeName(place: string, country: (code: string) => string): string {
  const [code = '', region] = place.split('-');
  const name = country(code);
  return region === undefined ? name : `${name}: ${region}`;
}
