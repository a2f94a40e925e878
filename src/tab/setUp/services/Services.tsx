import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, SettingsRegular } from '@fluentui/react-icons';
import type { ServiceTile } from '@rufwerk/engine/api';
import { useState } from 'react';
import { Answered } from '../../appearance/Answered.tsx';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { useServices } from '../../stream/queries.ts';
import { hasDraft } from '../editing/drafts.ts';
import { readDraft as readRuleDraft } from '../rule/drafts.ts';
import { DraftBadge, SetUpItem, SetUpList } from '../SetUpItem.tsx';
import { DoneBar } from './DoneBar.tsx';
import { newServicePart } from './newService.ts';
import { RemoveService } from './RemoveService.tsx';

const useStyles = makeStyles({
  add: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
});

/** All services; one can be added, and each removed. */
export function Services() {
  const styles = useStyles();
  const say = useWords();
  const { go } = useNavigation();
  const services = useServices();
  const [removed, setRemoved] = useState<ServiceTile | null>(null);
  return (
    <Panel heading={say('setUp.servicesHeading')}>
      {removed !== null && (
        <DoneBar key={removed.id} text={say('removal.done', { name: removed.name })} />
      )}
      <Answered query={services}>
        {({ items }) => <ServiceList services={items} onRemoved={setRemoved} />}
      </Answered>
      <div className={styles.add}>
        <Button icon={<AddRegular />} onClick={() => go({ page: 'set-up-new-service' })}>
          {say('newService.add')}
        </Button>
        {hasDraft(newServicePart.key) && <DraftBadge />}
      </div>
    </Panel>
  );
}

type ServiceListProps = {
  readonly services: readonly ServiceTile[];
  readonly onRemoved: (service: ServiceTile) => void;
};

function ServiceList({ services, onRemoved }: ServiceListProps) {
  const say = useWords();
  if (services.length === 0) {
    return (
      <EmptyState
        icon={<SettingsRegular />}
        heading={say('setUp.empty')}
        mend={say('setUp.emptyMend')}
      />
    );
  }
  return (
    <SetUpList>
      {services.map((service) => (
        <SetUpItem
          key={service.id}
          to={{ page: 'set-up-service', serviceId: service.id }}
          name={service.name}
          detail={say('setUp.agents', { count: service.agents })}
          isDraft={readRuleDraft(service.id) !== null || hasDraft(`service.${service.id}`)}
          action={<RemoveService service={service} onRemoved={() => onRemoved(service)} />}
        />
      ))}
    </SetUpList>
  );
}
