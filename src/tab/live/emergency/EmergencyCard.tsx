import {
  Badge,
  Button,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { AlertUrgentFilled } from '@fluentui/react-icons';
import type { EmergencyShown } from '@rufwerk/engine/api';
import { FactList } from '../../appearance/FactList.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { ContactsTold } from '../../emergency/ContactsTold.tsx';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { useEmergencyFacts } from './useEmergencyFacts.ts';

type EmergencyProps = {
  readonly emergency: EmergencyShown;
  /** For supervisors and administrators; contacts only read. */
  readonly maySteer: boolean;
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `3px solid ${tokens.colorPaletteRedBorderActive}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  // Nobody shall run for a drill.
  drill: { border: `3px solid ${tokens.colorPaletteMarigoldBorderActive}` },
  title: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  sign: {
    display: 'inline-flex',
    flexShrink: 0,
    fontSize: '24px',
    color: tokens.colorPaletteRedForeground1,
  },
  drillSign: { color: tokens.colorPaletteMarigoldForeground1 },
  heading: { margin: 0, overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 480px)': { flexDirection: 'column' },
  },
});

/** One emergency: who, since when, where, who has been told, and what can be said of the call. */
export function EmergencyCard({ emergency, maySteer }: EmergencyProps) {
  const styles = useStyles();
  const say = useWords();
  const { agent, isDrill, call, notices } = emergency;
  const name = agent.name || say('page.unknownPerson');
  const told = { term: say('emergency.toldHeading'), value: <ContactsTold notices={notices} /> };
  return (
    <article
      className={mergeClasses(styles.root, isDrill && styles.drill)}
      aria-label={say('emergency.live.of', { name })}
    >
      <div role="alert" className={styles.head}>
        <div className={styles.title}>
          <span className={mergeClasses(styles.sign, isDrill && styles.drillSign)} aria-hidden>
            <AlertUrgentFilled />
          </span>
          <Subtitle2 as="h3" className={styles.heading}>
            {say(isDrill ? 'emergency.live.announcedDrill' : 'emergency.live.announced', { name })}
          </Subtitle2>
        </div>
        {isDrill && <Badge color="warning">{say('emergency.drill')}</Badge>}
      </div>
      <FactList facts={[...useEmergencyFacts(emergency), told]} />
      {maySteer && call !== 'over' && <Actions agentId={agent.id} />}
    </article>
  );
}

function Actions({ agentId }: { readonly agentId: string }) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const command = useCommand<'callOver' | 'callGoesOn'>(
    (what) => api.emergencyOf(agentId)[what](),
    [keys.emergencies],
  );
  return (
    <>
      <div className={styles.actions}>
        <Button disabledFocusable={command.isBusy} onClick={() => command.run('callOver')}>
          {say('emergency.over')}
        </Button>
        <Button disabledFocusable={command.isBusy} onClick={() => command.run('callGoesOn')}>
          {say('emergency.goesOn')}
        </Button>
      </div>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </>
  );
}
