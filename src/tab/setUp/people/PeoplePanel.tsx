import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';
import { knownPeople } from '../editing/known.ts';
import { usePart } from '../editing/PartContext.ts';
import { usePersonNames } from '../fields/People.tsx';
import { isSamePerson, type PersonForm } from './person.ts';
import { PersonItem } from './PersonItem.tsx';

type PeoplePanelProps = {
  readonly agents: readonly PersonForm[];
  readonly onChoose: (id: string) => void;
};

/** A longer list is not read but searched. */
const SHOWN_MAX = 50;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  search: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { flex: '1 1 200px', minWidth: 0 },
  more: { color: tokens.colorNeutralForeground2 },
});

/** Everybody whom the configuration names; one is chosen to see and change. */
export function PeoplePanel({ agents, onChoose }: PeoplePanelProps) {
  const styles = useStyles();
  const say = useWords();
  const nameOf = usePersonNames();
  const [search, setSearch] = useState('');
  const all = knownPeople(usePart().whole);
  const wanted = search.trim().toLowerCase();
  const found = all.filter((id) => `${nameOf(id) ?? ''} ${id}`.toLowerCase().includes(wanted));
  const isNew = wanted.includes('@') && !all.some((id) => isSamePerson(id, wanted));
  return (
    <Panel heading={say('people.listHeading')} remark={say('people.count', { count: all.length })}>
      <div className={styles.search}>
        <Input
          className={styles.input}
          type="search"
          aria-label={say('people.search')}
          placeholder={say('people.search')}
          contentBefore={<SearchRegular aria-hidden />}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        {isNew && (
          <Button icon={<AddRegular />} onClick={() => onChoose(search.trim())}>
            {say('people.add')}
          </Button>
        )}
      </div>
      {found.length === 0 && (
        <EmptyState
          icon={<SearchRegular />}
          heading={say('people.nobody')}
          mend={say('people.nobodyMend')}
        />
      )}
      <ul className={styles.list}>
        {found.slice(0, SHOWN_MAX).map((id) => (
          <PersonItem
            key={id}
            id={id}
            name={nameOf(id)}
            person={agents.find((agent) => isSamePerson(agent.id, id))}
            onChoose={() => onChoose(id)}
          />
        ))}
      </ul>
      {found.length > SHOWN_MAX && (
        <Text className={styles.more}>
          {say('people.more', { count: found.length - SHOWN_MAX })}
        </Text>
      )}
    </Panel>
  );
}
