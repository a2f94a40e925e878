import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../language/language.ts';
import { nameAtOtherEnd, ownNumber } from '../world/callsOf.ts';
import { formatDuration } from '../world/playedTime.ts';
import type { Call } from '../world/wire.ts';
import { usePlayedNow, useWorld } from '../world/WorldProvider.tsx';
import { durationOf, ringingAt, stateInWords } from './callWords.ts';
import { SoundBars } from './SoundBars.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: '2px',
    minHeight: '96px',
    alignContent: 'center',
    padding: '14px 16px',
    borderRadius: '10px',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxSizing: 'border-box',
  },
  ended: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground1 },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '8px' },
  timer: { fontVariantNumeric: 'tabular-nums' },
  state: { display: 'flex', alignItems: 'center', gap: '8px' },
});

/** The telephone's display: whom one called, what is happening, and for how long. */
export function Display({ call }: { readonly call: Call | undefined }) {
  const styles = useStyles();
  const say = useWords();
  const world = useWorld();
  if (call === undefined) {
    return (
      <div className={mergeClasses(styles.root, styles.ended)} role="status">
        <Text size={400} weight="semibold">
          {say('telephone.states.idle')}
        </Text>
      </div>
    );
  }
  const ended = call.state === 'ended';
  const ringing = ringingAt(call, world);
  return (
    <div className={mergeClasses(styles.root, ended && styles.ended)}>
      <div className={styles.line}>
        <Text size={500} weight="semibold">
          {nameAtOtherEnd(world, call)}
        </Text>
        <CallTimer call={call} />
      </div>
      <Text size={200}>{ownNumber(world, call)}</Text>
      <div className={styles.state} role="status">
        {!ended && <SoundBars lively={call.state === 'answered' || call.state === 'connected'} />}
        <Text>
          {stateInWords(call, world, say)}
          {ringing.length > 0 && (
            <>
              <br />
              {say('telephone.ringingAt', { people: ringing.join(', ') })}
            </>
          )}
        </Text>
      </div>
    </div>
  );
}

function CallTimer({ call }: { readonly call: Call }) {
  const styles = useStyles();
  const now = usePlayedNow();
  return <Text className={styles.timer}>{formatDuration(durationOf(call, now))}</Text>;
}
