import {
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissButton } from '../appearance/DismissButton.tsx';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import type { Trouble } from '../session/trouble.ts';
import { problemsOf } from './fieldProblem.ts';

type RefusalBarProps = { readonly trouble: Trouble | null; readonly onDismiss: () => void };

const useStyles = makeStyles({
  problems: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Everything that the server found wrong with what was asked, in its words. */
export function RefusalBar({ trouble, onDismiss }: RefusalBarProps) {
  const styles = useStyles();
  if (trouble === null) return null;
  const problems = problemsOf(trouble);
  if (problems.length === 0 || trouble.kind !== 'refused') {
    return <TroubleBar trouble={trouble} onDismiss={onDismiss} />;
  }
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{trouble.problem.title}</MessageBarTitle>
        <ul className={styles.problems}>
          {problems.map(({ field, rule, mend }) => (
            <li key={`${field} ${rule}`}>{`${rule} ${mend}`}</li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={onDismiss} />} />
    </MessageBar>
  );
}
