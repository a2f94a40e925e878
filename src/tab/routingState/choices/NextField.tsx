import { Field, Select } from '@fluentui/react-components';
import type { SteeredAgent } from '@rufwerk/engine/api';
import { useWords } from '../../language/language.ts';

type Next = SteeredAgent['next'];

type NextFieldProps = {
  readonly work: Pick<SteeredAgent, 'next' | 'breakReasons'>;
  readonly onChoose: (next: Next) => void;
};

const OFF_DUTY = 'off-duty';

/** What shall follow the call and its after-call work. */
export function NextField({ work, onChoose }: NextFieldProps) {
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

function nextOf(chosen: string): Next {
  if (chosen === '') return null;
  return chosen === OFF_DUTY ? { kind: 'off-duty' } : { kind: 'break', reasonCode: Number(chosen) };
}
