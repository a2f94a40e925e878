import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

type PanelProps = {
  readonly heading: string;
  /** A short remark beside the heading. */
  readonly remark?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 480px)': {
      paddingLeft: tokens.spacingHorizontalL,
      paddingRight: tokens.spacingHorizontalL,
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
  },
  heading: { margin: 0 },
  remark: { color: tokens.colorNeutralForeground2 },
});

/** A named part of a screen. */
export function Panel({ heading, remark, children, className }: PanelProps) {
  const styles = useStyles();
  const headingId = useId();
  return (
    <section className={mergeClasses(styles.root, className)} aria-labelledby={headingId}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={headingId} className={styles.heading}>
          {heading}
        </Subtitle2>
        {remark !== undefined && <Text className={styles.remark}>{remark}</Text>}
      </div>
      {children}
    </section>
  );
}
