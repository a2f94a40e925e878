import { makeStyles, tokens } from '@fluentui/react-components';
import type { QueueAction } from '@rufwerk/engine/core';
import { useNamedWords, useWords } from '../../language/language.ts';
import type { Form } from '../editing/form.ts';
import { knownPeople } from '../editing/known.ts';
import { usePart } from '../editing/PartContext.ts';
import { type Setting, within } from '../editing/setting.ts';

import { Announcement } from './Announcement.tsx';
import { PickOne } from './PickOne.tsx';
import { TextField } from './TextField.tsx';

export type ActionForm = Form<QueueAction>;
type Kind = ActionForm['do'];

const KINDS = [
  'announce',
  'service',
  'person',
  'number',
  'voicemail',
  'group-voicemail',
] as const satisfies readonly Kind[];

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
});

/** What happens to a call that leaves the queue, and where it goes. */
export function QueueActionField({ setting }: { readonly setting: Setting<ActionForm> }) {
  return <ActionField setting={setting} isOptional={false} />;
}

/** The same, or nothing: the call waits on. */
export function OptionalQueueAction({ setting }: { readonly setting: Setting<ActionForm | null> }) {
  return <ActionField setting={setting} isOptional />;
}

type ActionFieldProps =
  | { readonly setting: Setting<ActionForm>; readonly isOptional: false }
  | { readonly setting: Setting<ActionForm | null>; readonly isOptional: true };

const WAIT = 'wait';

function ActionField(props: ActionFieldProps) {
  const styles = useStyles();
  const say = useWords();
  const words = useNamedWords('choice.do');
  const { setting, isOptional } = props;
  const { value, field } = setting;
  const kind: Setting<string> = {
    field,
    value: value?.do ?? WAIT,
    set: (name) => {
      const chosen = KINDS.find((each) => each === name);
      if (chosen !== undefined) setting.set(emptyAction(chosen));
      else if (isOptional) props.setting.set(null);
    },
  };
  const options = [
    ...(isOptional ? [{ value: WAIT, name: say('part.queue.wait') }] : []),
    ...KINDS.map((each) => ({ value: each, name: words(each) ?? each })),
  ];
  return (
    <div className={styles.root}>
      <PickOne setting={kind} options={options} />
      {value !== null && <Target field={field} value={value} set={(next) => setting.set(next)} />}
    </div>
  );
}

function emptyAction(kind: Kind): ActionForm {
  switch (kind) {
    case 'service':
      return { do: kind, service: '' };
    case 'person':
    case 'voicemail':
      return { do: kind, person: '' };
    case 'number':
      return { do: kind, number: '' };
    case 'group-voicemail':
      return { do: kind, group: '' };
    case 'announce':
      return { do: kind, announcement: 'all-busy' };
  }
}

/** Where the call goes: to another service, a person, a number, or what the caller hears. */
function Target({ field, value, set }: Setting<ActionForm>) {
  const { whole } = usePart();
  switch (value.do) {
    case 'service': {
      const options = whole.services.map(({ id, name }) => ({ value: id, name }));
      const none = { value: '', name: '' };
      return (
        <PickOne
          setting={within({ field, value, set }, 'service')}
          options={value.service === '' ? [none, ...options] : options}
        />
      );
    }
    case 'person':
    case 'voicemail':
      return (
        <TextField
          setting={within({ field, value, set }, 'person')}
          suggestions={knownPeople(whole)}
        />
      );
    case 'number':
      return (
        <TextField setting={within({ field, value, set }, 'number')} placeholder="+41435000000" />
      );
    case 'group-voicemail':
      return <TextField setting={within({ field, value, set }, 'group')} />;
    case 'announce':
      return <Announcement setting={within({ field, value, set }, 'announcement')} />;
  }
}
