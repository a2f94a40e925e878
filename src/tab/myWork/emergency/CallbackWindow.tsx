import {
  Badge,
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { EmergencyShown } from '@rufwerk/engine/api';
import { useState } from 'react';
import { AskBack } from '../../appearance/AskBack.tsx';
import { FactList } from '../../appearance/FactList.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { durationWords, timeLeft } from '../../clock/duration.ts';
import { useNow } from '../../clock/useNow.ts';
import { ContactsTold } from '../../emergency/ContactsTold.tsx';
import { useCallbackWords, useReadyWords } from '../../emergency/useCallbackWords.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';

type EmergencyProps = { readonly emergency: EmergencyShown };

const useStyles = makeStyles({
  root: {
    borderInlineStartWidth: '6px',
    borderInlineStartColor: tokens.colorPaletteRedBorderActive,
  },
  text: { maxWidth: '70ch' },
  ready: { alignSelf: 'flex-start' },
});

/** After the call: until when, and on which number, help reaches the agent again (DEC-7). */
export function CallbackWindow({ emergency }: EmergencyProps) {
  const styles = useStyles();
  const say = useWords();
  const { time } = useFormats();
  const callbackWords = useCallbackWords('ownPath');
  const facts = [
    { term: say('emergency.window.until'), value: time(Date.parse(emergency.until)) },
    { term: say('emergency.callback'), value: callbackWords(emergency.callback) },
    { term: say('emergency.toldHeading'), value: <ContactsTold notices={emergency.notices} /> },
  ];
  return (
    <Panel
      heading={say('emergency.window.heading')}
      remark={<Remaining emergency={emergency} />}
      className={styles.root}
    >
      {emergency.isDrill && (
        <div>
          <Badge color="warning">{say('emergency.drill')}</Badge>
        </div>
      )}
      <Text size={400} className={styles.text}>
        {say('emergency.window.text')}
      </Text>
      {emergency.ownDoNotDisturb && <OwnDoNotDisturb path={emergency.callback.path} />}
      <FactList facts={facts} />
      <Ready callback={emergency.callback} />
    </Panel>
  );
}

function Remaining({ emergency }: EmergencyProps) {
  const say = useWords();
  const now = useNow();
  const time = durationWords(timeLeft(Date.parse(emergency.until), now));
  return (
    <span role="timer" aria-live="off">
      {say('myWork.remaining', { time })}
    </span>
  );
}

/** Teams would give the callback to voicemail; only the person can take the own status back. */
function OwnDoNotDisturb({ path }: { readonly path: EmergencyShown['callback']['path'] }) {
  const say = useWords();
  const { api } = useSession();
  const reset = useCommand<null>(
    () => api.resetTeamsPresence(),
    [keys.teamsPresence(null), keys.myWork],
  );
  return (
    <>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{say('emergency.ownDoNotDisturb.title')}</MessageBarTitle>{' '}
          {say(`emergency.ownDoNotDisturb.${path}`)}
        </MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={reset.isBusy} onClick={() => reset.run(null)}>
            {say('emergency.ownDoNotDisturb.reset')}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {reset.trouble !== null && <TroubleBar trouble={reset.trouble} onDismiss={reset.dismiss} />}
    </>
  );
}

type ReadyProps = { readonly callback: EmergencyShown['callback'] };

/** Ends the window early; asked back, because a callback finds the person less surely then. */
function Ready({ callback }: ReadyProps) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const [isAsking, setAsking] = useState(false);
  const readyWords = useReadyWords();
  const command = useCommand<null>(() => api.endCallbackWindow(), [keys.myWork]);
  const end = (): void => {
    setAsking(false);
    command.run(null);
  };
  return (
    <>
      {isAsking ? (
        <AskBack
          text={readyWords(callback)}
          doIt={say('emergency.window.readyNow')}
          leaveIt={say('emergency.window.stay')}
          onDo={end}
          onLeave={() => setAsking(false)}
        />
      ) : (
        <Button
          className={styles.ready}
          disabledFocusable={command.isBusy}
          onClick={() => setAsking(true)}
        >
          {say('emergency.window.ready')}
        </Button>
      )}
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </>
  );
}
