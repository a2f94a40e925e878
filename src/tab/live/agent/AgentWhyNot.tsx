import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { SteeredAgent } from '@rufwerk/engine/api';
import { useId } from 'react';
import { useWords } from '../../language/language.ts';
import { WhyNot } from '../../whyNot/WhyNot.tsx';

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

/** Why this agent is offered no call, for the supervisor who is asked about it. */
export function AgentWhyNot({ agent }: { readonly agent: SteeredAgent }) {
  const styles = useStyles();
  const say = useWords();
  const headingId = useId();
  return (
    <section className={styles.root} aria-labelledby={headingId}>
      <Subtitle2 as="h3" id={headingId} className={styles.heading}>
        {say('whyNot.headingOf')}
      </Subtitle2>
      <WhyNot agentId={agent.agent.id} services={agent.services} as="h4" />
    </section>
  );
}
