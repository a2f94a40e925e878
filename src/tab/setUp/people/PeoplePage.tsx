import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { AdministratorsOnly } from '../AdministratorsOnly.tsx';
import { type PeopleContent, peoplePart } from '../editing/part.ts';
import { PartForm } from '../editing/PartForm.tsx';
import { type Setting, within } from '../editing/setting.ts';
import { PeoplePanel } from './PeoplePanel.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { personIn } from './person.ts';
import { PersonPanel } from './PersonPanel.tsx';
import { ServicesPanel } from './ServicesPanel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
});

/** Who can do what: skills with levels, responsibility profiles, and who takes part where. */
export default function PeoplePage() {
  const say = useWords();
  return (
    <Page
      heading={say('people.heading')}
      intro={say('people.intro')}
      back={{ to: { page: 'set-up' }, name: say('page.setUp') }}
    >
      <AdministratorsOnly>
        <PartForm part={peoplePart}>{(form) => <People form={form} />}</PartForm>
      </AdministratorsOnly>
    </Page>
  );
}

function People({ form }: { readonly form: Setting<PeopleContent> }) {
  const styles = useStyles();
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
      <div className={styles.columns}>
        <PersonPanel person={personIn(agents, chosen)} />
        <ServicesPanel userPrincipalName={chosen} />
        <EmergencyPanel emergency={within(personIn(agents, chosen), 'emergency')} />
      </div>
    </>
  );
}
