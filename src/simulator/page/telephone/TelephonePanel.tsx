import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CallAddRegular, CallEndRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import { useWorld } from '../world/WorldProvider.tsx';
import { DialForm } from './DialForm.tsx';
import { Display } from './Display.tsx';
import { EmergencyService } from './EmergencyService.tsx';
import { HeardList } from './HeardList.tsx';
import { KeyPad } from './KeyPad.tsx';
import { RecentCalls } from './RecentCalls.tsx';
import { RingingTelephones } from './RingingTelephones.tsx';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    padding: '0 16px 16px',
    overflowY: 'auto',
    minHeight: 0,
  },
  hangUp: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
    },
    ':hover:active': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
    },
  },
  actions: { display: 'grid', gap: '8px' },
});

/** The outside world's telephone: dials a service, and follows one call at a time. */
export function TelephonePanel({ className }: { readonly className?: string }) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const { calls } = useWorld();
  const [shownCallId, showCall] = useState<string | null>(null);
  const shown = calls.find((call) => call.id === shownCallId);
  const ongoing = shown !== undefined && shown.state !== 'ended' ? shown : undefined;
  return (
    <Panel
      title={say('telephone.title')}
      subtitle={say('telephone.subtitle')}
      {...(className === undefined ? {} : { className })}
    >
      <div className={styles.body}>
        <RingingTelephones onAnswered={showCall} />
        <EmergencyService onCalledBack={showCall} />
        <Display call={shown} />
        {ongoing === undefined ? (
          <DialForm onDialled={showCall} />
        ) : (
          <>
            <KeyPad onPress={(tone) => void act(control.pressTones(ongoing.id, tone))} />
            <div className={styles.actions}>
              <Button
                className={styles.hangUp}
                icon={<CallEndRegular />}
                onClick={() => void act(control.hangUpCaller(ongoing.id))}
              >
                {say('telephone.hangUp')}
              </Button>
              <Button appearance="subtle" icon={<CallAddRegular />} onClick={() => showCall(null)}>
                {say('telephone.another')}
              </Button>
            </div>
          </>
        )}
        {shown !== undefined && <HeardList callId={shown.id} />}
        <RecentCalls shownCallId={shownCallId} onShow={showCall} />
      </div>
    </Panel>
  );
}
