import { FactTable } from '../../appearance/FactTable.tsx';
import { useWords } from '../../language/language.ts';
import { ConflictFrame } from '../editing/ConflictFrame.tsx';
import { differences, type RuleForm, type Setting } from './ruleForm.ts';
import { useSettingWords } from './settingWords.ts';
import type { RuleFormState } from './useRuleForm.ts';

type ConflictPanelProps = { readonly state: RuleFormState; readonly theirs: RuleForm };

/** Somebody else changed the same rule. */
export function ConflictPanel({ state, theirs }: ConflictPanelProps) {
  const say = useWords();
  const words = useSettingWords();
  const heading = say('rule.conflict');
  return (
    <ConflictFrame
      heading={heading}
      isSaving={state.isSaving}
      onKeepMine={state.saveOver}
      onTakeTheirs={state.discard}
    >
      <FactTable<Setting>
        label={heading}
        rows={differences(state.form, theirs)}
        keyOf={(setting) => setting}
        columns={[
          {
            key: 'setting',
            heading: say('edit.setting'),
            isRowHeading: true,
            render: (setting) => say(`rule.setting.${setting}`),
          },
          {
            key: 'yours',
            heading: say('edit.conflict.yours'),
            render: (setting) => words(state.form, setting),
          },
          {
            key: 'theirs',
            heading: say('edit.conflict.theirs'),
            render: (setting) => words(theirs, setting),
          },
        ]}
      />
    </ConflictFrame>
  );
}
