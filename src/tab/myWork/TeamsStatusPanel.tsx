import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MyWork, TeamsPresence } from '@rufwerk/engine/api';
import { Answered } from '../appearance/Answered.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { useWords } from '../language/language.ts';
import { PresenceLine } from '../presence/PresenceLine.tsx';
import { useTeamsPresence } from '../stream/teamsPresence.ts';
import { TeamsStatusFacts } from '../teamsStatus/TeamsStatusFacts.tsx';
import { TeamsStatusLedger } from '../teamsStatus/TeamsStatusLedger.tsx';
import { TeamsStatusForm } from './TeamsStatusForm.tsx';

type TeamsStatusPanelProps = { readonly work: MyWork; readonly receivedAt: number };

const useStyles = makeStyles({
  intro: { color: tokens.colorNeutralForeground2, maxWidth: '75ch' },
});

/** The own status in Teams: what it is and why, and a choice of one's own. */
export function TeamsStatusPanel({ work, receivedAt }: TeamsStatusPanelProps) {
  const styles = useStyles();
  const say = useWords();
  const status = useTeamsPresence(null);
  const seen = <PresenceLine presence={work.presence} receivedAt={receivedAt} />;
  return (
    <Panel heading={say('teamsStatus.heading')}>
      <Text className={styles.intro}>{say('teamsStatus.intro')}</Text>
      <Answered query={status}>
        {(data: TeamsPresence) => (
          <>
            <TeamsStatusFacts seen={seen} status={data} />
            <TeamsStatusForm />
            <TeamsStatusLedger entries={data.entries} as="h3" />
          </>
        )}
      </Answered>
    </Panel>
  );
}
