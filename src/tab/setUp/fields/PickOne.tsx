import { makeStyles, Select } from '@fluentui/react-components';
import type { Setting } from '../editing/setting.ts';
import { SettingField } from './SettingField.tsx';

export interface Option {
  readonly value: string;
  readonly name: string;
}

type PickOneProps = {
  readonly setting: Setting<string>;
  readonly options: readonly Option[];
  readonly label?: string;
};

const useStyles = makeStyles({ select: { width: '100%', minWidth: 0, maxWidth: '420px' } });

/** One of a known list. A value that is not in it (any more) stays until another is picked. */
export function PickOne({ setting, options, label }: PickOneProps) {
  const styles = useStyles();
  const { field, value, set } = setting;
  const isKnown = options.some((option) => option.value === value);
  return (
    <SettingField field={field} {...(label !== undefined && { label })}>
      <Select className={styles.select} value={value} onChange={(_, data) => set(data.value)}>
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </Select>
    </SettingField>
  );
}
