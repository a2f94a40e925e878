import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { Panel } from '../../appearance/Panel.tsx';
import { useNow } from '../../clock/useNow.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { useHeldNumbers } from '../../stream/emergencyQueries.ts';
import type { EmergencyContent } from '../editing/part.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { TextField } from '../fields/TextField.tsx';

type CallbackNumbers = EmergencyContent['callbackNumbers'];

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  remove: { justifySelf: 'start', '@media (min-width: 481px)': { marginTop: '24px' } },
  holder: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
});

/** The pool: numbers that stand in where help cannot call a person back directly (DEC-7). */
export function CallbackNumbersPanel({ setting }: { readonly setting: Setting<CallbackNumbers> }) {
  const styles = useStyles();
  const say = useWords();
  const { value, set } = setting;
  return (
    <Panel heading={say('emergencySetUp.poolHeading')}>
      <Text className={styles.hint}>{say('emergencySetUp.poolText')}</Text>
      {value.length === 0 && <Text>{say('emergencySetUp.poolEmpty')}</Text>}
      {entries(setting).map((entry, index) => (
        <div
          key={entry.field}
          role="group"
          aria-label={entry.value.number}
          className={styles.entry}
        >
          <TextField
            setting={within(entry, 'resourceAccount')}
            label={say('emergencySetUp.poolAccount')}
            hint={null}
          />
          <TextField setting={within(entry, 'number')} placeholder="+41435000000" />
          <Button
            className={styles.remove}
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={say('edit.remove', { name: entry.value.number })}
            onClick={() => set(withoutEntry(value, index))}
          />
          <Holder number={entry.value.number} />
        </div>
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => set(withEntry(value, { resourceAccount: '', number: '' }))}
        >
          {say('emergencySetUp.addNumber')}
        </Button>
      </div>
    </Panel>
  );
}

/** Who holds the number, until the hour is over; nothing while nobody does. */
function Holder({ number }: { readonly number: string }) {
  const styles = useStyles();
  const say = useWords();
  const now = useNow();
  const { time } = useFormats();
  const held = (useHeldNumbers().data ?? []).find((each) => each.number === number);
  if (held === undefined) return null;
  const { agent, isDrill, until } = held;
  const name = agent.name || say('page.unknownPerson');
  const untilAt = until === null ? null : Date.parse(until);
  if (untilAt !== null && untilAt <= now) return null;
  return (
    <Text size={200} className={styles.holder}>
      {untilAt === null
        ? say('emergencySetUp.heldWhileCalling', { name })
        : say(isDrill ? 'emergencySetUp.heldInDrill' : 'emergencySetUp.heldBy', {
            name,
            time: time(untilAt),
          })}
    </Text>
  );
}
