import { Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../../language/language.ts';
import { boundsOf } from '../editing/bounds.ts';
import { type TypedNumber, typedNumber } from '../editing/form.ts';
import { nameOf, type Setting } from '../editing/setting.ts';
import { SettingField } from './SettingField.tsx';
import { useSettingWords } from './useSettingWords.ts';

const useStyles = makeStyles({
  input: { width: '100%', minWidth: 0, maxWidth: '180px' },
  unit: { color: tokens.colorNeutralForeground2 },
});

/** A whole number within the bounds of the schema; what is typed stays as typed. */
export function WholeNumber({ setting }: { readonly setting: Setting<TypedNumber> }) {
  const { field, value, set } = setting;
  return (
    <NumberField field={field} text={String(value)} onType={(text) => set(typedNumber(text))} />
  );
}

type OptionalNumberProps = {
  readonly setting: Setting<TypedNumber | null>;
  /** What it means to leave it empty. */
  readonly none: string;
};

/** The same, or nothing at all. */
export function OptionalNumber({ setting, none }: OptionalNumberProps) {
  const { field, value, set } = setting;
  return (
    <NumberField
      field={field}
      text={value === null ? '' : String(value)}
      none={none}
      onType={(text) => set(text.trim() === '' ? null : typedNumber(text))}
    />
  );
}

type NumberFieldProps = {
  readonly field: string;
  readonly text: string;
  readonly none?: string;
  readonly onType: (text: string) => void;
};

function NumberField({ field, text, none, onType }: NumberFieldProps) {
  const styles = useStyles();
  const say = useWords();
  const unit = useUnit(field);
  const bounds = boundsOf(field);
  const { hint } = useSettingWords()(field);
  const range = say('edit.range', { ...bounds });
  return (
    <SettingField field={field} hint={[hint, range].filter((part) => part !== null).join(' ')}>
      <Input
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        {...(none !== undefined && { placeholder: none })}
        {...(unit !== null && { contentAfter: <Text className={styles.unit}>{unit}</Text> })}
        onChange={(_, { value }) => onType(value)}
      />
    </SettingField>
  );
}

function useUnit(field: string): string | null {
  const say = useWords();
  const name = nameOf(field);
  if (/seconds$/i.test(name)) return say('edit.seconds');
  return /minutes$/i.test(name) ? say('edit.minutes') : null;
}
