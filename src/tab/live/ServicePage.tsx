import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ServiceDetail } from '@rufwerk/engine/api';
import { Answered } from '../appearance/Answered.tsx';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { Page } from '../shell/Page.tsx';
import { useService } from '../stream/queries.ts';
import { ClosedBar } from './ClosedBar.tsx';
import { DecisionsPanel } from './DecisionsPanel.tsx';
import { Emergencies } from './emergency/Emergencies.tsx';
import { QueuePanel } from './QueuePanel.tsx';
import { ServiceFigures } from './ServiceFigures.tsx';
import { SupervisorsOnly } from './SupervisorsOnly.tsx';
import { TeamPanel } from './TeamPanel.tsx';
import { degradedSentence, troubleSentence } from './trouble.ts';

const useStyles = makeStyles({
  figures: {
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 480px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
});

/** One service as its supervisors see it: who waits, who serves, what was decided. */
export default function ServicePage({ serviceId }: { readonly serviceId: string }) {
  const say = useWords();
  const service = useService(serviceId);
  return (
    <Page
      heading={service.data?.name ?? say('live.heading')}
      back={{ to: { page: 'live' }, name: say('page.live') }}
      {...(service.data !== undefined && {
        intro: say(`service.delivery.${service.data.delivery}`),
      })}
    >
      <SupervisorsOnly>
        <Emergencies />
        <Answered query={service}>
          {(data) => <Service service={data} receivedAt={service.dataUpdatedAt} />}
        </Answered>
      </SupervisorsOnly>
    </Page>
  );
}

type ServiceProps = { readonly service: ServiceDetail; readonly receivedAt: number };

function Service({ service, receivedAt }: ServiceProps) {
  const styles = useStyles();
  const say = useWords();
  const { time } = useFormats();
  const troubles = [
    troubleSentence(service, say, useLanguage()),
    degradedSentence(service, say, time),
  ].filter((sentence) => sentence !== null);
  return (
    <>
      {troubles.map((trouble) => (
        <MessageBar key={trouble} intent="warning" layout="multiline">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      ))}
      <ClosedBar service={service} />
      <div className={styles.figures}>
        <ServiceFigures service={service} />
      </div>
      <TeamPanel service={service} receivedAt={receivedAt} />
      <div className={styles.columns}>
        <QueuePanel serviceId={service.id} queue={service.queue} />
        <DecisionsPanel serviceId={service.id} />
      </div>
    </>
  );
}
