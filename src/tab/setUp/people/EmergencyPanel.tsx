import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { type Setting, within } from '../editing/setting.ts';
import { Contacts } from '../fields/Contacts.tsx';
import { OptionalCountry } from '../fields/Country.tsx';
import { OneOf } from '../fields/OneOf.tsx';
import type { PersonForm } from './person.ts';

type EmergencyPanelProps = { readonly emergency: Setting<PersonForm['emergency']> };

/** A person's own emergency: who is told, where help calls back, and what is dialled there. */
export function EmergencyPanel({ emergency }: EmergencyPanelProps) {
  const say = useWords();
  return (
    <Panel heading={say('emergencySetUp.callsHeading')}>
      <Contacts setting={within(emergency, 'contacts')} label={say('emergencySetUp.ownContacts')} />
      <OneOf setting={within(emergency, 'callback')} values={['own-number', 'pool']} />
      <OptionalCountry setting={within(emergency, 'country')} />
    </Panel>
  );
}
