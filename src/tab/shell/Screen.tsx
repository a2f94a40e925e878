import { makeStyles, tokens } from '@fluentui/react-components';
import type { PropsWithChildren } from 'react';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    display: 'grid',
    placeContent: 'center',
    // Above and below there is room for a button in the corner.
    padding: `64px ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  content: { maxWidth: '560px', minWidth: 0 },
});

/** A whole screen with one thing in its middle, before there are pages. */
export function Screen({ children }: PropsWithChildren) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <div className={styles.content}>{children}</div>
    </main>
  );
}
