import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { People } from '../fields/People.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import type { ServicePanelProps } from './panel.ts';

/** Who is rung before everybody else, and for how long. */
export function FirstPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const responsibility = within(form, 'responsibility');
  if (responsibility.value.by === 'nobody') return null;
  return (
    <Panel heading={say('part.heading.first')}>
      <People setting={within(responsibility, 'preferred')} />
      <WholeNumber setting={within(responsibility, 'preferredFirstSeconds')} />
      <WholeNumber setting={within(responsibility, 'lastAgentFirstSeconds')} />
    </Panel>
  );
}
