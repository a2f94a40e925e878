import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { AdministratorsOnly } from '../AdministratorsOnly.tsx';
import { type PeopleContent, peoplePart } from '../editing/part.ts';
import { PartForm } from '../editing/PartForm.tsx';
import { type Setting, within } from '../editing/setting.ts';
import { PeoplePanel } from './PeoplePanel.tsx';
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
  column: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    minWidth: 0,
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
  const [chosen, choose] = useState<string | null>(null);
  const agents = within(form, 'agents');
  return (
    <div className={styles.columns}>
      <PeoplePanel agents={agents.value} chosen={chosen} onChoose={choose} />
      {chosen !== null && (
        <div className={styles.column}>
          <PersonPanel key={chosen} person={personIn(agents, chosen)} />
          <ServicesPanel key={`services of ${chosen}`} userPrincipalName={chosen} />
        </div>
      )}
    </div>
  );
}
