import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';

type AskBackProps = {
  readonly intent?: 'warning' | 'error';
  /** What it would mean. */
  readonly text: string;
  readonly doIt: string;
  readonly leaveIt: string;
  readonly onDo: () => void;
  readonly onLeave: () => void;
};

// On a narrow screen one answer stands below the other, instead of both being squeezed.
const useStyles = makeStyles({ answers: { flexWrap: 'wrap', rowGap: '8px' } });

/** Asks once more, in the place of what was pressed, before something is done. */
export function AskBack({ intent = 'warning', text, doIt, leaveIt, onDo, onLeave }: AskBackProps) {
  const styles = useStyles();
  // A key that is held down too long shall do nothing grave.
  const isGrave = intent === 'error';
  return (
    <MessageBar intent={intent} layout="multiline" role="alertdialog" aria-label={text}>
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions className={styles.answers}>
        <Button appearance="primary" autoFocus={!isGrave} onClick={onDo}>
          {doIt}
        </Button>
        <Button autoFocus={isGrave} onClick={onLeave}>
          {leaveIt}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
