import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CallEndRegular, CallRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import {
  isEmergency,
  nameOfCaller,
  nameOfCalled,
  nameOnRinging,
  type ClientCall,
} from '../world/callsOf.ts';
import { control } from '../world/control.ts';
import { formatDuration } from '../world/playedTime.ts';
import { useAct } from '../world/useAct.tsx';
import type { Call, Person } from '../world/wire.ts';
import { usePlayedNow, useWorld } from '../world/WorldProvider.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: '8px',
    marginInlineEnd: '4px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ringing: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: tokens.shadow8,
  },
  emergency: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  words: { display: 'grid' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { flexGrow: 1 },
  accept: {
    flexGrow: 1,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorStatusSuccessBackground3,
    ':hover': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorStatusSuccessBackground3,
      filter: 'brightness(0.88)',
    },
    ':hover:active': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorStatusSuccessBackground3,
      filter: 'brightness(0.78)',
    },
  },
});

type PersonCallProps = ClientCall & { readonly person: Person };

/** A call that rings at a person's client. */
export function RingingCall({ person, call, leg }: PersonCallProps) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const world = useWorld();
  const service = nameOnRinging(world, call);
  const named = { service, person: person.displayName };
  return (
    <Toast
      look="ringing"
      heading={say('clients.calling', named)}
      detail={(duration) =>
        say('clients.ringingSince', { caller: nameOfCaller(world, call), duration })
      }
      since={leg.startedAt}
    >
      <Button
        className={styles.accept}
        icon={<CallRegular />}
        aria-label={say('clients.acceptCall', named)}
        onClick={() => void act(control.accept(person.upn, leg.id))}
      >
        {say('clients.accept')}
      </Button>
      <Button
        className={styles.button}
        icon={<CallEndRegular />}
        aria-label={say('clients.declineCall', named)}
        onClick={() => void act(control.decline(person.upn, leg.id))}
      >
        {say('clients.decline')}
      </Button>
    </Toast>
  );
}

/** A call that a person talks in. */
export function TalkingCall({ person, call, leg }: PersonCallProps) {
  const say = useWords();
  const act = useAct();
  const world = useWorld();
  return (
    <Toast
      heading={say('clients.talking', { caller: nameOfCaller(world, call) })}
      detail={(duration) =>
        say('clients.talkingSince', { service: nameOfCalled(world, call.to), duration })
      }
      since={leg.startedAt}
    >
      <HangUp person={person} onPress={() => void act(control.hangUp(person.upn, leg.id))} />
    </Toast>
  );
}

/** A call that the person dialled from the own client. */
export function DialledCall({ person, call }: { readonly person: Person; readonly call: Call }) {
  const say = useWords();
  const act = useAct();
  const world = useWorld();
  const urgent = isEmergency(world, call);
  const number = nameOfCalled(world, call.to);
  return (
    <Toast
      look={urgent ? 'emergency' : 'plain'}
      heading={say(urgent ? 'clients.emergency' : 'clients.dialled', { number })}
      detail={(duration) => duration}
      since={call.timeline[0]?.at ?? null}
    >
      <HangUp person={person} onPress={() => void act(control.hangUpCaller(call.id))} />
    </Toast>
  );
}

function HangUp({ person, onPress }: { readonly person: Person; readonly onPress: () => void }) {
  const styles = useStyles();
  const say = useWords();
  return (
    <Button
      className={styles.button}
      icon={<CallEndRegular />}
      aria-label={say('clients.hangUpCall', { person: person.displayName })}
      onClick={onPress}
    >
      {say('clients.hangUp')}
    </Button>
  );
}

type ToastProps = {
  readonly look?: 'plain' | 'ringing' | 'emergency';
  readonly heading: string;
  readonly detail: (duration: string) => string;
  readonly since: string | null;
  readonly children: ReactNode;
};

function Toast({ look = 'plain', heading, detail, since, children }: ToastProps) {
  const styles = useStyles();
  const now = usePlayedNow();
  const duration = formatDuration(since === null ? 0 : now - Date.parse(since));
  return (
    <div className={mergeClasses(styles.root, look !== 'plain' && styles[look])}>
      <div className={styles.words}>
        <Text weight="semibold" role={look === 'plain' ? undefined : 'alert'}>
          {heading}
        </Text>
        <Text size={200}>{detail(duration)}</Text>
      </div>
      <div className={styles.buttons}>{children}</div>
    </div>
  );
}
