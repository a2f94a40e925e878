import { Avatar, Combobox, makeStyles, Option, Persona } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords, type Say } from '../language/language.ts';
import type { WordKey } from '../language/en.ts';
import type { Person } from '../world/wire.ts';
import { useWorld } from '../world/WorldProvider.tsx';

type PersonChoiceProps = {
  readonly person: Person | undefined;
  readonly onChoose: (upn: string) => void;
};

/** More than fits a list; a world of any size stays usable by typing a name. */
const offeredMax = 40;

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '8px', flexGrow: 1 },
  box: { minWidth: 0, width: '220px', flexGrow: 1 },
  list: { maxHeight: '420px' },
});

/** Whose Teams the middle column shows. */
export function PersonChoice({ person, onChoose }: PersonChoiceProps) {
  const styles = useStyles();
  const say = useWords();
  const { people } = useWorld();
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed?.trim().toLowerCase() ?? '';
  const offered = people
    .filter((each) => each.displayName.toLowerCase().includes(wanted))
    .slice(0, offeredMax);
  return (
    <div className={styles.root}>
      <Avatar name={person?.displayName ?? ''} color="colorful" aria-hidden />
      <Combobox
        className={styles.box}
        listbox={{ className: styles.list }}
        aria-label={say('viewer.person')}
        placeholder={person?.displayName ?? ''}
        value={typed ?? person?.displayName ?? ''}
        selectedOptions={person === undefined ? [] : [person.upn]}
        onChange={(event) => setTyped(event.target.value)}
        onOpenChange={(_, { open }) => setTyped(open ? '' : null)}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(null);
          if (optionValue !== undefined) onChoose(optionValue);
        }}
      >
        {offered.map((each) => (
          <Option key={each.upn} value={each.upn} text={each.displayName}>
            <Persona
              name={each.displayName}
              secondaryText={rolesInWords(each, say)}
              avatar={{ color: 'colorful', 'aria-hidden': true }}
            />
          </Option>
        ))}
        {offered.length === 0 && <Option disabled>{say('viewer.noMatch')}</Option>}
      </Combobox>
    </div>
  );
}

const roleWords: Readonly<Record<string, WordKey>> = {
  administrator: 'viewer.roles.administrator',
  supervisor: 'viewer.roles.supervisor',
  agent: 'viewer.roles.agent',
  user: 'viewer.roles.user',
};

/** A role nobody has words for is shown as it is. */
function rolesInWords(person: Person, say: Say): string {
  if (person.roles.length === 0) return say('viewer.roles.user');
  return person.roles
    .map((role) => {
      const words = roleWords[role.toLowerCase()];
      return words === undefined ? role : say(words);
    })
    .join(', ');
}
