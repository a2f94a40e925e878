import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useNamedWords } from '../../language/language.ts';
import { nameOf, type Setting } from '../editing/setting.ts';
import { SettingField } from './SettingField.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What it means, in one sentence. */
  readonly hint: string | null;
}

type ChosenProps<Value extends string> = {
  readonly setting: Setting<Value>;
  readonly choices: readonly Choice<Value>[];
};

const useStyles = makeStyles({
  label: { display: 'flex', flexDirection: 'column' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** One of a few, each with what it means. */
export function Chosen<Value extends string>({ setting, choices }: ChosenProps<Value>) {
  const styles = useStyles();
  return (
    <SettingField field={setting.field}>
      <RadioGroup
        value={setting.value}
        onChange={(_, { value }) => {
          const chosen = choices.find((choice) => choice.value === value);
          if (chosen !== undefined) setting.set(chosen.value);
        }}
      >
        {choices.map(({ value, label, hint }) => (
          <Radio
            key={value}
            value={value}
            label={
              <span className={styles.label}>
                <Text>{label}</Text>
                {hint !== null && <Text className={styles.hint}>{hint}</Text>}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </SettingField>
  );
}

type OneOfProps<Value extends string> = {
  readonly setting: Setting<Value>;
  readonly values: readonly Value[];
};

/** The same with the words of the language files, under the setting's name. */
export function OneOf<Value extends string>({ setting, values }: OneOfProps<Value>) {
  const name = nameOf(setting.field);
  const label = useNamedWords(`choice.${name}`);
  const hint = useNamedWords(`choiceHint.${name}`);
  const choices = values.map((value) => ({
    value,
    label: label(value) ?? value,
    hint: hint(value),
  }));
  return <Chosen setting={setting} choices={choices} />;
}
