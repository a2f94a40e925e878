import { useAnnouncements } from '../../stream/settingQueries.ts';
import { useWords } from '../../language/language.ts';
import type { Setting } from '../editing/setting.ts';
import { type Option, PickOne } from './PickOne.tsx';

/** One of the announcements that can be played. */
export function Announcement({ setting }: { readonly setting: Setting<string> }) {
  return <PickOne setting={setting} options={useOptions()} />;
}

/** The same, or none. */
export function OptionalAnnouncement({ setting }: { readonly setting: Setting<string | null> }) {
  const say = useWords();
  const options = [{ value: '', name: say('edit.none') }, ...useOptions()];
  const { field, value, set } = setting;
  const text: Setting<string> = {
    field,
    value: value ?? '',
    set: (name) => set(name === '' ? null : name),
  };
  return <PickOne setting={text} options={options} />;
}

function useOptions(): Option[] {
  const say = useWords();
  const announcements = useAnnouncements().data ?? [];
  return announcements.map(({ name, source }) => ({
    value: name,
    name: source === 'built-in' ? say('announcement.builtInName', { name }) : name,
  }));
}
