import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useWords } from '../../language/language.ts';
import type { TypedNumber } from '../editing/form.ts';
import { knownSkills } from '../editing/known.ts';
import { usePart } from '../editing/PartContext.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { TextField } from './TextField.tsx';
import { WholeNumber } from './WholeNumber.tsx';

interface RequiredSkill {
  readonly skill: string;
  readonly minimum: TypedNumber;
}

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 180px) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
  },
  remove: { marginTop: '24px' },
});

/** Skills with the least level that qualifies; all of them are needed. */
export function RequiredSkills({
  setting,
}: {
  readonly setting: Setting<readonly RequiredSkill[]>;
}) {
  const styles = useStyles();
  const say = useWords();
  const skills = knownSkills(usePart().whole);
  const { value, set } = setting;
  return (
    <FieldGroup
      field={setting.field}
      label={say('part.skills.needed')}
      hint={say('part.skills.neededHint')}
    >
      {entries(setting).map((entry, index) => (
        <div key={entry.field} className={styles.row}>
          <TextField setting={within(entry, 'skill')} suggestions={skills} />
          <WholeNumber setting={within(entry, 'minimum')} />
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
        <Button
          icon={<AddRegular />}
          onClick={() => set(withEntry(value, { skill: '', minimum: 1 }))}
        >
          {say('edit.addSkill')}
        </Button>
      </div>
    </FieldGroup>
  );
}
