import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useWords } from '../../language/language.ts';
import { usePart } from '../editing/PartContext.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}

type PeriodsProps = {
  readonly setting: Setting<readonly Period[]>;
  /** Whose periods they are, for screen readers: each field names the day. */
  readonly name: string;
};

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  period: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  time: { width: '84px' },
  closed: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

const NEW_PERIOD: Period = { from: '08:00', to: '17:00' };

/** The opening periods of a day; none at all is a closed day. */
export function Periods({ setting, name }: PeriodsProps) {
  const styles = useStyles();
  const say = useWords();
  const { problems } = usePart();
  const { value, set, field } = setting;
  const wrong = problems.filter((told) => told.field.startsWith(field));
  return (
    <div className={styles.root}>
      {value.length === 0 && <Text className={styles.closed}>{say('part.hours.closed')}</Text>}
      {entries(setting).map((entry, index) => (
        <div key={entry.field} className={styles.period}>
          <Time setting={within(entry, 'from')} label={say('part.hours.from', { name })} />
          <Text aria-hidden>–</Text>
          <Time setting={within(entry, 'to')} label={say('part.hours.to', { name })} />
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={say('part.hours.remove', { name, ...entry.value })}
            onClick={() => set(withoutEntry(value, index))}
          />
        </div>
      ))}
      {wrong.map(({ field: told, rule, mend }) => (
        <Text key={told} size={200} role="alert" className={styles.wrong}>
          {`${rule} ${mend}`}
        </Text>
      ))}
      <div>
        <Button
          size="small"
          appearance="subtle"
          icon={<AddRegular />}
          aria-label={say('part.hours.addTo', { name })}
          onClick={() => set(withEntry(value, NEW_PERIOD))}
        >
          {say('part.hours.add')}
        </Button>
      </div>
    </div>
  );
}

function Time({ setting, label }: { readonly setting: Setting<string>; readonly label: string }) {
  const styles = useStyles();
  const { problems } = usePart();
  const isWrong = problems.some((told) => told.field === setting.field);
  return (
    <Input
      className={styles.time}
      aria-label={label}
      aria-invalid={isWrong}
      autoComplete="off"
      placeholder="08:30"
      value={setting.value}
      onChange={(_, { value }) => setting.set(value)}
    />
  );
}
