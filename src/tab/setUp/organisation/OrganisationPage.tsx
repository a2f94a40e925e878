import { Columns } from '../../appearance/Columns.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { SetUpPart } from '../SetUpPart.tsx';
import { type OrganisationContent, organisationPart } from '../editing/part.ts';
import { PartForm } from '../editing/PartForm.tsx';
import { type Setting, within } from '../editing/setting.ts';
import { OneOf } from '../fields/OneOf.tsx';
import { People } from '../fields/People.tsx';
import { TimeZone } from '../fields/TimeZone.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import { BreaksPanel } from './BreaksPanel.tsx';
import { ProfilesPanel } from './ProfilesPanel.tsx';

/** What holds for all services: the day, ageing, breaks, profiles, administrators. */
export default function OrganisationPage() {
  const say = useWords();
  return (
    <SetUpPart heading={say('organisation.heading')} intro={say('organisation.intro')}>
      <PartForm part={organisationPart}>
        {(form) => (
          <Columns>
            <GeneralPanel form={form} />
            <BreaksPanel setting={within(form, 'breakReasons')} />
            <ProfilesPanel setting={within(form, 'profiles')} />
          </Columns>
        )}
      </PartForm>
    </SetUpPart>
  );
}

function GeneralPanel({ form }: { readonly form: Setting<OrganisationContent> }) {
  const say = useWords();
  return (
    <Panel heading={say('organisation.general')}>
      <TimeZone setting={within(form, 'timeZone')} />
      <WholeNumber setting={within(form, 'ageingSeconds')} />
      <OneOf setting={within(form, 'dutyAtStart')} values={['on', 'off']} />
      <People setting={within(form, 'administrators')} />
    </Panel>
  );
}
