import { useWords } from '../../language/language.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { ConflictFrame } from './ConflictFrame.tsx';
import { differences } from './differences.ts';
import type { PartEditor } from './usePartEditor.ts';

type ConflictPanelProps<Content extends object> = { readonly editor: PartEditor<Content> };

/** Somebody else changed the same part of the configuration. */
export function ConflictPanel<Content extends object>({ editor }: ConflictPanelProps<Content>) {
  const say = useWords();
  const heading = say('edit.conflict.heading');
  return (
    <ConflictFrame
      heading={heading}
      isSaving={editor.isSaving}
      onKeepMine={editor.saveOver}
      onTakeTheirs={editor.discard}
    >
      <ChangesTable
        label={heading}
        changes={differences(editor.form.value, editor.inForce)}
        oneHeading={say('edit.conflict.yours')}
        otherHeading={say('edit.conflict.theirs')}
      />
    </ConflictFrame>
  );
}
