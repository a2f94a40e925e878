import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

type PanelProps = {
  readonly title: string;
  readonly subtitle?: string;
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '12px',
    boxShadow: tokens.shadow4,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '2px 12px',
    padding: '12px 16px 8px',
  },
  title: { margin: 0 },
  subtitle: { display: 'block', color: tokens.colorNeutralForeground3 },
});

/** One of the three columns: a region named by its heading. */
export function Panel({ title, subtitle, aside, className, children }: PanelProps) {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section className={mergeClasses(styles.root, className)} aria-labelledby={titleId}>
      <header className={styles.head}>
        <div>
          <Text as="h2" id={titleId} size={400} weight="semibold" className={styles.title}>
            {title}
          </Text>
          {subtitle !== undefined && (
            <Text size={200} className={styles.subtitle}>
              {subtitle}
            </Text>
          )}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
