import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

type HintProps = {
  readonly heading: string;
  /** What to do next. */
  readonly mend: string;
  readonly icon?: ReactNode;
  /** A heading level where the hint stands for a whole region; plain text otherwise. */
  readonly level?: 1 | 2 | 3;
  readonly children?: ReactNode;
};

const useStyles = makeStyles({
  root: {
    display: 'grid',
    justifyItems: 'center',
    gap: '6px',
    padding: '20px 12px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '32px', lineHeight: 1, color: tokens.colorBrandForeground1 },
  mend: { maxWidth: '42ch' },
});

/** An empty or broken state: what is the matter, and what to do next. */
export function Hint({ heading, mend, icon, level, children }: HintProps) {
  const styles = useStyles();
  const headingAs = level === undefined ? 'span' : (`h${level}` as const);
  return (
    <div className={styles.root}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <Text as={headingAs} weight="semibold" style={{ margin: 0 }}>
        {heading}
      </Text>
      <Text className={styles.mend}>{mend}</Text>
      {children}
    </div>
  );
}
