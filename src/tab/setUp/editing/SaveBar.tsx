import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ConfigurationProblem } from '@rufwerk/engine/core';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { problemsOf } from '../fieldProblem.ts';
import { useFieldWords } from './useFieldWords.ts';
import type { PartEditor } from './usePartEditor.ts';

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
  told: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    maxHeight: '30vh',
    overflowY: 'auto',
  },
});

type SaveBarProps<Content extends object> = { readonly editor: PartEditor<Content> };

/** Saves or discards, and says what stands in the way. There is none while nothing has changed. */
export function SaveBar<Content extends object>({ editor }: SaveBarProps<Content>) {
  const styles = useStyles();
  const say = useWords();
  if (!editor.isDirty) {
    return (
      <div className={mergeClasses(editor.isSaved && styles.root)}>
        <Text role="status">{editor.isSaved && say('edit.saved')}</Text>
      </div>
    );
  }
  const isWrong = editor.problems.length > 0;
  const cannotSave = editor.isSaving || editor.isOutdated || (isWrong && editor.trouble === null);
  return (
    <div className={styles.root}>
      <Standing editor={editor} />
      <div className={styles.line}>
        <Button appearance="primary" disabledFocusable={cannotSave} onClick={editor.save}>
          {say(saveWords(editor))}
        </Button>
        <Button disabled={editor.isSaving} onClick={editor.discard}>
          {say('edit.discard')}
        </Button>
        <Text role="status">{say(isWrong ? 'edit.mendFirst' : 'edit.unsaved')}</Text>
      </div>
    </div>
  );
}

function saveWords<Content extends object>({
  isSaving,
  isAsking,
}: PartEditor<Content>): 'edit.saving' | 'edit.saveAllTheSame' | 'edit.save' {
  if (isSaving) return 'edit.saving';
  return isAsking ? 'edit.saveAllTheSame' : 'edit.save';
}

/** Why it cannot be saved, or what is hardly meant. */
function Standing<Content extends object>({ editor }: SaveBarProps<Content>) {
  const say = useWords();
  const { problems, warnings, trouble, isAsking } = editor;
  if (problems.length > 0) {
    return <Told intent="error" title={say('edit.problems')} told={problems} editor={editor} />;
  }
  if (trouble !== null) {
    // What is wrong elsewhere in the configuration stands in the way as well.
    const elsewhere = problemsOf(trouble);
    return elsewhere.length === 0 ? (
      <TroubleBar trouble={trouble} />
    ) : (
      <Told intent="error" title={say('edit.problemsElsewhere')} told={elsewhere} editor={editor} />
    );
  }
  if (warnings.length === 0) return null;
  const title = say(isAsking ? 'edit.warnedAsk' : 'edit.warned');
  return <Told intent="warning" title={title} told={warnings} editor={editor} />;
}

type ToldProps<Content extends object> = {
  readonly intent: 'error' | 'warning';
  readonly title: string;
  readonly told: readonly ConfigurationProblem[];
  readonly editor: PartEditor<Content>;
};

function Told<Content extends object>({ intent, title, told, editor }: ToldProps<Content>) {
  const styles = useStyles();
  const say = useWords();
  const fieldWords = useFieldWords();
  const prefix = editor.form.field === '' ? '' : `${editor.form.field}.`;
  const inPart = (field: string): string =>
    field.startsWith(prefix) ? field.slice(prefix.length) : field;
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <ul className={styles.told}>
          {told.map(({ field, rule, mend }) => (
            <li key={`${field} ${rule}`}>
              {say('edit.told', { field: fieldWords(inPart(field)), rule, mend })}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
