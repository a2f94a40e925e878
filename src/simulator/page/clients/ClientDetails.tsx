import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { useWords } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import type { Behaviour, Person } from '../world/wire.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: '10px', padding: '0 4px 4px' },
  dial: { display: 'flex', gap: '8px' },
  number: { flexGrow: 1, minWidth: 0 },
});

const answers = ['manual', 'auto', 'never'] as const satisfies readonly Behaviour['answers'][];

type ClientDetailsProps = { readonly id: string; readonly person: Person };

/** What one does less often at a client: how it answers by itself, and dialling from it. */
export function ClientDetails({ id, person }: ClientDetailsProps) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const [to, setTo] = useState('');

  const dial = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (to.trim() === '') return;
    if (await act(control.dialAs(person.upn, to.trim()))) setTo('');
  };
  const behave = (value: string): void => {
    const chosen = answers.find((each) => each === value);
    if (chosen !== undefined) void act(control.setBehaviour(person.upn, { answers: chosen }));
  };

  return (
    <div id={id} className={styles.root}>
      <Field label={say('clients.behaviour')} size="small">
        <Select
          aria-label={say('clients.behaviourOf', { person: person.displayName })}
          size="small"
          value={person.behaviour?.answers ?? 'manual'}
          onChange={(_, { value }) => behave(value)}
        >
          {answers.map((each) => (
            <option key={each} value={each}>
              {say(`clients.answers.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <form onSubmit={(event) => void dial(event)}>
        <Field label={say('clients.dialPad')} size="small">
          <div className={styles.dial}>
            <Input
              className={styles.number}
              size="small"
              type="tel"
              aria-label={say('clients.dialPadOf', { person: person.displayName })}
              value={to}
              onChange={(_, data) => setTo(data.value)}
            />
            <Button
              type="submit"
              size="small"
              icon={<CallRegular />}
              aria-label={say('clients.dialFor', { person: person.displayName })}
            >
              {say('clients.dial')}
            </Button>
          </div>
        </Field>
      </form>
    </div>
  );
}
