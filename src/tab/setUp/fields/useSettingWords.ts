import { useNamedWords } from '../../language/language.ts';
import { nameOf } from '../editing/setting.ts';

export interface SettingWords {
  /** What the setting is called; its name in the document where the words do not know it. */
  readonly label: string;
  /** What it means; null where the label says it all. */
  readonly hint: string | null;
}

/** The words of a setting, by the last name in its path. */
export function useSettingWords(): (field: string) => SettingWords {
  const label = useNamedWords('setting');
  const hint = useNamedWords('settingHint');
  return (field) => {
    const name = nameOf(field);
    return { label: label(name) ?? name, hint: hint(name) };
  };
}
