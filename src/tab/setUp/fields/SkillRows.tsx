import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useWords } from '../../language/language.ts';
import type { TypedNumber } from '../editing/form.ts';
import { knownSkills } from '../editing/known.ts';
import { usePart } from '../editing/PartContext.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { TextField } from './TextField.tsx';
import { WholeNumber } from './WholeNumber.tsx';

interface Skilled {
  readonly skill: string;
}

type SkillRowsProps<Row extends Skilled> = {
  readonly setting: Setting<readonly Row[]>;
  /** The number that stands beside the skill, where one does. */
  readonly numberOf?: (row: Setting<Row>) => Setting<TypedNumber>;
  /** What a row begins with. */
  readonly added: Row;
};

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 180px) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
  },
  plain: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 320px) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
  },
  remove: { marginTop: '24px' },
});

/** Skills, each with a number where one counts, to be added and removed. */
export function SkillRows<Row extends Skilled>({ setting, numberOf, added }: SkillRowsProps<Row>) {
  const styles = useStyles();
  const say = useWords();
  const skills = knownSkills(usePart().whole);
  const { value, set } = setting;
  return (
    <>
      {entries(setting).map((entry, index) => (
        <div key={entry.field} className={numberOf === undefined ? styles.plain : styles.row}>
          <TextField setting={within(entry, 'skill')} suggestions={skills} />
          {numberOf !== undefined && <WholeNumber setting={numberOf(entry)} />}
          <Button
            className={styles.remove}
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={say('edit.remove', { name: entry.value.skill })}
            onClick={() => set(withoutEntry(value, index))}
          />
        </div>
      ))}
      <div>
        <Button icon={<AddRegular />} onClick={() => set(withEntry(value, added))}>
          {say('edit.addSkill')}
        </Button>
      </div>
    </>
  );
}
