import { Field, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useRemark } from '../editing/PartContext.ts';
import type { Setting } from '../editing/setting.ts';
import { useSettingWords } from './useSettingWords.ts';

const useStyles = makeStyles({
  // The switch brings room of its own: it stands in line with the other fields.
  inLine: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** A switch whose label stands beside it. */
export function YesNo({ setting }: { readonly setting: Setting<boolean> }) {
  const styles = useStyles();
  const { field, value, set } = setting;
  const { label, hint } = useSettingWords()(field);
  const remark = useRemark(field);
  return (
    <Field
      {...(hint !== null && { hint })}
      {...(remark !== null && { validationState: remark.state, validationMessage: remark.text })}
    >
      <Switch
        className={styles.inLine}
        label={label}
        checked={value}
        onChange={(_, { checked }) => set(checked)}
      />
    </Field>
  );
}
