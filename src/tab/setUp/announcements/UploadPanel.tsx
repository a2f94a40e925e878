import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { FileButton } from './FileButton.tsx';
import { RefusalBar } from '../RefusalBar.tsx';
import { uploadName } from './uploadName.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** A sound of one's own, under a name by which services play it. */
export function UploadPanel() {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const upload = useCommand<{ readonly name: string; readonly file: File }>(
    async (chosen) => {
      await api.uploadAnnouncement(chosen.name, chosen.file);
      setFile(null);
      setName('');
    },
    [keys.announcements],
  );
  const choose = (chosen: File): void => {
    upload.dismiss();
    setFile(chosen);
    if (name === '') setName(uploadName(chosen.name));
  };
  return (
    <Panel heading={say('announcement.uploadHeading')}>
      <div className={styles.row}>
        <Field label={say('announcement.file')} hint={say('announcement.fileHint')}>
          {({ id, ...described }) => (
            <div id={id} role="group" {...described} className={styles.file}>
              <FileButton label={say('announcement.choose')} onChoose={choose} />
              <Text>{file?.name ?? say('announcement.noFile')}</Text>
            </div>
          )}
        </Field>
        <Field label={say('announcement.name')} hint={say('announcement.nameHint')}>
          <Input autoComplete="off" value={name} onChange={(_, { value }) => setName(value)} />
        </Field>
      </div>
      <div>
        <Button
          appearance="primary"
          icon={<ArrowUploadRegular />}
          disabledFocusable={file === null || name === '' || upload.isBusy}
          onClick={() => {
            if (file !== null && name !== '') upload.run({ name, file });
          }}
        >
          {say(upload.isBusy ? 'announcement.uploading' : 'announcement.upload')}
        </Button>
      </div>
      <RefusalBar trouble={upload.trouble} onDismiss={upload.dismiss} />
    </Panel>
  );
}
