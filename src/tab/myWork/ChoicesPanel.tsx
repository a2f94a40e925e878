import { Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { MyWork } from '@rufwerk/engine/api';
import { Panel } from '../appearance/Panel.tsx';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { type Command, useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
});

/** What agents choose beside duty: a break, what follows the call, responsibility profiles. */
export function ChoicesPanel({ work }: { readonly work: MyWork }) {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const command = useCommand<() => Promise<void>>((act) => act(), [keys.myWork]);
  const mayFollow = work.call !== null || work.afterCallWork !== null;
  return (
    <Panel heading={say('myWork.choices.heading')}>
      <div className={styles.fields}>
        {work.onDuty && (
          <BreakField work={work} onChoose={(code) => command.run(() => api.setBreak(code))} />
        )}
        {mayFollow && (
          <NextField work={work} onChoose={(next) => command.run(() => api.setNext(next))} />
        )}
        {work.profiles.length > 0 && <ProfilesField work={work} command={command} />}
      </div>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </Panel>
  );
}

type BreakProps = {
  readonly work: MyWork;
  readonly onChoose: (reasonCode: number | null) => void;
};

function BreakField({ work, onChoose }: BreakProps) {
  const say = useWords();
  return (
    <Field label={say('myWork.choices.break')}>
      <Select
        value={work.break === null ? '' : String(work.break.reasonCode)}
        onChange={(_, { value }) => onChoose(value === '' ? null : Number(value))}
      >
        <option value="">{say('myWork.choices.noBreak')}</option>
        {work.breakReasons.map(({ code, name }) => (
          <option key={code} value={String(code)}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type NextProps = {
  readonly work: MyWork;
  readonly onChoose: (next: MyWork['next']) => void;
};

const OFF_DUTY = 'off-duty';

function NextField({ work, onChoose }: NextProps) {
  const say = useWords();
  const { next } = work;
  const value = next === null ? '' : next.kind === 'break' ? String(next.reasonCode) : OFF_DUTY;
  return (
    <Field label={say('myWork.choices.next')}>
      <Select value={value} onChange={(_, { value: chosen }) => onChoose(nextOf(chosen))}>
        <option value="">{say('myWork.choices.nextReady')}</option>
        <option value={OFF_DUTY}>{say('state.off-duty')}</option>
        {work.breakReasons.map(({ code, name }) => (
          <option key={code} value={String(code)}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function nextOf(chosen: string): MyWork['next'] {
  if (chosen === '') return null;
  return chosen === OFF_DUTY ? { kind: 'off-duty' } : { kind: 'break', reasonCode: Number(chosen) };
}

type ProfilesProps = {
  readonly work: MyWork;
  readonly command: Command<() => Promise<void>>;
};

/** Several hold together; none at all means every skill. */
function ProfilesField({ work, command }: ProfilesProps) {
  const say = useWords();
  const { api } = useSession();
  const switched = (id: string, active: boolean): string[] =>
    work.profiles.flatMap((profile) => {
      const isActive = profile.id === id ? active : profile.active;
      return isActive ? [profile.id] : [];
    });
  return (
    <Field label={say('myWork.choices.profiles')} hint={say('myWork.choices.profilesHint')}>
      <div role="group" aria-label={say('myWork.choices.profiles')}>
        {work.profiles.map(({ id, name, active }) => (
          <Checkbox
            key={id}
            label={name}
            checked={active}
            onChange={(_, { checked }) =>
              command.run(() => api.setProfiles(switched(id, checked === true)))
            }
          />
        ))}
      </div>
    </Field>
  );
}
