import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { themeNames, type ThemeName } from '../appearance/themes.ts';
import { languageNames, languages, useWords, type Language } from '../language/language.ts';
import type { ChangeViewer, Viewer } from '../viewer/viewer.ts';
import type { Person } from '../world/wire.ts';
import { Emblem } from './Emblem.tsx';
import { PersonChoice } from './PersonChoice.tsx';
import { PlayedClock } from './PlayedClock.tsx';

type HeaderProps = {
  readonly person: Person | undefined;
  readonly viewer: Viewer;
  readonly changeViewer: ChangeViewer;
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 20px',
    padding: '10px 16px',
  },
  brand: { display: 'flex', alignItems: 'center', gap: '10px' },
  names: { display: 'grid' },
  title: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  subtitle: { color: tokens.colorNeutralForeground2 },
  choice: { flexGrow: 1 },
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

/** What this page is, the played time, and the three choices of who looks and how. */
export function Header({ person, viewer, changeViewer }: HeaderProps) {
  const styles = useStyles();
  const say = useWords();
  return (
    <header className={styles.root}>
      <div className={styles.brand}>
        <Emblem />
        <div className={styles.names}>
          <Text as="h1" size={400} weight="semibold" className={styles.title}>
            {say('page.tenant')}
          </Text>
          <Text size={200} className={styles.subtitle}>
            {say('page.subtitle')}
          </Text>
        </div>
      </div>
      <PlayedClock />
      <div className={styles.choices}>
        <PersonChoice person={person} onChoose={(upn) => changeViewer({ upn })} />
        <Choice<ThemeName>
          label={say('viewer.theme')}
          chosen={viewer.theme}
          names={{
            default: say('viewer.themes.default'),
            dark: say('viewer.themes.dark'),
            contrast: say('viewer.themes.contrast'),
          }}
          values={themeNames}
          onChoose={(theme) => changeViewer({ theme })}
        />
        <Choice<Language>
          label={say('viewer.language')}
          chosen={viewer.language}
          names={languageNames}
          values={languages}
          onChoose={(language) => changeViewer({ language })}
        />
      </div>
    </header>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, values, names, chosen, onChoose } = props;
  const styles = useStyles();
  return (
    <Select
      className={styles.choice}
      aria-label={label}
      value={chosen}
      onChange={(_, data) => {
        const value = values.find((each) => each === data.value);
        if (value !== undefined) onChoose(value);
      }}
    >
      {values.map((value) => (
        <option key={value} value={value}>
          {names[value]}
        </option>
      ))}
    </Select>
  );
}
