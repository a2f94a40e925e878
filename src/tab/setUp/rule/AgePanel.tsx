import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import type { Trouble } from '../../session/trouble.ts';
import { problemOf } from '../fieldProblem.ts';
import type { FormPartProps } from './MatrixPanel.tsx';
import { type Age, AGE_BOUNDS, DEFAULT_RULE, isAge } from './ruleForm.ts';

type AgePanelProps = FormPartProps & {
  /** Why the server did not take the rule; it may be about one of these fields. */
  readonly trouble: Trouble | null;
};

const WHEN_OLDER = ['not-offered', 'others-first', 'confirm'] as const;

const useStyles = makeStyles({
  input: { maxWidth: '160px' },
  label: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** How old the knowledge of a presence may be, and what an older one is worth. */
export function AgePanel(props: AgePanelProps) {
  const styles = useStyles();
  const say = useWords();
  const { form, onChange } = props;
  return (
    <Panel heading={say('rule.ageHeading')}>
      <AgeField
        {...props}
        age="notOlderThanSeconds"
        label={say('rule.age')}
        hint={say('rule.ageHint', AGE_BOUNDS)}
      />
      <Field label={say('rule.whenOlder.label')}>
        <RadioGroup
          value={form.whenOlder}
          onChange={(_, { value }) => {
            const chosen = WHEN_OLDER.find((each) => each === value);
            if (chosen !== undefined) onChange({ whenOlder: chosen });
          }}
        >
          {WHEN_OLDER.map((each) => (
            <Radio
              key={each}
              value={each}
              label={
                <span className={styles.label}>
                  <Text>{say(`rule.whenOlder.${each}`)}</Text>
                  <Text className={styles.hint}>{say(`rule.whenOlderHint.${each}`)}</Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <AgeField
        {...props}
        age="activityTrustedForSeconds"
        label={say('rule.trusted')}
        hint={say('rule.trustedHint', AGE_BOUNDS)}
      />
    </Panel>
  );
}

type AgeFieldProps = AgePanelProps & {
  readonly age: Age;
  readonly label: string;
  readonly hint: string;
};

function AgeField({ form, onChange, trouble, age, label, hint }: AgeFieldProps) {
  const styles = useStyles();
  const wrong = useWrong(form[age], age, trouble);
  return (
    <Field
      label={label}
      hint={hint}
      {...(wrong !== null && { validationState: 'error', validationMessage: wrong })}
    >
      <Input
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        value={form[age]}
        onChange={(_, { value }) => onChange({ [age]: value })}
      />
    </Field>
  );
}

/** The rule that is broken and how to mend it; null while the field is right. */
function useWrong(text: string, age: Age, trouble: Trouble | null): string | null {
  const say = useWords();
  if (!isAge(text)) {
    const example = say('rule.ageMend', { example: DEFAULT_RULE[age] });
    return `${say('rule.ageRule', AGE_BOUNDS)} ${example}`;
  }
  const problem = problemOf(trouble, age);
  return problem === null ? null : `${problem.rule} ${problem.mend}`;
}
