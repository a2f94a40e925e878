import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { problemsOf } from '../fieldProblem.ts';
import type { RuleFormState } from './useRuleForm.ts';

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Saves or discards, and says what stands in the way. There is none while nothing has changed. */
export function SaveBar({ state }: { readonly state: RuleFormState }) {
  const styles = useStyles();
  const say = useWords();
  if (!state.isDirty) {
    return <Text role="status">{state.isSaved && say('rule.saved')}</Text>;
  }
  return (
    <div className={styles.root}>
      <Problems state={state} />
      <div className={styles.line}>
        <Button
          appearance="primary"
          disabledFocusable={state.isSaving || state.rule === null || state.theirs !== null}
          onClick={state.save}
        >
          {say(state.isSaving ? 'rule.saving' : 'rule.save')}
        </Button>
        <Button disabled={state.isSaving} onClick={state.discard}>
          {say('rule.discard')}
        </Button>
        <Text role="status">{say(state.rule === null ? 'rule.mendFirst' : 'rule.unsaved')}</Text>
      </div>
    </div>
  );
}

function Problems({ state: { trouble } }: { readonly state: RuleFormState }) {
  const styles = useStyles();
  const say = useWords();
  const problems = problemsOf(trouble);
  if (trouble === null) return null;
  if (problems.length === 0) return <TroubleBar trouble={trouble} />;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{say('rule.problems')}</MessageBarTitle>
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem.field}>{say('rule.problem', { ...problem })}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
