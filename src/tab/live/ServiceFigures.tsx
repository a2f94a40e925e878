import { makeStyles, tokens } from '@fluentui/react-components';
import type { ServiceTile } from '@rufwerk/engine/api';
import type { ReactNode } from 'react';
import { Elapsed } from '../appearance/Elapsed.tsx';
import { useWords } from '../language/language.ts';

const useStyles = makeStyles({
  place: { containerType: 'inline-size' },
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '@container (min-width: 640px)': { gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' },
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    '@container (max-width: 300px)': { fontSize: tokens.fontSizeBase500 },
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  timer: { fontSize: 'inherit', lineHeight: 'inherit', fontWeight: 'inherit' },
  none: { color: tokens.colorNeutralForeground3 },
  word: { color: tokens.colorNeutralForeground2 },
});

/** The numbers of a service, each with its word. */
export function ServiceFigures({ service }: { readonly service: ServiceTile }) {
  const styles = useStyles();
  const say = useWords();
  const { waiting, longestWaitSince, connected, able, agents } = service;
  return (
    <div className={styles.place}>
      <dl className={styles.root}>
        <Figure word={say('live.waiting')}>{waiting}</Figure>
        {longestWaitSince === null ? (
          <Figure word={say('live.nobodyWaits')}>
            <span className={styles.none} aria-hidden>
              –
            </span>
          </Figure>
        ) : (
          <Figure word={say('live.longestWait')}>
            <Elapsed since={longestWaitSince} className={styles.timer} />
          </Figure>
        )}
        <Figure word={say('live.connected')}>{connected}</Figure>
        <Figure word={say('live.able', { agents })}>{able}</Figure>
      </dl>
    </div>
  );
}

function Figure({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.figure}>
      <dt className={styles.word}>{word}</dt>
      <dd className={styles.number}>{children}</dd>
    </div>
  );
}
