import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { OneOf } from '../fields/OneOf.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import type { ServicePanelProps } from './panel.ts';

/** How calls reach an agent. */
export function DeliveryPanel({ form }: ServicePanelProps) {
  const say = useWords();
  return (
    <Panel heading={say('part.heading.delivery')}>
      <OneOf setting={within(form, 'delivery')} values={['conference', 'redirect']} />
      {form.value.delivery === 'redirect' && (
        <WholeNumber setting={within(form, 'redirectMaximumMinutes')} />
      )}
    </Panel>
  );
}
