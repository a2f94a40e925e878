import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { YesNo } from '../fields/YesNo.tsx';
import type { ServicePanelProps } from './panel.ts';

/** What colleagues see in Teams of the service's work. */
export function TeamsPanel({ form }: ServicePanelProps) {
  const say = useWords();
  return (
    <Panel heading={say('part.heading.teams')}>
      <YesNo setting={within(form, 'showWorkInTeams')} />
    </Panel>
  );
}
