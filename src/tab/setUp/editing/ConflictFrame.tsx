import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';

type ConflictFrameProps = {
  readonly heading: string;
  readonly isSaving: boolean;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  /** Both states side by side. */
  readonly children: ReactNode;
};

const useStyles = makeStyles({
  root: { border: `2px solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Somebody else was faster: the choice between both states. */
export function ConflictFrame(props: ConflictFrameProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <div role="alert">
      <Panel heading={props.heading} className={styles.root}>
        <Text>{say('edit.conflict.text')}</Text>
        {props.children}
        <div className={styles.actions}>
          <Button disabledFocusable={props.isSaving} onClick={props.onKeepMine}>
            {say('edit.conflict.keepMine')}
          </Button>
          <Button onClick={props.onTakeTheirs}>{say('edit.conflict.takeTheirs')}</Button>
        </div>
      </Panel>
    </div>
  );
}
