import { makeStyles, ProgressBar, Text, Title3, tokens } from '@fluentui/react-components';
import { CallInboundFilled } from '@fluentui/react-icons';
import type { MyWork } from '@rufwerk/engine/api';
import { timeLeft } from '../clock/duration.ts';
import { useNow } from '../clock/useNow.ts';
import { useWords } from '../language/language.ts';

type Offer = NonNullable<MyWork['offer']>;

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  icon: {
    fontSize: '36px',
    lineHeight: 1,
    color: tokens.colorBrandForeground1,
    animationName: { '50%': { transform: 'rotate(-12deg) scale(1.08)' } },
    animationDuration: '1s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  heading: { margin: 0 },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  left: { gridColumn: '1 / -1', display: 'grid', rowGap: tokens.spacingVerticalXS },
});

/** The call that rings at the agent's Teams client, where it is answered. */
export function RingingOffer({ offer }: { readonly offer: Offer }) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const untilAt = Date.parse(offer.until);
  const leftMs = timeLeft(untilAt, now);
  const ringTimeMs = timeLeft(untilAt, Date.parse(offer.since));
  const leftWords = say('myWork.offer.secondsLeft', { count: leftMs / 1_000 });
  const heading = say('myWork.offer.heading', { service: offer.serviceName });
  const caller = offer.callerName || say('page.unknownCaller');
  return (
    <section className={styles.root} aria-label={heading}>
      <span className={styles.icon} aria-hidden>
        <CallInboundFilled />
      </span>
      <div className={styles.words}>
        <Title3 as="h2" className={styles.heading}>
          {heading}
        </Title3>
        <Text size={400} weight="semibold">
          {caller}
        </Text>
        <Text>{say('myWork.offer.answer')}</Text>
      </div>
      <div className={styles.left}>
        <Text role="timer" aria-live="off">
          {leftWords}
        </Text>
        <ProgressBar
          aria-hidden
          value={ringTimeMs === 0 ? 0 : Math.min(1, leftMs / ringTimeMs)}
          thickness="large"
        />
      </div>
    </section>
  );
}
