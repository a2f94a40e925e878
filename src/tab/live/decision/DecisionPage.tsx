import { makeStyles, tokens } from '@fluentui/react-components';
import type { Decision } from '@rufwerk/engine/api';
import { Answered } from '../../appearance/Answered.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { Page } from '../../shell/Page.tsx';
import { useDecision, useMe } from '../../stream/queries.ts';
import { CandidatesPanel } from './CandidatesPanel.tsx';
import { CopyLink } from './CopyLink.tsx';
import { NotChosenPanel } from './NotChosenPanel.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { WhyPanel } from './WhyPanel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
    gap: tokens.spacingVerticalL,
  },
});

/** One decision, explained: who won and why, and what spoke against everybody else. */
export default function DecisionPage({ decisionId }: { readonly decisionId: string }) {
  const decision = useDecision(decisionId);
  const heading = useHeading(decision.data);
  const intro = useIntro(decision.data);
  return (
    <Page
      heading={heading}
      back={useWayBack()}
      aside={<CopyLink decisionId={decisionId} />}
      {...(intro !== null && { intro })}
    >
      <Answered query={decision}>{(data) => <Explained decision={data} />}</Answered>
    </Page>
  );
}

function Explained({ decision }: { readonly decision: Decision }) {
  const styles = useStyles();
  return (
    <>
      <WhyPanel decision={decision} />
      <CandidatesPanel decision={decision} />
      <NotChosenPanel decision={decision} />
      <div className={styles.columns}>
        <OutcomePanel decision={decision} />
        <RecordPanel decision={decision} />
      </div>
    </>
  );
}

function useHeading(decision: Decision | undefined): string {
  const say = useWords();
  if (decision === undefined) return say('decision.id');
  return decision.winner === null
    ? say('decision.nobody')
    : say('decision.won', { name: decision.winner.name || say('page.unknownPerson') });
}

function useIntro(decision: Decision | undefined): string | null {
  const say = useWords();
  const { dayAndTime } = useFormats();
  if (decision === undefined) return null;
  return say('decision.of', {
    service: decision.serviceName,
    caller: decision.callerName || say('page.unknownCaller'),
    time: dayAndTime(Date.parse(decision.at)),
  });
}

/** Agents come here from their own day, supervisors from what they watch. */
function useWayBack() {
  const say = useWords();
  const roles = useMe().data?.roles ?? [];
  const oversees = roles.includes('supervisor') || roles.includes('administrator');
  return oversees
    ? { to: { page: 'live' } as const, name: say('page.live') }
    : { to: { page: 'my-work' } as const, name: say('page.myWork') };
}
