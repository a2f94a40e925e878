import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { differences, type RuleForm, type Setting } from './ruleForm.ts';
import { useSettingWords } from './settingWords.ts';
import type { RuleFormState } from './useRuleForm.ts';

type ConflictPanelProps = { readonly state: RuleFormState; readonly theirs: RuleForm };

const useStyles = makeStyles({
  root: { border: `2px solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Somebody else was faster: both rules side by side, and the choice between them. */
export function ConflictPanel({ state, theirs }: ConflictPanelProps) {
  const styles = useStyles();
  const say = useWords();
  const words = useSettingWords();
  return (
    <div role="alert">
      <Panel heading={say('rule.conflict.heading')} className={styles.root}>
        <Text>{say('rule.conflict.text')}</Text>
        <FactTable<Setting>
          label={say('rule.conflict.heading')}
          rows={differences(state.form, theirs)}
          keyOf={(setting) => setting}
          columns={[
            {
              key: 'setting',
              heading: say('rule.conflict.setting'),
              isRowHeading: true,
              render: (setting) => say(`rule.setting.${setting}`),
            },
            {
              key: 'yours',
              heading: say('rule.conflict.yours'),
              render: (setting) => words(state.form, setting),
            },
            {
              key: 'theirs',
              heading: say('rule.conflict.theirs'),
              render: (setting) => words(theirs, setting),
            },
          ]}
        />
        <div className={styles.actions}>
          <Button disabledFocusable={state.isSaving} onClick={state.saveOver}>
            {say('rule.conflict.keepMine')}
          </Button>
          <Button onClick={state.discard}>{say('rule.conflict.takeTheirs')}</Button>
        </div>
      </Panel>
    </div>
  );
}
