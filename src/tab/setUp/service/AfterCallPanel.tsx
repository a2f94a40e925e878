import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { OneOf } from '../fields/OneOf.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import type { ServicePanelProps } from './panel.ts';

/** The time after a call before the next offer. */
export function AfterCallPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const work = within(form, 'afterCallWork');
  const { mode } = work.value;
  return (
    <Panel heading={say('part.heading.afterCall')}>
      <OneOf
        setting={within(work, 'mode')}
        values={['none', 'fixed', 'extendable', 'until-done']}
      />
      {(mode === 'fixed' || mode === 'extendable') && (
        <WholeNumber setting={within(work, 'seconds')} />
      )}
      {mode === 'extendable' && <WholeNumber setting={within(work, 'extensionSeconds')} />}
      {(mode === 'extendable' || mode === 'until-done') && (
        <WholeNumber setting={within(work, 'maximumSeconds')} />
      )}
    </Panel>
  );
}
