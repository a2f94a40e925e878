import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { Columns } from '../../appearance/Columns.tsx';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useWords } from '../../language/language.ts';
import { troubleOf } from '../../session/trouble.ts';
import { useEmergencies } from '../../stream/emergencyQueries.ts';
import { useMe } from '../../stream/queries.ts';
import { EmergencyCard } from './EmergencyCard.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  heading: { margin: 0 },
});

/** Whether the reader may act on what is seen of others. */
export function useMaySteer(): boolean {
  const roles = useMe().data?.roles ?? [];
  return roles.includes('supervisor') || roles.includes('administrator');
}

/** Above everything else in Live: the emergencies of the reader's people; nothing without any. */
export function Emergencies() {
  const styles = useStyles();
  const say = useWords();
  const maySteer = useMaySteer();
  const { data, isError, error, refetch } = useEmergencies();
  if (data === undefined) {
    // Who oversees nobody is told of emergencies by mail, and misses nothing here.
    if (!isError || !maySteer) return null;
    return <TroubleBar trouble={troubleOf(error)} onRetry={() => void refetch()} />;
  }
  if (data.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby="live-emergencies">
      <Subtitle2 as="h2" id="live-emergencies" className={styles.heading}>
        {say('emergency.live.heading')}
      </Subtitle2>
      <Columns>
        {data.map((emergency) => (
          <EmergencyCard key={emergency.id} emergency={emergency} maySteer={maySteer} />
        ))}
      </Columns>
    </section>
  );
}
