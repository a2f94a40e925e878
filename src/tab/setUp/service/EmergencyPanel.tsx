import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { Contacts } from '../fields/Contacts.tsx';
import type { ServicePanelProps } from './panel.ts';

/** Who is told when an agent of the service calls for help. */
export function EmergencyPanel({ form }: ServicePanelProps) {
  const say = useWords();
  return (
    <Panel heading={say('emergencySetUp.callsHeading')}>
      <Contacts setting={within(form, 'emergencyContacts')} />
    </Panel>
  );
}
