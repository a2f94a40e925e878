import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { problemsOf } from '../fieldProblem.ts';
import { SaveStrip } from './SaveStrip.tsx';
import { Told } from './Told.tsx';
import { useFieldWords } from './useFieldWords.ts';
import type { PartEditor } from './usePartEditor.ts';

type SaveBarProps<Content extends object> = { readonly editor: PartEditor<Content> };

/** Saves or discards a part of the configuration, and says what stands in the way. */
export function SaveBar<Content extends object>({ editor }: SaveBarProps<Content>) {
  const say = useWords();
  const { isDirty, isSaving, isSaved, isOutdated, isAsking, trouble } = editor;
  const isWrong = editor.problems.length > 0;
  return (
    <SaveStrip
      {...{ isDirty, isSaving, isWrong }}
      saved={isSaved ? say('edit.saved') : null}
      canSave={!isOutdated && !(isWrong && trouble === null)}
      saveWords={say(isAsking ? 'edit.saveAllTheSame' : 'edit.save')}
      onSave={editor.save}
      onDiscard={editor.discard}
    >
      <Standing editor={editor} />
    </SaveStrip>
  );
}

/** Why it cannot be saved, or what is hardly meant. */
function Standing<Content extends object>({ editor }: SaveBarProps<Content>) {
  const say = useWords();
  const nameOf = useNamesInPart(editor.form.field);
  const { problems, warnings, trouble, isAsking } = editor;
  if (problems.length > 0) {
    return <Told intent="error" title={say('edit.problems')} told={problems} nameOf={nameOf} />;
  }
  if (trouble !== null) {
    // What is wrong elsewhere in the configuration stands in the way as well.
    const elsewhere = problemsOf(trouble);
    if (elsewhere.length === 0) return <TroubleBar trouble={trouble} />;
    const title = say('edit.problemsElsewhere');
    return <Told intent="error" title={title} told={elsewhere} nameOf={nameOf} />;
  }
  if (warnings.length === 0) return null;
  const title = say(isAsking ? 'edit.warnedAsk' : 'edit.warned');
  return <Told intent="warning" title={title} told={warnings} nameOf={nameOf} />;
}

/** Names of fields, without the part's own place before them. */
function useNamesInPart(partField: string): (field: string) => string {
  const fieldWords = useFieldWords();
  const prefix = partField === '' ? '' : `${partField}.`;
  return (field) => fieldWords(field.startsWith(prefix) ? field.slice(prefix.length) : field);
}
