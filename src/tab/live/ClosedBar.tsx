import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import type { ServiceDetail } from '@rufwerk/engine/api';
import { useState } from 'react';
import { AskBack } from '../appearance/AskBack.tsx';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  button: { alignSelf: 'flex-end' },
});

/** Whether the service takes calls, and the one action that closes it for an emergency. */
export function ClosedBar({ service }: { readonly service: ServiceDetail }) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const [asking, setAsking] = useState(false);
  const command = useCommand(
    (closed: boolean) => api.setEmergency(service.id, closed),
    [keys.service(service.id)],
  );
  const close = (): void => {
    setAsking(false);
    command.run(true);
  };
  return (
    <div className={styles.root}>
      {service.closed !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{say(`service.closed.${service.closed}`)}</MessageBarBody>
          {service.closed === 'emergency' && (
            <MessageBarActions>
              <Button disabledFocusable={command.isBusy} onClick={() => command.run(false)}>
                {say('service.open')}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {asking && (
        <AskBack
          intent="error"
          text={say('service.closeSure', { count: service.waiting })}
          doIt={say('service.closeNow')}
          leaveIt={say('service.keepOpen')}
          onDo={close}
          onLeave={() => setAsking(false)}
        />
      )}
      {service.closed !== 'emergency' && !asking && (
        <Button className={styles.button} onClick={() => setAsking(true)}>
          {say('service.close')}
        </Button>
      )}
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </div>
  );
}
