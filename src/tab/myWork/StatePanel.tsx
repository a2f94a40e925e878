import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MyWork } from '@rufwerk/engine/api';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useNow } from '../clock/useNow.ts';
import { durationWords, timeLeft } from '../clock/duration.ts';
import { useWords } from '../language/language.ts';
import { PresenceMark } from '../presence/PresenceMark.tsx';
import { usePresenceAge } from '../presence/PresenceLine.tsx';
import { usePresenceWords } from '../presence/usePresenceWords.ts';
import { DutySwitch } from '../routingState/DutySwitch.tsx';
import { looks } from '../routingState/looks.ts';
import { useSession } from '../session/SessionContext.ts';
import { useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';
import { useCause } from './useCause.ts';

type StatePanelProps = { readonly work: MyWork; readonly receivedAt: number };

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '6px',
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 560px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      padding: tokens.spacingHorizontalL,
    },
  },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  icon: { fontSize: 'clamp(32px, 6vw, 44px)', lineHeight: 1, display: 'inline-flex' },
  state: {
    margin: 0,
    fontSize: 'clamp(28px, 5vw, 40px)',
    lineHeight: 1.2,
    fontWeight: tokens.fontWeightSemibold,
  },
  time: {
    fontSize: 'clamp(20px, 3.5vw, 28px)',
    lineHeight: 1.2,
    color: tokens.colorNeutralForeground2,
  },
  cause: { maxWidth: '70ch' },
  presence: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  mark: { alignSelf: 'flex-start', display: 'inline-flex', flexShrink: 0, marginTop: '5px' },
  trouble: { gridColumn: '1 / -1' },
});

/** State, large and first: what the agent is for the services, since when, and why. */
export function StatePanel({ work, receivedAt }: StatePanelProps) {
  const styles = useStyles();
  const say = useWords();
  const cause = useCause();
  const { api } = useSession();
  const duty = useCommand((onDuty: boolean) => api.setMyDuty(onDuty), [keys.myWork]);
  const { Icon, color } = looks[work.state];
  return (
    <section
      className={styles.root}
      style={{ borderInlineStartColor: color }}
      aria-label={say('myWork.stateHeading')}
    >
      <div className={styles.words}>
        <div className={styles.line}>
          <span className={styles.icon} style={{ color }} aria-hidden>
            <Icon />
          </span>
          <h2 className={styles.state}>{say(`state.${work.state}`)}</h2>
          {/* In an emergency the callback window above counts, and the cause says until when. */}
          {work.emergency === null && work.state !== 'confirming' && <StateTime work={work} />}
        </div>
        <Text size={400} className={styles.cause}>
          {cause(work)}
        </Text>
        <OwnPresence work={work} receivedAt={receivedAt} />
      </div>
      <DutySwitch
        label={say('duty.label')}
        isLabelShown
        onDuty={work.onDuty}
        pending={duty.pending}
        onSwitch={duty.run}
      />
      {duty.trouble !== null && (
        <div className={styles.trouble}>
          <TroubleBar trouble={duty.trouble} onDismiss={duty.dismiss} />
        </div>
      )}
    </section>
  );
}

/** What ends by itself counts down; everything else counts up. */
function StateTime({ work }: { readonly work: MyWork }) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const time =
    work.until === null
      ? say('myWork.since', { time: durationWords(now - Date.parse(work.since)) })
      : say('myWork.remaining', { time: durationWords(timeLeft(Date.parse(work.until), now)) });
  return (
    <Text as="span" role="timer" aria-live="off" font="numeric" className={styles.time}>
      {time}
    </Text>
  );
}

function OwnPresence({ work, receivedAt }: StatePanelProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <div className={styles.presence}>
      <span className={styles.mark}>
        <PresenceMark availability={work.presence?.availability ?? null} />
      </span>
      {work.presence === null ? (
        <Text>{say('presence.unseen')}</Text>
      ) : (
        <OwnSeenPresence presence={work.presence} receivedAt={receivedAt} />
      )}
    </div>
  );
}

function OwnSeenPresence(props: {
  readonly presence: NonNullable<MyWork['presence']>;
  readonly receivedAt: number;
}) {
  const { presence, receivedAt } = props;
  const say = useWords();
  const words = usePresenceWords();
  const seen = words.seen(presence, usePresenceAge(presence, receivedAt));
  return <Text>{say('presence.ownSeen', { value: words.value(presence), seen })}</Text>;
}
