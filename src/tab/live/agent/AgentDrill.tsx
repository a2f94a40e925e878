import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { AskBack } from '../../appearance/AskBack.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0 },
  start: { alignSelf: 'flex-start' },
});

/** Proves for one agent that help would be called: the whole way, without a call. */
export function AgentDrill({ agentId }: { readonly agentId: string }) {
  const styles = useStyles();
  const say = useWords();
  const headingId = useId();
  const { api } = useSession();
  const [step, become] = useState<'rest' | 'asking' | 'started'>('rest');
  const command = useCommand<null>(async () => {
    await api.startDrill(agentId);
    become('started');
  }, [keys.emergencies, keys.drills]);
  const start = (): void => {
    become('rest');
    command.run(null);
  };
  return (
    <section className={styles.root} aria-labelledby={headingId}>
      <Subtitle2 as="h3" id={headingId} className={styles.heading}>
        {say('emergency.drillOf.heading')}
      </Subtitle2>
      {step === 'asking' ? (
        <AskBack
          text={say('emergency.drillOf.text')}
          doIt={say('emergency.drillOf.startNow')}
          leaveIt={say('emergency.drillOf.cancel')}
          onDo={start}
          onLeave={() => become('rest')}
        />
      ) : (
        <Button
          className={styles.start}
          disabledFocusable={command.isBusy}
          onClick={() => become('asking')}
        >
          {say('emergency.drillOf.start')}
        </Button>
      )}
      <Text role="status">{step === 'started' && say('emergency.drillOf.started')}</Text>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </section>
  );
}
