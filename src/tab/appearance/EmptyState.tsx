import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly icon: ReactNode;
  readonly heading: string;
  /** What to do next: an empty place without it would be a dead end. */
  readonly mend: string;
  readonly children?: ReactNode;
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'flex-start',
    padding: `${tokens.spacingVerticalM} 0`,
  },
  icon: { flexShrink: 0, fontSize: '28px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  words: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  heading: { margin: 0 },
  mend: { color: tokens.colorNeutralForeground2, maxWidth: '65ch' },
});

/** What stands where there is nothing to show. */
export function EmptyState({ icon, heading, mend, children }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div className={styles.words}>
        <Subtitle2 as="h3" className={styles.heading}>
          {heading}
        </Subtitle2>
        <Text className={styles.mend}>{mend}</Text>
        {children}
      </div>
    </div>
  );
}
