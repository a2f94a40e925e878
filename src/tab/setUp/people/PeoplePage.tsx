import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Columns } from '../../appearance/Columns.tsx';
import { useWords } from '../../language/language.ts';
import { SetUpPart } from '../SetUpPart.tsx';
import { type PeopleContent, peoplePart } from '../editing/part.ts';
import { PartForm } from '../editing/PartForm.tsx';
import { type Setting, within } from '../editing/setting.ts';
import { PeoplePanel } from './PeoplePanel.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { personIn } from './person.ts';
import { PersonPanel } from './PersonPanel.tsx';
import { ServicesPanel } from './ServicesPanel.tsx';

/** Who can do what: skills with levels, responsibility profiles, and who takes part where. */
export default function PeoplePage() {
  const say = useWords();
  return (
    <SetUpPart heading={say('people.heading')} intro={say('people.intro')}>
      <PartForm part={peoplePart}>{(form) => <People form={form} />}</PartForm>
    </SetUpPart>
  );
}

function People({ form }: { readonly form: Setting<PeopleContent> }) {
  const say = useWords();
  const [chosen, choose] = useState<string | null>(null);
  const agents = within(form, 'agents');
  if (chosen === null) return <PeoplePanel agents={agents.value} onChoose={choose} />;
  return (
    <>
      <div>
        <Button autoFocus icon={<ArrowLeftRegular />} onClick={() => choose(null)}>
          {say('people.all')}
        </Button>
      </div>
      <Columns>
        <PersonPanel person={personIn(agents, chosen)} />
        <ServicesPanel userPrincipalName={chosen} />
        <EmergencyPanel emergency={within(personIn(agents, chosen), 'emergency')} />
      </Columns>
    </>
  );
}
