import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import type { ServicePanelProps } from './panel.ts';

/** How long it rings, and what follows when nobody answers. */
export function OffersPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const offers = within(form, 'offers');
  return (
    <Panel heading={say('part.heading.offers')}>
      <WholeNumber setting={within(offers, 'ringTimeoutSeconds')} />
      <WholeNumber setting={within(offers, 'pauseAfterDeclinedSeconds')} />
      <WholeNumber setting={within(offers, 'pauseAfterMissedSeconds')} />
      <WholeNumber setting={within(offers, 'pauseAfterUnreachableSeconds')} />
      <WholeNumber setting={within(offers, 'offDutyAfterMisses')} />
    </Panel>
  );
}
