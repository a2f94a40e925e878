import { Badge, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { PeopleSearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Hint } from '../appearance/Hint.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';
import { groupCallsByPerson, type ClientCalls } from '../world/callsOf.ts';
import type { Person } from '../world/wire.ts';
import { useWorld } from '../world/WorldProvider.tsx';
import { PersonClient } from './PersonClient.tsx';

/** So many clients are drawn at once; worlds may have a hundred thousand people. */
const shownMax = 60;

const useStyles = makeStyles({
  search: { margin: '0 16px 8px', maxWidth: 'none' },
  list: {
    margin: 0,
    padding: '0 8px 8px',
    listStyleType: 'none',
    overflowY: 'auto',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  more: { padding: '8px', color: tokens.colorNeutralForeground3 },
});

/** Everybody's Teams client at a glance. */
export function ClientsPanel({ className }: { readonly className?: string }) {
  const styles = useStyles();
  const say = useWords();
  const world = useWorld();
  const [wanted, setWanted] = useState('');
  const callsOf = groupCallsByPerson(world);
  const found = world.people.filter((person) => matches(person, wanted));
  const shown = boundedBySize(found, callsOf);
  return (
    <Panel
      title={say('clients.title')}
      aside={<Summary callsOf={callsOf} people={world.people} />}
      {...(className === undefined ? {} : { className })}
    >
      <SearchBox
        className={styles.search}
        size="small"
        aria-label={say('clients.filter')}
        placeholder={say('clients.filter')}
        value={wanted}
        onChange={(_, data) => setWanted(data.value)}
      />
      {shown.length === 0 && (
        <Hint
          icon={<PeopleSearchRegular />}
          heading={say('clients.none')}
          mend={say('clients.noneMend')}
        />
      )}
      <ul className={styles.list} aria-label={say('clients.title')}>
        {shown.map((person) => (
          <PersonClient key={person.upn} person={person} calls={callsOf(person.upn)} />
        ))}
      </ul>
      {shown.length < found.length && (
        <Text size={200} className={styles.more}>
          {say('clients.more', { count: found.length - shown.length })}
        </Text>
      )}
    </Panel>
  );
}

function matches(person: Person, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return person.displayName.toLowerCase().includes(text) || person.upn.includes(text);
}

/** Keeps the order, so that nothing moves under the pointer; a large world puts calls first. */
function boundedBySize(
  people: readonly Person[],
  callsOf: (upn: string) => ClientCalls,
): readonly Person[] {
  if (people.length <= shownMax) return people;
  const inCall = people.filter((person) => hasCall(callsOf(person.upn)));
  const quiet = people.filter((person) => !hasCall(callsOf(person.upn)));
  return [...inCall, ...quiet.slice(0, shownMax)].slice(0, shownMax);
}

function hasCall({ ringing, talking, dialled }: ClientCalls): boolean {
  return ringing.length + talking.length + dialled.length > 0;
}

type SummaryProps = {
  readonly people: readonly Person[];
  readonly callsOf: (upn: string) => ClientCalls;
};

/** How many clients ring and how many talk, for the eye that only passes by. */
function Summary({ people, callsOf }: SummaryProps) {
  const say = useWords();
  const ringing = people.filter((person) => callsOf(person.upn).ringing.length > 0).length;
  const talking = people.filter((person) => callsOf(person.upn).talking.length > 0).length;
  return (
    <span role="status" style={{ display: 'flex', gap: '4px' }}>
      {ringing > 0 && (
        <Badge appearance="filled" color="warning">
          {say('clients.ringingNow', { count: ringing })}
        </Badge>
      )}
      {talking > 0 && (
        <Badge appearance="tint" color="success">
          {say('clients.talkingNow', { count: talking })}
        </Badge>
      )}
      {ringing + talking === 0 && (
        <Badge appearance="tint" color="subtle">
          {say('clients.quiet')}
        </Badge>
      )}
    </span>
  );
}
