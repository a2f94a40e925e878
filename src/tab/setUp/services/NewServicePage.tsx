import { useState } from 'react';
import { Columns } from '../../appearance/Columns.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { SERVICE_PARTS } from '../../shell/routes.ts';
import type { ServiceContent } from '../editing/part.ts';
import { usePart } from '../editing/PartContext.ts';
import { PartForm } from '../editing/PartForm.tsx';
import { within } from '../editing/setting.ts';
import { People } from '../fields/People.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { ServicePanelProps } from '../service/panel.ts';
import { ResponsibilityPanel } from '../service/ResponsibilityPanel.tsx';
import { SetUpItem, SetUpList } from '../SetUpItem.tsx';
import { SetUpPart } from '../SetUpPart.tsx';
import { DoneBar } from './DoneBar.tsx';
import { named, newServicePart } from './newService.ts';

/** Adds a service: what it cannot do without, and who takes its calls. */
export default function NewServicePage() {
  const say = useWords();
  const [added, setAdded] = useState<ServiceContent | null>(null);
  if (added !== null) return <Added service={added} />;
  return (
    <SetUpPart heading={say('newService.heading')} intro={say('newService.intro')}>
      <PartForm part={newServicePart} onSaved={setAdded}>
        {(form) => (
          <Columns>
            <NamesPanel form={form} />
            <ResponsibilityPanel form={form} />
          </Columns>
        )}
      </PartForm>
    </SetUpPart>
  );
}

function NamesPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const others = usePart().whole.services.slice(0, -1);
  const takenIds = others.map(({ id }) => id);
  const name = within(form, 'name');
  return (
    <Panel heading={say('part.heading.general')}>
      <TextField
        setting={{ ...name, set: (text) => form.set(named(form.value, text, takenIds)) }}
      />
      <TextField setting={within(form, 'id')} hint={say('newService.idHint')} />
      <TextField setting={within(form, 'resourceAccount')} />
      <People setting={within(form, 'supervisors')} />
    </Panel>
  );
}

/** It is in force; its other settings each have a page. */
function Added({ service: { id, name } }: { readonly service: ServiceContent }) {
  const say = useWords();
  return (
    <SetUpPart heading={name} intro={say('newService.goOn')}>
      <DoneBar text={say('newService.done', { name })} />
      <Panel heading={say('part.pages')}>
        <SetUpList>
          {SERVICE_PARTS.map((part) => (
            <SetUpItem
              key={part}
              to={{ page: 'set-up-service-part', serviceId: id, part }}
              name={say(`part.name.${part}`)}
              detail={say(`part.intro.${part}`)}
              isDraft={false}
            />
          ))}
        </SetUpList>
      </Panel>
    </SetUpPart>
  );
}
