import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language.ts';

type SaveStripProps = {
  /** Something differs from what is in force. */
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** What is told after a save; null when there was none. */
  readonly saved: string | null;
  /** A field has to be corrected first. */
  readonly isWrong: boolean;
  readonly canSave: boolean;
  /** In place of "Save". */
  readonly saveWords?: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** What stands in the way. */
  readonly children: ReactNode;
};

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
});

/** Stays in sight below a form: saves or discards. There is none while nothing has changed. */
export function SaveStrip(props: SaveStripProps) {
  const styles = useStyles();
  const say = useWords();
  const { isDirty, isSaving, saved, isWrong, canSave, saveWords = say('edit.save') } = props;
  if (!isDirty) {
    return (
      <div className={mergeClasses(saved !== null && styles.root)}>
        <Text role="status">{saved}</Text>
      </div>
    );
  }
  return (
    <div className={styles.root}>
      {props.children}
      <div className={styles.line}>
        <Button
          appearance="primary"
          disabledFocusable={isSaving || !canSave}
          onClick={props.onSave}
        >
          {isSaving ? say('edit.saving') : saveWords}
        </Button>
        <Button disabled={isSaving} onClick={props.onDiscard}>
          {say('edit.discard')}
        </Button>
        <Text role="status">{say(isWrong ? 'edit.mendFirst' : 'edit.unsaved')}</Text>
      </div>
    </div>
  );
}
