import { Button, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { MAIL_VARIABLES } from '@rufwerk/engine/api';
import { type RefObject, useRef, useState } from 'react';
import { useNamedWords, useWords } from '../../language/language.ts';
import type { EmergencyContent } from '../editing/part.ts';
import { type Setting, within } from '../editing/setting.ts';
import { SettingField } from '../fields/SettingField.tsx';
import { insertAt } from './insertAt.ts';

type Template = EmergencyContent['mailTemplates'][number];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  text: { width: '100%', minWidth: 0 },
  body: { fontFamily: 'inherit' },
  variables: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** One's own words of the mail; variables are put in where the caret stood last. */
export function TemplateEditor({ template }: { readonly template: Setting<Template> }) {
  const styles = useStyles();
  const subjectField = useRef<HTMLInputElement>(null);
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const [last, setLast] = useState<'subject' | 'body'>('body');
  const subject = within(template, 'subject');
  const body = within(template, 'body');
  const put = (variable: string): void =>
    last === 'subject'
      ? putInto(subject, subjectField, variable)
      : putInto(body, bodyField, variable);
  return (
    <div className={styles.root}>
      <SettingField field={subject.field}>
        <Input
          ref={(element: HTMLInputElement | null) => {
            subjectField.current = element;
          }}
          className={styles.text}
          value={subject.value}
          onFocus={() => setLast('subject')}
          onChange={(_, { value }) => subject.set(value)}
        />
      </SettingField>
      <SettingField field={body.field}>
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            bodyField.current = element;
          }}
          className={styles.text}
          textarea={{ className: styles.body }}
          resize="vertical"
          rows={12}
          value={body.value}
          onFocus={() => setLast('body')}
          onChange={(_, { value }) => body.set(value)}
        />
      </SettingField>
      <Variables onPut={put} />
    </div>
  );
}

function Variables({ onPut }: { readonly onPut: (variable: string) => void }) {
  const styles = useStyles();
  const say = useWords();
  const meaning = useNamedWords('emergencySetUp.variable');
  return (
    <div role="group" aria-label={say('emergencySetUp.variables')}>
      <Text size={200} className={styles.hint}>
        {say('emergencySetUp.variablesHint')}
      </Text>
      <div className={styles.variables}>
        {MAIL_VARIABLES.map((variable) => (
          <Button
            key={variable}
            size="small"
            title={`{{${variable}}}`}
            onClick={() => onPut(variable)}
          >
            {meaning(variable) ?? variable}
          </Button>
        ))}
      </div>
    </div>
  );
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

function putInto(
  { value, set }: Setting<string>,
  field: RefObject<TextElement | null>,
  variable: string,
): void {
  const element = field.current;
  const start = element?.selectionStart ?? value.length;
  const { text, caret } = insertAt(value, variable, {
    start,
    end: element?.selectionEnd ?? start,
  });
  set(text);
  // The new text is in the field only after it was rendered.
  requestAnimationFrame(() => {
    element?.focus();
    element?.setSelectionRange(caret, caret);
  });
}
