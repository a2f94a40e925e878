import { makeStyles, tokens } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { AdministratorsOnly } from '../AdministratorsOnly.tsx';
import { type EmergencyContent, emergencyPart } from '../editing/part.ts';
import { PartForm } from '../editing/PartForm.tsx';
import { type Setting, within } from '../editing/setting.ts';
import { Contacts } from '../fields/Contacts.tsx';
import { NameList } from '../fields/NameList.tsx';
import { CallbackNumbersPanel } from './CallbackNumbersPanel.tsx';
import { DrillsPanel } from './DrillsPanel.tsx';
import { MailPanel } from './MailPanel.tsx';
import { NumbersPanel } from './NumbersPanel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
});

/** What happens when somebody calls for help: who is told, which numbers, where help calls back. */
export default function EmergencySetUpPage() {
  const styles = useStyles();
  const say = useWords();
  return (
    <Page
      heading={say('emergencySetUp.heading')}
      intro={say('emergencySetUp.intro')}
      back={{ to: { page: 'set-up' }, name: say('page.setUp') }}
    >
      <AdministratorsOnly>
        <PartForm part={emergencyPart}>
          {(form) => (
            <div className={styles.columns}>
              <WhoPanel form={form} />
              <NumbersPanel form={form} />
              <CallbackNumbersPanel setting={within(form, 'callbackNumbers')} />
              <div className={styles.wide}>
                <MailPanel form={form} />
              </div>
            </div>
          )}
        </PartForm>
        <DrillsPanel />
      </AdministratorsOnly>
    </Page>
  );
}

function WhoPanel({ form }: { readonly form: Setting<EmergencyContent> }) {
  const say = useWords();
  return (
    <Panel heading={say('emergencySetUp.whoHeading')}>
      <Contacts setting={within(form, 'contacts')} />
      <NameList setting={within(form, 'policies')} suggestions={[]} />
    </Panel>
  );
}
