import { Input, makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { Setting } from '../editing/setting.ts';
import { SettingField } from './SettingField.tsx';

type TextFieldProps = {
  readonly setting: Setting<string>;
  readonly label?: string;
  /** Null: the label says it all here. */
  readonly hint?: string | null;
  readonly placeholder?: string;
  /** Offered while typing; something else may be typed. */
  readonly suggestions?: readonly string[];
};

const useStyles = makeStyles({ input: { width: '100%', minWidth: 0, maxWidth: '420px' } });

/** More would slow the browser's own list down. */
const SUGGESTIONS_MAX = 500;

/** A line of text. */
export function TextField({ setting, label, hint, placeholder, suggestions }: TextFieldProps) {
  const styles = useStyles();
  const listId = useId();
  const { field, value, set } = setting;
  return (
    <>
      <SettingField
        field={field}
        {...(label !== undefined && { label })}
        {...(hint !== undefined && { hint })}
      >
        <Input
          className={styles.input}
          autoComplete="off"
          value={value}
          {...(placeholder !== undefined && { placeholder })}
          {...(suggestions !== undefined && { list: listId })}
          onChange={(_, { value: text }) => set(text)}
        />
      </SettingField>
      {suggestions !== undefined && <Suggestions id={listId} names={suggestions} />}
    </>
  );
}

type SuggestionsProps = { readonly id: string; readonly names: readonly string[] };

/** The browser's own list of suggestions: it filters, and speaks to screen readers. */
export function Suggestions({ id, names }: SuggestionsProps) {
  return (
    <datalist id={id}>
      {names.slice(0, SUGGESTIONS_MAX).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
