import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TeamsPresence } from '@rufwerk/engine/api';
import { Folded } from '../appearance/Folded.tsx';
import { useNow } from '../clock/useNow.ts';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  time: { minWidth: '6ch', color: tokens.colorNeutralForeground2 },
});

type TeamsStatusLedgerProps = {
  readonly entries: TeamsPresence['entries'];
  /** Its rank among the headings around it. */
  readonly as: 'h2' | 'h3';
};

/** "Who made me Do not disturb?": what Rufwerk and the person did to the status, newest first. */
export function TeamsStatusLedger({ entries, as }: TeamsStatusLedgerProps) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const { nearTime } = useFormats();
  return (
    <Folded as={as} heading={say('teamsStatus.ledger')}>
      {entries.length === 0 && <Text>{say('teamsStatus.ledgerEmpty')}</Text>}
      <ol className={styles.list}>
        {entries.map(({ at, text }, index) => (
          // Two things may be done at one instant; the list only grows at its head.
          <li key={`${at} ${entries.length - index}`} className={styles.item}>
            <Text font="numeric" className={styles.time}>
              {nearTime(Date.parse(at), now)}
            </Text>
            <Text>{text}</Text>
          </li>
        ))}
      </ol>
      <Text size={200}>{say('teamsStatus.ledgerScope')}</Text>
    </Folded>
  );
}
