import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Answered } from '../../appearance/Answered.tsx';
import { useWords } from '../../language/language.ts';
import { PresenceLine } from '../../presence/PresenceLine.tsx';
import { useTeamsPresence } from '../../stream/teamsPresence.ts';
import { TeamsStatusFacts } from '../../teamsStatus/TeamsStatusFacts.tsx';
import { TeamsStatusLedger } from '../../teamsStatus/TeamsStatusLedger.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0 },
});

/** What Teams shows of an agent, and who made it so: to be read, only the person changes it. */
export function AgentTeamsStatus({ agentId }: { readonly agentId: string }) {
  const styles = useStyles();
  const say = useWords();
  const headingId = useId();
  const status = useTeamsPresence(agentId);
  return (
    <section className={styles.root} aria-labelledby={headingId}>
      <Subtitle2 as="h3" id={headingId} className={styles.heading}>
        {say('teamsStatus.heading')}
      </Subtitle2>
      <Answered query={status}>
        {(data) => (
          <>
            <TeamsStatusFacts
              seen={<PresenceLine presence={data.seen} receivedAt={status.dataUpdatedAt} />}
              status={data}
            />
            <TeamsStatusLedger entries={data.entries} as="h3" />
          </>
        )}
      </Answered>
    </section>
  );
}
