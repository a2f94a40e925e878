import { makeStyles } from '@fluentui/react-components';
import { Columns } from '../../appearance/Columns.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { SetUpPart } from '../SetUpPart.tsx';
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
  wide: { gridColumn: '1 / -1', minWidth: 0 },
});

/** What happens when somebody calls for help: who is told, which numbers, where help calls back. */
export default function EmergencySetUpPage() {
  const styles = useStyles();
  const say = useWords();
  return (
    <SetUpPart heading={say('emergencySetUp.heading')} intro={say('emergencySetUp.intro')}>
      <PartForm part={emergencyPart}>
        {(form) => (
          <Columns>
            <WhoPanel form={form} />
            <NumbersPanel form={form} />
            <CallbackNumbersPanel setting={within(form, 'callbackNumbers')} />
            <div className={styles.wide}>
              <MailPanel form={form} />
            </div>
          </Columns>
        )}
      </PartForm>
      <DrillsPanel />
    </SetUpPart>
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
