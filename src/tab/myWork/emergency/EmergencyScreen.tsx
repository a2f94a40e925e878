import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AlertUrgentFilled, CallEndRegular, CallRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { EmergencyShown } from '@rufwerk/engine/api';
import { useEffect, useRef } from 'react';
import { Elapsed } from '../../appearance/Elapsed.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useNow } from '../../clock/useNow.ts';
import { ContactsTold } from '../../emergency/ContactsTold.tsx';
import { mayRenew } from '../../emergency/goesOn.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { useEmergencyNumbers } from '../../stream/emergencyQueries.ts';
import { keys } from '../../stream/keys.ts';

type EmergencyProps = { readonly emergency: EmergencyShown };

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `4px solid ${tokens.colorPaletteRedBorderActive}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 560px)': { padding: tokens.spacingHorizontalL },
  },
  warning: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  sign: {
    display: 'inline-flex',
    flexShrink: 0,
    fontSize: 'clamp(32px, 6vw, 44px)',
    color: tokens.colorPaletteRedForeground1,
  },
  heading: {
    margin: 0,
    fontSize: 'clamp(26px, 5vw, 40px)',
    lineHeight: 1.2,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { maxWidth: '70ch' },
  title: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 480px)': { flexDirection: 'column' },
  },
  number: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  partHeading: { margin: 0, fontSize: tokens.fontSizeBase400 },
});

/** While the call goes on there is nothing else to see (EMG-15, EMG-16). */
export function EmergencyScreen({ emergency }: EmergencyProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <section className={styles.root} aria-label={say('emergency.heading')}>
      <Warning emergency={emergency} />
      <Actions emergency={emergency} />
      {!emergency.isDrill && <ByHand />}
      <div className={styles.part}>
        <h3 className={styles.partHeading}>{say('emergency.toldHeading')}</h3>
        <ContactsTold notices={emergency.notices} />
      </div>
    </section>
  );
}

function Warning({ emergency }: EmergencyProps) {
  const styles = useStyles();
  const say = useWords();
  const { time } = useFormats();
  const { isDrill, dialledAt, call, callback } = emergency;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus is gone. Whoever is in Teams itself, as in the call, stays there.
    if (document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <>
      <div role="alert" className={styles.warning}>
        <div className={styles.line}>
          <div className={styles.title}>
            <span className={styles.sign} aria-hidden>
              <AlertUrgentFilled />
            </span>
            <h2 ref={heading} tabIndex={-1} className={styles.heading}>
              {say(isDrill ? 'emergency.drillHeading' : 'emergency.heading')}
            </h2>
          </div>
          {isDrill && <Badge color="warning">{say('emergency.drill')}</Badge>}
        </div>
        <Text size={400} className={styles.text}>
          {say(call === 'watched' ? 'emergency.textWatched' : 'emergency.text')}
        </Text>
        {callback.path === 'none' && (
          <Text size={400} weight="semibold" className={styles.text}>
            {say('emergency.textNoCallback')}
          </Text>
        )}
        {isDrill && <Text className={styles.text}>{say('emergency.drillText')}</Text>}
      </div>
      <Text size={400}>
        {say('emergency.since', { time: time(Date.parse(dialledAt)) })}{' '}
        <Elapsed since={dialledAt} weight="semibold" />
      </Text>
    </>
  );
}

function Actions({ emergency }: EmergencyProps) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const { time } = useFormats();
  const { api, teams } = useSession();
  const opening = useMutation({ mutationFn: () => teams.openCalls() });
  const command = useCommand<'callOver' | 'callGoesOn'>(
    (what) => api.ownEmergency[what](),
    [keys.myWork],
  );
  const asksForMore = mayRenew(emergency, now);
  const until = time(Date.parse(emergency.shownUntil));
  return (
    <div className={styles.part}>
      {asksForMore && (
        <Text role="status" weight="semibold" className={styles.text}>
          {say(emergency.call === 'watched' ? 'emergency.asksWatched' : 'emergency.asks', {
            time: until,
          })}
        </Text>
      )}
      <div className={styles.actions}>
        <Button
          size="large"
          appearance="primary"
          icon={<CallRegular />}
          onClick={() => opening.mutate()}
        >
          {say('emergency.openInTeams')}
        </Button>
        {asksForMore && (
          <Button
            size="large"
            disabledFocusable={command.isBusy}
            onClick={() => command.run('callGoesOn')}
          >
            {say('emergency.goesOn')}
          </Button>
        )}
        <Button
          size="large"
          icon={<CallEndRegular />}
          disabledFocusable={command.isBusy}
          onClick={() => command.run('callOver')}
        >
          {say('emergency.over')}
        </Button>
      </div>
      {isInTheWay(emergency) && (
        <Text weight="semibold" className={styles.text}>
          {say('emergency.sayOver')}
        </Text>
      )}
      <Text className={styles.text}>
        {say(opening.isError ? 'emergency.notOpened' : 'emergency.inTeams')}
      </Text>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </div>
  );
}

/** Our Do not disturb would keep a callback away that does not come through the pool (DEC-6). */
function isInTheWay({ call, callback }: EmergencyShown): boolean {
  const isThroughPool = callback.path === 'pool' && callback.wasAskedFor !== false;
  return call === 'shown' && !isThroughPool;
}

/** The click may have started no call: then a hand does. */
function ByHand() {
  const styles = useStyles();
  const say = useWords();
  const numbers = useEmergencyNumbers();
  return (
    <div className={styles.part}>
      <Text className={styles.text}>{say('emergency.byHand')}</Text>
      <div className={styles.line}>
        {numbers.map((number) => (
          <Link key={number} href={`tel:${number}`} className={styles.number}>
            {number}
          </Link>
        ))}
      </div>
    </div>
  );
}
