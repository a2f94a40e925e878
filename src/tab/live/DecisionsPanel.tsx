import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CallForwardRegular, CheckmarkCircleFilled, WarningFilled } from '@fluentui/react-icons';
import type { DecisionSummaryShown } from '@rufwerk/engine/api';
import { Answered } from '../appearance/Answered.tsx';
import { EmptyState } from '../appearance/EmptyState.tsx';
import { Panel } from '../appearance/Panel.tsx';
import { outcomeWords } from '../language/engineWords.ts';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { looks } from '../routingState/looks.ts';
import { RouteLink } from '../shell/RouteLink.tsx';
import { useDecisions } from '../stream/queries.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  icon: { fontSize: '20px', lineHeight: '22px' },
  chosen: { color: looks.ready.color },
  nobody: { color: looks['not-offered'].color },
  words: { display: 'flex', flexDirection: 'column' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalL}`,
  },
  detail: { color: tokens.colorNeutralForeground2 },
});

type DecisionsPanelProps = {
  /** Null: the decisions of all services that the reader oversees. */
  readonly serviceId: string | null;
};

/** What was decided last, newest first; each leads to its explanation. */
export function DecisionsPanel({ serviceId }: DecisionsPanelProps) {
  const styles = useStyles();
  const say = useWords();
  const decisions = useDecisions(serviceId);
  const heading = serviceId === null ? 'live.decisionsHeading' : 'service.decisionsHeading';
  return (
    <Panel heading={say(heading)}>
      <Answered query={decisions}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={<CallForwardRegular />}
              heading={say('live.decisionsEmpty')}
              mend={say('live.decisionsEmptyMend')}
            />
          ) : (
            <ul className={styles.list}>
              {items.map((decision) => (
                <DecisionItem
                  key={decision.id}
                  decision={decision}
                  isServiceNamed={serviceId === null}
                />
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}

type DecisionItemProps = {
  readonly decision: DecisionSummaryShown;
  readonly isServiceNamed: boolean;
};

function DecisionItem({ decision, isServiceNamed }: DecisionItemProps) {
  const styles = useStyles();
  const say = useWords();
  const { exactTime } = useFormats();
  const { winner, considered } = decision;
  const details = [
    ...(isServiceNamed ? [decision.serviceName] : []),
    decision.callerName || say('page.unknownCaller'),
    say('live.considered', { count: considered }),
    ...useOutcome(decision),
  ];
  return (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden>
        {winner === null ? (
          <WarningFilled className={styles.nobody} />
        ) : (
          <CheckmarkCircleFilled className={styles.chosen} />
        )}
      </span>
      <div className={styles.words}>
        <div className={styles.line}>
          <RouteLink to={{ page: 'live-decision', decisionId: decision.id }}>
            {winner === null
              ? say('live.nobody')
              : say('live.won', { name: winner.name || say('page.unknownPerson') })}
          </RouteLink>
          <Text className={styles.detail} font="numeric">
            {exactTime(Date.parse(decision.at))}
          </Text>
        </div>
        <Text className={styles.detail}>{details.join(' · ')}</Text>
      </div>
    </li>
  );
}

function useOutcome({ winner, outcome }: DecisionSummaryShown): readonly string[] {
  const say = useWords();
  const language = useLanguage();
  if (outcome !== null) return [outcomeWords(outcome, language)];
  return winner === null ? [] : [say('live.open')];
}
