import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { PulseRegular } from '@fluentui/react-icons';
import type { ServiceTile } from '@rufwerk/engine/api';
import { Answered } from '../appearance/Answered.tsx';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { useWords } from '../language/language.ts';
import { Page } from '../shell/Page.tsx';
import { useServices } from '../stream/queries.ts';
import { DecisionsPanel } from './DecisionsPanel.tsx';
import { Emergencies } from './emergency/Emergencies.tsx';
import { ReadinessBar } from './ReadinessBar.tsx';
import { ServiceCard } from './ServiceCard.tsx';
import { SupervisorsOnly } from './SupervisorsOnly.tsx';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: tokens.spacingVerticalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  heading: { margin: 0 },
  services: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

/** What supervisors watch: their services at a glance, and what was decided last. */
export default function LivePage() {
  const say = useWords();
  return (
    <Page heading={say('live.heading')}>
      <Emergencies />
      <SupervisorsOnly>
        <Overview />
      </SupervisorsOnly>
    </Page>
  );
}

function Overview() {
  const services = useServices();
  return (
    <>
      <ReadinessBar />
      <Answered query={services}>{({ items }) => <Tiles services={items} />}</Answered>
      <DecisionsPanel serviceId={null} />
    </>
  );
}

function Tiles({ services }: { readonly services: readonly ServiceTile[] }) {
  const styles = useStyles();
  const say = useWords();
  if (services.length === 0) {
    return (
      <EmptyState
        icon={<PulseRegular />}
        heading={say('live.empty')}
        mend={say('live.emptyMend')}
      />
    );
  }
  return (
    <section className={styles.services} aria-labelledby="live-services">
      <Subtitle2 as="h2" id="live-services" className={styles.heading}>
        {say('live.servicesHeading')}
      </Subtitle2>
      <ul className={styles.tiles}>
        {services.map((service) => (
          <ServiceCard key={service.id} service={service} />
        ))}
      </ul>
    </section>
  );
}
