import { callBackSchema } from '@rufwerk/engine/core';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { type Setting, within } from '../editing/setting.ts';
import { Announcement } from '../fields/Announcement.tsx';
import { PickOne } from '../fields/PickOne.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import { YesNo } from '../fields/YesNo.tsx';
import type { ServicePanelProps } from './panel.ts';

const KEYS = callBackSchema.unwrap().shape.key.unwrap().options;
type Key = (typeof KEYS)[number];

/** The caller presses a key, keeps the place, and is called when it is their turn. */
export function CallBackPanel({ form }: ServicePanelProps) {
  const say = useWords();
  const callBack = within(form, 'callBack');
  return (
    <Panel heading={say('part.heading.callBack')}>
      <YesNo setting={within(callBack, 'offered')} />
      {callBack.value.offered && (
        <>
          <KeyField setting={within(callBack, 'key')} />
          <WholeNumber setting={within(callBack, 'attempts')} />
          <WholeNumber setting={within(callBack, 'retryAfterSeconds')} />
          <WholeNumber setting={within(callBack, 'dialTimeoutSeconds')} />
          <Announcement setting={within(within(form, 'announcements'), 'callBackConfirmed')} />
        </>
      )}
    </Panel>
  );
}

function KeyField({ setting }: { readonly setting: Setting<Key> }) {
  const { field, value, set } = setting;
  const text: Setting<string> = {
    field,
    value,
    set: (chosen) => {
      const key = KEYS.find((each) => each === chosen);
      if (key !== undefined) set(key);
    },
  };
  return <PickOne setting={text} options={KEYS.map((key) => ({ value: key, name: key }))} />;
}
