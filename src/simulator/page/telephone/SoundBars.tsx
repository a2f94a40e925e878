import { makeStyles, mergeClasses } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '2px', height: '16px' },
  bar: {
    width: '3px',
    height: '6px',
    borderRadius: '2px',
    backgroundColor: 'currentcolor',
  },
  lively: {
    animationName: { '0%, 100%': { height: '4px' }, '50%': { height: '15px' } },
    animationDuration: '900ms',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'ease-in-out',
  },
});

const delays = ['0ms', '-350ms', '-600ms', '-150ms'];

/** Ornament: moves while there is something to hear. The words beside it say what. */
export function SoundBars({ lively }: { readonly lively: boolean }) {
  const styles = useStyles();
  return (
    <span className={styles.root} aria-hidden>
      {delays.map((animationDelay) => (
        <span
          key={animationDelay}
          className={mergeClasses(styles.bar, lively && styles.lively)}
          style={{ animationDelay }}
        />
      ))}
    </span>
  );
}
