import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { usePart } from '../editing/PartContext.ts';
import { type Setting, within } from '../editing/setting.ts';
import { FieldGroup } from '../fields/FieldGroup.tsx';
import { usePersonNames } from '../fields/People.tsx';
import { SkillRows } from '../fields/SkillRows.tsx';
import { WholeNumber } from '../fields/WholeNumber.tsx';
import type { PersonForm } from './person.ts';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  checks: { display: 'flex', flexDirection: 'column' },
});

/** Skills with levels, the profiles a person may switch to, and the weight in a drawing of lots. */
export function PersonPanel({ person }: { readonly person: Setting<PersonForm> }) {
  const say = useWords();
  const { id } = person.value;
  const name = usePersonNames()(id);
  return (
    <Panel heading={name ?? id} {...(name !== null && { remark: id })}>
      <Skills setting={within(person, 'skills')} />
      <Profiles setting={within(person, 'profiles')} label={say('people.profiles')} />
      <WholeNumber setting={within(person, 'lots')} />
    </Panel>
  );
}

function Skills({ setting }: { readonly setting: Setting<PersonForm['skills']> }) {
  const say = useWords();
  return (
    <FieldGroup field={setting.field} label={say('people.skills')}>
      <SkillRows
        setting={setting}
        numberOf={(row) => within(row, 'level')}
        added={{ skill: '', level: 50 }}
      />
    </FieldGroup>
  );
}

type ProfilesProps = { readonly setting: Setting<readonly string[]>; readonly label: string };

/** Several hold together; none at all means every skill (NIMx-05). */
function Profiles({ setting, label }: ProfilesProps) {
  const styles = useStyles();
  const say = useWords();
  const { profiles } = usePart().whole;
  const { value, set, field } = setting;
  return (
    <FieldGroup field={field} label={label}>
      {profiles.length === 0 && <Text className={styles.hint}>{say('people.noProfiles')}</Text>}
      <div className={styles.checks}>
        {profiles.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={value.includes(id)}
            onChange={(_, { checked }) =>
              set(checked === true ? [...value, id] : value.filter((each) => each !== id))
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}
