import { Avatar, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { useWords } from '../language/language.ts';
import type { ClientCalls } from '../world/callsOf.ts';
import type { Person } from '../world/wire.ts';
import { ClientDetails } from './ClientDetails.tsx';
import { DialledCall, RingingCall, TalkingCall } from './ClientCall.tsx';
import { badgeOf } from './presence.ts';
import { PresenceSwitch } from './PresenceSwitch.tsx';

type PersonClientProps = { readonly person: Person; readonly calls: ClientCalls };

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: '8px',
    padding: '5px 4px 5px 8px',
    borderRadius: tokens.borderRadiusXLarge,
    border: '1px solid transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    padding: '8px 4px 8px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { display: 'flex', alignItems: 'center', gap: '10px', minWidth: 0 },
  words: { display: 'grid', flexGrow: 1, minWidth: 0, justifyItems: 'start' },
});

/** One person's Teams client: presence, the calls at it, and what else can be done with it. */
export function PersonClient({ person, calls }: PersonClientProps) {
  const styles = useStyles();
  const say = useWords();
  const [expanded, expand] = useState(false);
  const detailsId = useId();
  const active = calls.ringing.length + calls.talking.length + calls.dialled.length > 0;
  return (
    <li className={mergeClasses(styles.root, (active || expanded) && styles.active)}>
      <div className={styles.line}>
        <Avatar
          name={person.displayName}
          color="colorful"
          badge={{ ...badgeOf(person.presence), 'aria-hidden': true }}
          aria-hidden
        />
        <div className={styles.words}>
          <Text weight="semibold" truncate wrap={false} block style={{ maxWidth: '100%' }}>
            {person.displayName}
          </Text>
          <PresenceSwitch person={person} />
        </div>
        <Button
          appearance="subtle"
          size="small"
          icon={expanded ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-label={say('clients.details', { person: person.displayName })}
          aria-expanded={expanded}
          aria-controls={expanded ? detailsId : undefined}
          onClick={() => expand(!expanded)}
        />
      </div>
      {calls.ringing.map((each) => (
        <RingingCall key={each.leg.id} person={person} {...each} />
      ))}
      {calls.talking.map((each) => (
        <TalkingCall key={each.leg.id} person={person} {...each} />
      ))}
      {calls.dialled.map((call) => (
        <DialledCall key={call.id} person={person} call={call} />
      ))}
      {expanded && <ClientDetails id={detailsId} person={person} />}
    </li>
  );
}
