import { Field, Select } from '@fluentui/react-components';
import type { SteeredAgent } from '@rufwerk/engine/api';
import { useWords } from '../../language/language.ts';

type BreakFieldProps = {
  readonly work: Pick<SteeredAgent, 'break' | 'breakReasons'>;
  readonly onChoose: (reasonCode: number | null) => void;
};

/** Begins a break with its reason, or ends it. */
export function BreakField({ work, onChoose }: BreakFieldProps) {
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
