import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import type { FormPartProps } from './MatrixPanel.tsx';

const PRESETS = ['in-a-call', 'in-a-conversation'] as const;

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  label: { display: 'flex', flexDirection: 'column' },
});

/** Which activities block an agent whatever the matrix says (DEC-2). */
export function ActivitiesPanel({ form, onChange }: FormPartProps) {
  const styles = useStyles();
  const say = useWords();
  const heading = say('rule.activitiesHeading');
  return (
    <Panel heading={heading}>
      <RadioGroup
        aria-label={heading}
        value={form.blockingActivities}
        onChange={(_, { value }) => {
          const chosen = PRESETS.find((preset) => preset === value);
          if (chosen !== undefined) onChange({ blockingActivities: chosen });
        }}
      >
        {PRESETS.map((preset) => (
          <Radio
            key={preset}
            value={preset}
            label={
              <span className={styles.label}>
                <Text>{say(`rule.${preset}`)}</Text>
                <Text className={styles.hint}>{say(`rule.${preset}Hint`)}</Text>
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Panel>
  );
}
