import { makeStyles, tokens } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { AdministratorsOnly } from '../AdministratorsOnly.tsx';
import { type OrganisationContent, organisationPart } from '../editing/part.ts';
import { PartForm } from '../editing/PartForm.tsx';
import { type Setting, within } from '../editing/setting.ts';
import { OneOf } from '../fields/OneOf.tsx';
import { People } from '../fields/People.tsx';
import { TimeZone } from '../fields/TimeZone.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import { BreaksPanel } from './BreaksPanel.tsx';
import { ProfilesPanel } from './ProfilesPanel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
});

/** What holds for all services: the day, ageing, breaks, profiles, administrators. */
export default function OrganisationPage() {
  const styles = useStyles();
  const say = useWords();
  return (
    <Page
      heading={say('organisation.heading')}
      intro={say('organisation.intro')}
      back={{ to: { page: 'set-up' }, name: say('page.setUp') }}
    >
      <AdministratorsOnly>
        <PartForm part={organisationPart}>
          {(form) => (
            <div className={styles.columns}>
              <GeneralPanel form={form} />
              <BreaksPanel setting={within(form, 'breakReasons')} />
              <ProfilesPanel setting={within(form, 'profiles')} />
            </div>
          )}
        </PartForm>
      </AdministratorsOnly>
    </Page>
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
