import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { within } from '../editing/setting.ts';
import { OneOf } from '../fields/OneOf.tsx';
import { OptionalQueueAction, QueueActionField } from '../fields/QueueActionField.tsx';
import { OptionalNumber, WholeNumber } from '../fields/WholeNumber.tsx';
import type { ServicePanelProps } from './panel.ts';

/** How urgent a call is, and how many may wait how long. */
export function QueuePanel({ form }: ServicePanelProps) {
  const say = useWords();
  const queue = within(form, 'queue');
  const none = say('edit.noBound');
  return (
    <Panel heading={say('part.heading.queue')}>
      <WholeNumber setting={within(queue, 'priority')} />
      <OptionalNumber setting={within(queue, 'maximumWaiting')} none={none} />
      <OptionalNumber setting={within(queue, 'maximumWaitSeconds')} none={none} />
      <OneOf setting={within(queue, 'waitingAtClosing')} values={['serve', 'act']} />
    </Panel>
  );
}

/** Where a call goes that cannot wait here. */
export function LeavingPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const queue = within(form, 'queue');
  return (
    <Panel heading={say('part.heading.leaving')}>
      <QueueActionField setting={within(queue, 'whenFull')} />
      <QueueActionField setting={within(queue, 'whenTooLong')} />
      <OptionalQueueAction setting={within(queue, 'whenNobody')} />
      {queue.value.whenNobody !== null && (
        <WholeNumber setting={within(queue, 'nobodyAfterSeconds')} />
      )}
      <QueueActionField setting={within(queue, 'whenClosed')} />
    </Panel>
  );
}
