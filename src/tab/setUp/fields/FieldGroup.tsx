import { Label, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';
import { useRemark } from '../editing/PartContext.ts';
import { useSettingWords } from './useSettingWords.ts';

type FieldGroupProps = {
  readonly field: string;
  readonly label?: string;
  readonly hint?: string | null;
  readonly children: ReactNode;
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
  },
  head: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground2 },
  remark: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** Several fields that make one setting: its words, and what is wrong with it as a whole. */
export function FieldGroup({ field, label, hint, children }: FieldGroupProps) {
  const styles = useStyles();
  const words = useSettingWords()(field);
  const shownHint = hint === undefined ? words.hint : hint;
  const remark = useRemark(field);
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.root}>
      <div className={styles.head}>
        <Label id={id}>{label ?? words.label}</Label>
        {shownHint !== null && (
          <Text size={200} className={styles.hint}>
            {shownHint}
          </Text>
        )}
      </div>
      {children}
      {remark !== null && (
        <Text size={200} role="alert" className={styles.remark}>
          {remark.state === 'error' ? (
            <ErrorCircleFilled className={styles.error} aria-hidden />
          ) : (
            <WarningFilled className={styles.warning} aria-hidden />
          )}
          <span className={remark.state === 'error' ? styles.error : undefined}>{remark.text}</span>
        </Text>
      )}
    </div>
  );
}
