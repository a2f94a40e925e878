import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { People } from '../fields/People.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { ServicePanelProps } from './panel.ts';

/** What the service is called, which number reaches it, and who watches it. */
export function GeneralPanel({ form }: ServicePanelProps) {
  const say = useWords();
  return (
    <Panel heading={say('part.heading.general')}>
      <TextField setting={within(form, 'name')} />
      <TextField setting={within(form, 'resourceAccount')} />
      <People setting={within(form, 'supervisors')} />
    </Panel>
  );
}
