import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CallEndRegular, CallRegular } from '@fluentui/react-icons';
import { useWords } from '../language/language.ts';
import { nameAtOtherEnd, readableNumber } from '../world/callsOf.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import type { Call } from '../world/wire.ts';
import { useWorld } from '../world/WorldProvider.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: '8px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  buttons: { display: 'flex', gap: '8px' },
  button: { flexGrow: 1 },
});

type Shown = { readonly onAnswered: (callId: string) => void };

/** Telephones outside that ring: somebody is called back, or a caller is sent there. */
export function RingingTelephones({ onAnswered }: Shown) {
  const { calls } = useWorld();
  return calls.flatMap((call) =>
    (call.ringsAt ?? []).map((number) => (
      <RingingTelephone key={`${call.id} ${number}`} {...{ call, number, onAnswered }} />
    )),
  );
}

type OneProps = Shown & { readonly call: Call; readonly number: string };

function RingingTelephone({ call, number, onAnswered }: OneProps) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const world = useWorld();
  const named = { service: nameAtOtherEnd(world, call), number: readableNumber(number) };
  const answer = async (): Promise<void> => {
    if (await act(control.answerTelephone(call.id))) onAnswered(call.id);
  };
  return (
    <div className={styles.root} role="alert">
      <Text weight="semibold">{say('telephone.calling', named)}</Text>
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          icon={<CallRegular />}
          aria-label={say('telephone.answerCall', named)}
          onClick={() => void answer()}
        >
          {say('telephone.answer')}
        </Button>
        <Button
          className={styles.button}
          icon={<CallEndRegular />}
          aria-label={say('telephone.declineCall', named)}
          onClick={() => void act(control.declineTelephone(call.id))}
        >
          {say('telephone.decline')}
        </Button>
      </div>
    </div>
  );
}
