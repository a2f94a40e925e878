import { Field, type FieldProps } from '@fluentui/react-components';
import { useRemark } from '../editing/PartContext.ts';
import { useSettingWords } from './useSettingWords.ts';

type SettingFieldProps = {
  readonly field: string;
  readonly children: NonNullable<FieldProps['children']>;
  /** In place of the words of the setting. */
  readonly label?: string;
  readonly hint?: string | null;
};

/** A field with its words, and what is wrong with it: the rule and the mend. */
export function SettingField({ field, children, label, hint }: SettingFieldProps) {
  const words = useSettingWords()(field);
  const remark = useRemark(field);
  const shownHint = hint === undefined ? words.hint : hint;
  return (
    <Field
      label={label ?? words.label}
      {...(shownHint !== null && { hint: shownHint })}
      {...(remark !== null && { validationState: remark.state, validationMessage: remark.text })}
    >
      {children}
    </Field>
  );
}
