import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { longestChoiceDays, type TeamsPresenceRequest } from '@rufwerk/engine/api';
import { useState } from 'react';
import { TroubleBar } from '../appearance/TroubleBar.tsx';
import { useWords } from '../language/language.ts';
import { useSession } from '../session/SessionContext.ts';
import { useCommand } from '../session/useCommand.ts';
import { keys } from '../stream/keys.ts';

type Availability = TeamsPresenceRequest['availability'];

/** In the order of Teams' own menu. */
const AVAILABILITIES: readonly Availability[] = [
  'Available',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offline',
];

/** By the value of the list; null lasts until it is taken back, or as long as Teams lets it. */
const DURATIONS = { '30': 30, '60': 60, '240': 240, reset: null } as const;
type Duration = keyof typeof DURATIONS;
const DURATION_NAMES: readonly Duration[] = ['30', '60', '240', 'reset'];

/** Teams itself ends what has no end. */
function wordOf(duration: Duration, availability: Availability) {
  if (duration !== 'reset') return duration;
  return longestChoiceDays(availability) === 1 ? 'oneDay' : 'sevenDays';
}

/** A choice, or null to take it back. */
type Choice = TeamsPresenceRequest | null;

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
    gap: tokens.spacingHorizontalL,
    // A long choice does not widen the page of a narrow window.
    '& > *': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
    '& select': { minWidth: 0 },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Sets or resets the own status in Teams, as one could in Teams itself. */
export function TeamsStatusForm() {
  const styles = useStyles();
  const say = useWords();
  const { api } = useSession();
  const [availability, setAvailability] = useState<Availability>('DoNotDisturb');
  const [duration, setDuration] = useState<Duration>('30');
  const [told, tell] = useState('');
  const command = useCommand<Choice>(
    async (choice) => {
      tell('');
      await (choice === null ? api.resetTeamsPresence() : api.chooseTeamsPresence(choice));
      tell(say(choice === null ? 'teamsStatus.wasReset' : 'teamsStatus.wasSet'));
    },
    [keys.teamsPresence(null), keys.myWork],
  );
  return (
    <>
      <div className={styles.fields}>
        <Field label={say('teamsStatus.choose')}>
          <Select
            value={availability}
            onChange={(_, { value }) =>
              setAvailability(AVAILABILITIES.find((each) => each === value) ?? availability)
            }
          >
            {AVAILABILITIES.map((each) => (
              <option key={each} value={each}>
                {say(`teamsStatus.choice.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say('teamsStatus.duration')}>
          <Select
            value={duration}
            onChange={(_, { value }) =>
              setDuration(DURATION_NAMES.find((each) => each === value) ?? duration)
            }
          >
            {DURATION_NAMES.map((each) => (
              <option key={each} value={each}>
                {say(`teamsStatus.for.${wordOf(each, availability)}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={command.isBusy}
          onClick={() => command.run({ availability, forMinutes: DURATIONS[duration] })}
        >
          {say(command.isBusy ? 'teamsStatus.setting' : 'teamsStatus.set')}
        </Button>
        <Button disabledFocusable={command.isBusy} onClick={() => command.run(null)}>
          {say('teamsStatus.reset')}
        </Button>
      </div>
      <Text role="status">{told}</Text>
      {command.trouble !== null && (
        <TroubleBar trouble={command.trouble} onDismiss={command.dismiss} />
      )}
    </>
  );
}
