import { Field, Input, makeStyles } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import type { Trouble } from '../../session/trouble.ts';
import { problemOf } from '../fieldProblem.ts';
import type { FormPartProps } from './MatrixPanel.tsx';
import { AGE_BOUNDS, DEFAULT_RULE, ruleOf } from './ruleForm.ts';

type AgePanelProps = FormPartProps & {
  /** Why the server did not take the rule; it may be about this field. */
  readonly trouble: Trouble | null;
};

const useStyles = makeStyles({ input: { maxWidth: '160px' } });

/** How old the knowledge of a presence may be before its agent is not rung. */
export function AgePanel({ form, onChange, trouble }: AgePanelProps) {
  const styles = useStyles();
  const say = useWords();
  const wrong = useWrong(form, trouble);
  return (
    <Panel heading={say('rule.ageHeading')}>
      <Field
        label={say('rule.age')}
        hint={say('rule.ageHint', AGE_BOUNDS)}
        {...(wrong !== null && { validationState: 'error', validationMessage: wrong })}
      >
        <Input
          className={styles.input}
          inputMode="numeric"
          autoComplete="off"
          value={form.notOlderThanSeconds}
          onChange={(_, { value }) => onChange({ notOlderThanSeconds: value })}
        />
      </Field>
    </Panel>
  );
}

/** The rule that is broken and how to mend it; null while the field is right. */
function useWrong(form: AgePanelProps['form'], trouble: Trouble | null): string | null {
  const say = useWords();
  if (ruleOf(form) === null) {
    const example = say('rule.ageMend', { example: DEFAULT_RULE.notOlderThanSeconds });
    return `${say('rule.ageRule', AGE_BOUNDS)} ${example}`;
  }
  const problem = problemOf(trouble, 'notOlderThanSeconds');
  return problem === null ? null : `${problem.rule} ${problem.mend}`;
}
