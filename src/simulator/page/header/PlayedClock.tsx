import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import { useLocale, useWords } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import { usePlayedNow } from '../world/WorldProvider.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 10px',
    padding: '4px 6px 4px 12px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  time: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground2 },
  steps: { display: 'flex', gap: '2px' },
});

const steps = [
  { name: 'seconds10', seconds: 10 },
  { name: 'minutes1', seconds: 60 },
  { name: 'minutes5', seconds: 300 },
] as const;

/** The played world's own time, which people may put forward. */
export function PlayedClock() {
  const styles = useStyles();
  const say = useWords();
  const locale = useLocale();
  const act = useAct();
  const now = new Date(usePlayedNow());
  const day = now.toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  return (
    <div className={styles.root} role="group" aria-label={say('clock.label')}>
      <span className={styles.time}>
        <ClockRegular aria-hidden />
        <Text size={200} className={styles.label}>
          {day}
        </Text>
        <Text weight="semibold" role="timer" aria-label={say('clock.label')}>
          {now.toLocaleTimeString(locale)}
        </Text>
      </span>
      <span className={styles.steps}>
        {steps.map(({ name, seconds }) => (
          <Button
            key={name}
            size="small"
            appearance="subtle"
            aria-label={say('clock.advance', { step: say(`clock.steps.${name}`) })}
            onClick={() => void act(control.advanceClock(seconds))}
          >
            +{say(`clock.steps.${name}`)}
          </Button>
        ))}
      </span>
    </div>
  );
}
