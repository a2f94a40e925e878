import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { countriesWithNumbers, numbersOffered } from '@rufwerk/engine/core';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Folded } from '../../appearance/Folded.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import type { EmergencyContent } from '../editing/part.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { Country } from '../fields/Country.tsx';
import { NameList } from '../fields/NameList.tsx';
import { TextField } from '../fields/TextField.tsx';

type Numbers = EmergencyContent['numbers'];

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 140px) minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  remove: { justifySelf: 'start' },
});

/** Which numbers are offered in which country (DEC-10): those known already, and one's own. */
export function NumbersPanel({ form }: { readonly form: Setting<EmergencyContent> }) {
  const styles = useStyles();
  const say = useWords();
  const numbers: Setting<Numbers> = within(form, 'numbers');
  const { value, set } = numbers;
  return (
    <Panel heading={say('emergencySetUp.numbersHeading')}>
      <Country setting={within(form, 'country')} />
      <Text className={styles.hint}>{say('emergencySetUp.numbersText')}</Text>
      {entries(numbers).map((entry, index) => (
        <CountryNumbers
          key={entry.field}
          entry={entry}
          onRemove={() => set(withoutEntry(value, index))}
        />
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => set(withEntry(value, { country: '', numbers: [] }))}
        >
          {say('emergencySetUp.addCountry')}
        </Button>
      </div>
      <Folded as="h3" heading={say('emergencySetUp.builtInHeading')}>
        <BuiltIn />
      </Folded>
    </Panel>
  );
}

type CountryNumbersProps = {
  readonly entry: Setting<Numbers[number]>;
  readonly onRemove: () => void;
};

function CountryNumbers({ entry, onRemove }: CountryNumbersProps) {
  const styles = useStyles();
  const say = useWords();
  const { country } = useFormats();
  const code = within(entry, 'country');
  const isCode = /^[A-Z]{2}$/.test(code.value);
  const name = isCode ? country(code.value) : code.value;
  const upperCase: Setting<string> = { ...code, set: (text) => code.set(text.toUpperCase()) };
  return (
    <div role="group" aria-label={name} className={styles.entry}>
      <TextField
        setting={upperCase}
        label={isCode ? name : say('emergencySetUp.countryCode')}
        placeholder="CH"
      />
      <NameList setting={within(entry, 'numbers')} suggestions={[]} separator=";" isOrdered />
      <Button
        className={styles.remove}
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={say('edit.remove', { name })}
        onClick={onRemove}
      />
    </div>
  );
}

/** The table that is built in, for looking up what need not be entered. */
function BuiltIn() {
  const say = useWords();
  const { country } = useFormats();
  const rows = countriesWithNumbers([])
    .map((code) => ({ code, name: country(code), numbers: numbersOffered(code, []) }))
    .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <FactTable
      label={say('emergencySetUp.builtInHeading')}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'country',
          heading: say('emergencySetUp.country'),
          isRowHeading: true,
          render: ({ code, name }) => `${name} (${code})`,
        },
        {
          key: 'numbers',
          heading: say('emergencySetUp.numbers'),
          render: ({ numbers }) => numbers.join(', '),
        },
      ]}
    />
  );
}
