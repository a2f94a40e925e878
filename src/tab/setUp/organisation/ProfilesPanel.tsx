import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { knownSkills } from '../editing/known.ts';
import type { OrganisationContent } from '../editing/part.ts';
import { usePart } from '../editing/PartContext.ts';
import { entries, type Setting, withEntry, within, withoutEntry } from '../editing/setting.ts';
import { NameList } from '../fields/NameList.tsx';
import { TextField } from '../fields/TextField.tsx';

type Profiles = OrganisationContent['profiles'];

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  profile: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  names: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 160px), 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
  },
});

/** Subsets of skills by which agents say what they answer for (NIMx-05). */
export function ProfilesPanel({ setting }: { readonly setting: Setting<Profiles> }) {
  const styles = useStyles();
  const say = useWords();
  const { value, set } = setting;
  return (
    <Panel heading={say('organisation.profiles')}>
      <Text className={styles.hint}>{say('organisation.profilesHint')}</Text>
      {entries(setting).map((profile, index) => (
        <ProfileFields
          key={profile.field}
          profile={profile}
          onRemove={() => set(withoutEntry(value, index))}
        />
      ))}
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => set(withEntry(value, { id: '', name: '', skills: [] }))}
        >
          {say('organisation.addProfile')}
        </Button>
      </div>
    </Panel>
  );
}

type ProfileFieldsProps = {
  readonly profile: Setting<Profiles[number]>;
  readonly onRemove: () => void;
};

function ProfileFields({ profile, onRemove }: ProfileFieldsProps) {
  const styles = useStyles();
  const say = useWords();
  const { name } = profile.value;
  return (
    <div role="group" aria-label={name} className={styles.profile}>
      <div className={styles.names}>
        <TextField setting={within(profile, 'name')} />
        <TextField setting={within(profile, 'id')} label={say('organisation.profileId')} />
      </div>
      <NameList
        setting={within(profile, 'skills')}
        label={say('people.skills')}
        suggestions={knownSkills(usePart().whole)}
      />
      <div>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={say('organisation.removeProfileNamed', { name })}
          onClick={onRemove}
        >
          {say('organisation.removeProfile')}
        </Button>
      </div>
    </div>
  );
}
