import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RoutingState } from '@rufwerk/engine/api';
import { Elapsed } from '../appearance/Elapsed.tsx';
import { useWords } from '../language/language.ts';
import { looks } from './looks.ts';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  icon: { alignSelf: 'center', flexShrink: 0, fontSize: '16px', display: 'inline-flex' },
  since: { color: tokens.colorNeutralForeground2 },
});

type StateLineProps = {
  readonly state: RoutingState;
  /** ISO instant since when the state holds. */
  readonly since: string;
};

/** A routing state in one line: sign, word and running time. */
export function StateLine({ state, since }: StateLineProps) {
  const styles = useStyles();
  const say = useWords();
  const { Icon, color } = looks[state];
  return (
    <span className={styles.root}>
      <span className={styles.icon} style={{ color }} aria-hidden>
        <Icon />
      </span>
      <Text>{say(`state.${state}`)}</Text>
      <Elapsed since={since} className={styles.since} />
    </span>
  );
}
