import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CallEndRegular, CallRegular, PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useLocale, useWords } from '../language/language.ts';
import { nameOfPerson, readableNumber } from '../world/callsOf.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import type { Emergency } from '../world/wire.ts';
import { usePlayedNow, useWorld } from '../world/WorldProvider.tsx';

/** A responder may call back for an hour; a little longer, to see what happens then. */
const shownForMs = 75 * 60_000;
const shownMax = 6;

const useStyles = makeStyles({
  root: { display: 'grid', gap: '8px' },
  title: { margin: 0 },
  one: {
    display: 'grid',
    gap: '8px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  words: { display: 'grid' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { flexGrow: 1 },
});

type Shown = { readonly onCalledBack: (callId: string) => void };

/** The emergency service's side: who called, what number it sees, and calling that back. */
export function EmergencyService({ onCalledBack }: Shown) {
  const styles = useStyles();
  const say = useWords();
  const { emergencies = [] } = useWorld();
  const now = usePlayedNow();
  const shown = emergencies
    .filter(({ endedAt }) => endedAt === null || now - Date.parse(endedAt) < shownForMs)
    .slice(-shownMax)
    .reverse();
  if (shown.length === 0) return null;
  return (
    <div className={styles.root}>
      <Text as="h3" weight="semibold" className={styles.title}>
        {say('telephone.emergency.title')}
      </Text>
      {shown.map((emergency) => (
        <OneEmergency key={emergency.id} emergency={emergency} onCalledBack={onCalledBack} />
      ))}
    </div>
  );
}

type OneProps = Shown & { readonly emergency: Emergency };

function OneEmergency({ emergency, onCalledBack }: OneProps) {
  const styles = useStyles();
  const say = useWords();
  const locale = useLocale();
  const { upn, dialled, dialledAt, callerIdSeen, state } = emergency;
  const person = nameOfPerson(useWorld(), upn);
  const time = new Date(dialledAt).toLocaleTimeString(locale);
  return (
    <div className={styles.one} role="group" aria-label={say('telephone.emergency.of', { person })}>
      <div className={styles.line}>
        <Text weight="semibold">{person}</Text>
        <Badge appearance="filled" color={state === 'ended' ? 'subtle' : 'danger'}>
          {say(`telephone.emergency.states.${state}`)}
        </Badge>
      </div>
      <div className={styles.words} role="status">
        <Text size={200}>{say('telephone.emergency.dialled', { number: dialled, time })}</Text>
        <Text size={200}>
          {callerIdSeen === null
            ? say('telephone.emergency.seesNone')
            : say('telephone.emergency.sees', { number: readableNumber(callerIdSeen) })}
        </Text>
      </div>
      <Responses emergency={emergency} person={person} onCalledBack={onCalledBack} />
    </div>
  );
}

function Responses({ emergency, person, onCalledBack }: OneProps & { readonly person: string }) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const { id, callerIdSeen, state } = emergency;
  const callBack = async (): Promise<void> => {
    const calling = control.callBack(id);
    if (await act(calling)) onCalledBack((await calling).id);
  };
  return (
    <div className={styles.buttons}>
      {state !== 'ended' && (
        <>
          <Button
            className={styles.button}
            size="small"
            icon={<CallEndRegular />}
            aria-label={say('telephone.emergency.endOf', { person })}
            onClick={() => void act(control.endEmergency(id))}
          >
            {say('telephone.hangUp')}
          </Button>
          <Button
            className={styles.button}
            size="small"
            icon={<PlugDisconnectedRegular />}
            aria-label={say('telephone.emergency.dropOf', { person })}
            onClick={() => void act(control.dropEmergency(id))}
          >
            {say('telephone.emergency.drop')}
          </Button>
        </>
      )}
      <Button
        className={styles.button}
        size="small"
        appearance="primary"
        icon={<CallRegular />}
        disabled={callerIdSeen === null}
        aria-label={say('telephone.emergency.callBackOf', { person })}
        onClick={() => void callBack()}
      >
        {say('telephone.emergency.callBack')}
      </Button>
    </div>
  );
}
