import { Field, type FieldProps } from '@fluentui/react-components';
import { type Remark, useRemark } from '../editing/PartContext.ts';
import { useSettingWords } from './useSettingWords.ts';

type SettingFieldProps = {
  readonly field: string;
  readonly children: NonNullable<FieldProps['children']>;
  /** In place of the words of the setting. */
  readonly label?: string;
  readonly hint?: string | null;
  /** What the field itself found wrong: it goes before what the configuration's check says. */
  readonly wrong?: string | null;
  readonly className?: string;
};

/** A field with its words, and what is wrong with it: the rule and the mend. */
export function SettingField({
  field,
  children,
  label,
  hint,
  wrong,
  className,
}: SettingFieldProps) {
  const words = useSettingWords()(field);
  const told = useRemark(field);
  const remark: Remark | null = wrong == null ? told : { state: 'error', text: wrong };
  const shownHint = hint === undefined ? words.hint : hint;
  return (
    <Field
      label={label ?? words.label}
      {...(className !== undefined && { className })}
      {...(shownHint !== null && { hint: shownHint })}
      {...(remark !== null && { validationState: remark.state, validationMessage: remark.text })}
    >
      {children}
    </Field>
  );
}
