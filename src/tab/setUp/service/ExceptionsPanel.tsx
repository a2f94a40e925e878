import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import type { ServiceForm } from '../editing/form.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { Periods } from '../fields/Periods.tsx';
import { SettingField } from '../fields/SettingField.tsx';

type Exception = NonNullable<ServiceForm['hours']>['exceptions'][number];

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  exception: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 170px), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
  },
});

/** Days with hours of their own: they win over the week and over holidays. */
export function ExceptionsPanel({
  exceptions,
}: {
  readonly exceptions: Setting<readonly Exception[]>;
}) {
  const styles = useStyles();
  const say = useWords();
  const { value, set } = exceptions;
  const { clock } = useSession();
  const add = (): void => {
    const day = new Date(clock.now()).toISOString().slice(0, 'yyyy-mm-dd'.length);
    set(withEntry(value, { day, periods: [] }));
  };
  return (
    <Panel heading={say('part.heading.exceptions')}>
      <Text className={styles.hint}>{say('part.hours.exceptionsHint')}</Text>
      {entries(exceptions).map((exception, index) => (
        <ExceptionFields
          key={exception.field}
          exception={exception}
          onRemove={() => set(withoutEntry(value, index))}
        />
      ))}
      <div>
        <Button icon={<AddRegular />} onClick={add}>
          {say('part.hours.addException')}
        </Button>
      </div>
    </Panel>
  );
}

type ExceptionFieldsProps = {
  readonly exception: Setting<Exception>;
  readonly onRemove: () => void;
};

function ExceptionFields({ exception, onRemove }: ExceptionFieldsProps) {
  const styles = useStyles();
  const say = useWords();
  const { name, ...rest } = exception.value;
  const { day } = rest;
  const rename = (typed: string): void => {
    exception.set(typed === '' ? rest : { ...rest, name: typed });
  };
  return (
    <div role="group" aria-label={name ?? day} className={styles.exception}>
      <div className={styles.fields}>
        <SettingField field={`${exception.field}.day`}>
          <Input
            type="date"
            value={day}
            onChange={(_, { value }) => exception.set({ ...exception.value, day: value })}
          />
        </SettingField>
        <SettingField field={`${exception.field}.name`} label={say('part.hours.exceptionName')}>
          <Input autoComplete="off" value={name ?? ''} onChange={(_, { value }) => rename(value)} />
        </SettingField>
        <Periods setting={within(exception, 'periods')} name={name ?? day} />
      </div>
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={say('edit.remove', { name: name ?? day })}
        onClick={onRemove}
      />
    </div>
  );
}
