import { useMemo } from 'react';
import { Columns } from '../../appearance/Columns.tsx';
import { useWords } from '../../language/language.ts';
import type { ServicePart } from '../../shell/routes.ts';
import { useConfiguration } from '../../stream/settingQueries.ts';
import { SetUpPart } from '../SetUpPart.tsx';
import { type ServiceContent, servicePart } from '../editing/part.ts';
import { PartForm } from '../editing/PartForm.tsx';
import type { Setting } from '../editing/setting.ts';
import { AfterCallPanel } from './AfterCallPanel.tsx';
import { AnnouncementsPanel } from './AnnouncementsPanel.tsx';
import { CallBackPanel } from './CallBackPanel.tsx';
import { DeliveryPanel } from './DeliveryPanel.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { FirstPanel } from './FirstPanel.tsx';
import { GeneralPanel } from './GeneralPanel.tsx';
import { HoursPanel } from './HoursPanel.tsx';
import { LevelsPanel } from './LevelsPanel.tsx';
import { OffersPanel } from './OffersPanel.tsx';
import { OrderPanel } from './OrderPanel.tsx';
import { LeavingPanel, QueuePanel } from './QueuePanel.tsx';
import { ResponsibilityPanel } from './ResponsibilityPanel.tsx';
import { ServiceNavigation } from './ServiceNavigation.tsx';
import { TeamsPanel } from './TeamsPanel.tsx';

type ServicePartPageProps = { readonly serviceId: string; readonly part: ServicePart };

/** One part of a service's settings; all parts share one draft, saved together. */
export default function ServicePartPage({ serviceId, part }: ServicePartPageProps) {
  const say = useWords();
  const services = useConfiguration().data?.configuration.services;
  const name = services?.find(({ id }) => id === serviceId)?.name;
  const content = useMemo(() => servicePart(serviceId), [serviceId]);
  return (
    <SetUpPart heading={name ?? say('setUp.heading')} intro={say(`part.intro.${part}`)}>
      <ServiceNavigation serviceId={serviceId} selected={part} />
      <PartForm part={content}>
        {(form) => (
          <Columns>
            <Panels part={part} form={form} />
          </Columns>
        )}
      </PartForm>
    </SetUpPart>
  );
}

type PanelsProps = { readonly part: ServicePart; readonly form: Setting<ServiceContent> };

function Panels({ part, form }: PanelsProps) {
  switch (part) {
    case 'general':
      return (
        <>
          <GeneralPanel form={form} />
          <DeliveryPanel form={form} />
          <TeamsPanel form={form} />
          <EmergencyPanel form={form} />
        </>
      );
    case 'hours':
      return <HoursPanel form={form} />;
    case 'responsibility':
      return (
        <>
          <ResponsibilityPanel form={form} />
          <LevelsPanel form={form} />
          <FirstPanel form={form} />
        </>
      );
    case 'order':
      return (
        <>
          <OrderPanel form={form} />
          <OffersPanel form={form} />
        </>
      );
    case 'after-call':
      return <AfterCallPanel form={form} />;
    case 'queue':
      return (
        <>
          <QueuePanel form={form} />
          <LeavingPanel form={form} />
        </>
      );
    case 'announcements':
      return (
        <>
          <AnnouncementsPanel form={form} />
          <CallBackPanel form={form} />
        </>
      );
  }
}
