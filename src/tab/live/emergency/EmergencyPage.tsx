import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { Answered } from '../../appearance/Answered.tsx';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { useEmergencies } from '../../stream/emergencyQueries.ts';
import { useMaySteer } from './Emergencies.tsx';
import { EmergencyCard } from './EmergencyCard.tsx';

/**
 * Where the mail and the card lead: one emergency while it is open, for contacts as well, who need
 * no role here. Afterwards nothing of it is left to show (DEC-9).
 */
export default function EmergencyPage({ emergencyId }: { readonly emergencyId: string }) {
  const say = useWords();
  const maySteer = useMaySteer();
  const emergencies = useEmergencies();
  return (
    <Page
      heading={say('emergency.live.heading')}
      back={{ to: { page: 'live' }, name: say('page.live') }}
    >
      <Answered query={emergencies}>
        {(all) => {
          const emergency = all.find(({ id }) => id === emergencyId);
          if (emergency !== undefined) {
            return <EmergencyCard emergency={emergency} maySteer={maySteer} />;
          }
          return (
            <EmptyState
              icon={<ShieldCheckmarkRegular />}
              heading={say('emergency.live.none')}
              mend={say('emergency.live.noneMend')}
            />
          );
        }}
      </Answered>
    </Page>
  );
}
