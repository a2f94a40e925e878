import { SearchInfoRegular } from '@fluentui/react-icons';
import { type ReactNode, useMemo } from 'react';
import { Answered } from '../../appearance/Answered.tsx';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { useWords } from '../../language/language.ts';
import type { TaggedConfiguration } from '../../session/configurationApi.ts';
import { useConfiguration } from '../../stream/settingQueries.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import type { Part } from './part.ts';
import { PartContext } from './PartContext.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { SaveBar } from './SaveBar.tsx';
import type { Setting } from './setting.ts';
import { usePartEditor } from './usePartEditor.ts';

type PartFormProps<Content extends object> = {
  readonly part: Part<Content>;
  readonly children: (form: Setting<Content>) => ReactNode;
  /** What was saved is in force. */
  readonly onSaved?: (content: Content) => void;
};

/** The form of a part: its fields, what saving will change, and the bar that saves it. */
export function PartForm<Content extends object>(props: PartFormProps<Content>) {
  const configuration = useConfiguration();
  return (
    <Answered query={configuration}>
      {(current) => {
        const inForce = props.part.read(current.configuration);
        return inForce === null ? (
          <Gone />
        ) : (
          <Editor {...props} current={current} inForce={inForce} />
        );
      }}
    </Answered>
  );
}

type EditorProps<Content extends object> = PartFormProps<Content> & {
  readonly current: TaggedConfiguration;
  readonly inForce: Content;
};

function Editor<Content extends object>(props: EditorProps<Content>) {
  const editor = usePartEditor(props.part, props.current, props.inForce, props.onSaved);
  const { problems, warnings, whole } = editor;
  const surroundings = useMemo(() => ({ problems, warnings, whole }), [problems, warnings, whole]);
  return (
    <PartContext value={surroundings}>
      {editor.isOutdated && <ConflictPanel editor={editor} />}
      {props.children(editor.form)}
      {editor.isDirty && !editor.isOutdated && <PreviewPanel changes={editor.changes} />}
      <SaveBar editor={editor} />
    </PartContext>
  );
}

function Gone() {
  const say = useWords();
  return (
    <EmptyState
      icon={<SearchInfoRegular />}
      heading={say('edit.gone')}
      mend={say('edit.goneMend')}
    />
  );
}
