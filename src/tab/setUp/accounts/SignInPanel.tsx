import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import type { NewSignIn } from '../../session/presenceAccountsApi.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { RefusalBar } from '../RefusalBar.tsx';
import { SignInProgress } from './SignInProgress.tsx';

const useStyles = makeStyles({
  text: { color: tokens.colorNeutralForeground2, maxWidth: '75ch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Signs an account in at Microsoft; no password passes through Rufwerk. */
export function SignInPanel() {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const cache = useQueryClient();
  const [tenantId, setTenantId] = useState('');
  const [signInId, setSignInId] = useState<string | null>(null);
  const start = useCommand<NewSignIn['way']>(async (way) => {
    const directory = tenantId.trim();
    const wanted = directory === '' ? { way } : { way, tenantId: directory };
    const signIn = await api.startPresenceSignIn(wanted);
    cache.setQueryData(keys.presenceSignIn(signIn.id), signIn);
    setSignInId(signIn.id);
  }, []);
  return (
    <Panel heading={say('account.signInHeading')}>
      <Text className={styles.text}>{say('account.signInText')}</Text>
      <Field label={say('account.directory')} hint={say('account.directoryHint')}>
        <Input
          autoComplete="off"
          value={tenantId}
          onChange={(_, { value }) => setTenantId(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={start.isBusy}
          onClick={() => start.run('device-code')}
        >
          {say('account.byCode')}
        </Button>
        <Button disabledFocusable={start.isBusy} onClick={() => start.run('redirect')}>
          {say('account.byRedirect')}
        </Button>
      </div>
      <RefusalBar trouble={start.trouble} onDismiss={start.dismiss} />
      {signInId !== null && <SignInProgress key={signInId} signInId={signInId} />}
    </Panel>
  );
}
