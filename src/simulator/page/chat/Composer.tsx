import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { useWords } from '../language/language.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    gap: '8px',
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  box: { flexGrow: 1, minWidth: 0 },
});

/** The message box; `onSend` resolves to whether the message went out: if not, it comes back. */
export function Composer({ onSend }: { readonly onSend: (text: string) => Promise<boolean> }) {
  const styles = useStyles();
  const say = useWords();
  const [text, setText] = useState('');
  const trimmed = text.trim();

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (trimmed === '') return;
    setText('');
    if (!(await onSend(trimmed))) setText(trimmed);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <Input
        className={styles.box}
        aria-label={say('chat.compose')}
        placeholder={say('chat.placeholder')}
        value={text}
        onChange={(_, data) => setText(data.value)}
      />
      <Button
        type="submit"
        appearance="primary"
        icon={<SendRegular />}
        disabledFocusable={trimmed === ''}
      >
        {say('chat.send')}
      </Button>
    </form>
  );
}
