import { countriesWithNumbers } from '@rufwerk/engine/core';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { usePart } from '../editing/PartContext.ts';
import type { Setting } from '../editing/setting.ts';
import { type Option, PickOne } from './PickOne.tsx';

/** A country of which emergency numbers are known, by its name. */
export function Country({ setting }: { readonly setting: Setting<string> }) {
  return <PickOne setting={setting} options={useCountries()} />;
}

/** The same, or that of everybody. */
export function OptionalCountry({ setting }: { readonly setting: Setting<string | null> }) {
  const say = useWords();
  const { country } = useFormats();
  const { emergency } = usePart().whole;
  const { field, value, set } = setting;
  const everybody = say('emergencySetUp.asEverybody', { country: country(emergency.country) });
  const text: Setting<string> = {
    field,
    value: value ?? '',
    set: (code) => set(code === '' ? null : code),
  };
  return <PickOne setting={text} options={[{ value: '', name: everybody }, ...useCountries()]} />;
}

function useCountries(): readonly Option[] {
  const { country } = useFormats();
  const { numbers } = usePart().whole.emergency;
  // What is just being typed may be no code yet.
  const codes = countriesWithNumbers(numbers).filter((code) => /^[A-Z]{2}$/.test(code));
  return codes
    .map((code) => ({ value: code, name: country(code) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
