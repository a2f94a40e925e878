import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { differences } from './differences.ts';
import type { PartEditor } from './usePartEditor.ts';

const useStyles = makeStyles({
  root: { border: `2px solid ${tokens.colorPaletteDarkOrangeBorderActive}` },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Somebody else was faster: both states side by side, and the choice between them. */
export function ConflictPanel<Content extends object>({
  editor,
}: {
  readonly editor: PartEditor<Content>;
}) {
  const styles = useStyles();
  const say = useWords();
  return (
    <div role="alert">
      <Panel heading={say('edit.conflict.heading')} className={styles.root}>
        <Text>{say('edit.conflict.text')}</Text>
        <ChangesTable
          label={say('edit.conflict.heading')}
          changes={differences(editor.form.value, editor.inForce)}
          oneHeading={say('edit.conflict.yours')}
          otherHeading={say('edit.conflict.theirs')}
        />
        <div className={styles.actions}>
          <Button disabledFocusable={editor.isSaving} onClick={editor.saveOver}>
            {say('edit.conflict.keepMine')}
          </Button>
          <Button onClick={editor.discard}>{say('edit.conflict.takeTheirs')}</Button>
        </div>
      </Panel>
    </div>
  );
}
