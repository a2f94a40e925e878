import { Field, Switch } from '@fluentui/react-components';
import { useRemark } from '../editing/PartContext.ts';
import type { Setting } from '../editing/setting.ts';
import { useSettingWords } from './useSettingWords.ts';

/** A switch whose label stands beside it. */
export function YesNo({ setting }: { readonly setting: Setting<boolean> }) {
  const { field, value, set } = setting;
  const { label, hint } = useSettingWords()(field);
  const remark = useRemark(field);
  return (
    <Field
      {...(hint !== null && { hint })}
      {...(remark !== null && { validationState: remark.state, validationMessage: remark.text })}
    >
      <Switch label={label} checked={value} onChange={(_, { checked }) => set(checked)} />
    </Field>
  );
}
