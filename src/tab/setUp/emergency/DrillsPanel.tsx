import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ClipboardTaskRegular } from '@fluentui/react-icons';
import type { DrillShown } from '@rufwerk/engine/api';
import { Answered } from '../../appearance/Answered.tsx';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { FactTable } from '../../appearance/FactTable.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import type { Drills } from '../../session/emergencyApi.ts';
import { useDrills } from '../../stream/emergencyQueries.ts';
import { DrillSteps } from './DrillSteps.tsx';
import { DrillReport } from './DrillReport.tsx';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2, maxWidth: '75ch' } });

/** The drills so far, each with its signed report. */
export function DrillsPanel() {
  const styles = useStyles();
  const say = useWords();
  const drills = useDrills();
  return (
    <Panel heading={say('emergencySetUp.drillsHeading')}>
      <Text className={styles.hint}>{say('emergencySetUp.drillsText')}</Text>
      <Answered query={drills}>{(all) => <AllDrills all={all} />}</Answered>
    </Panel>
  );
}

function AllDrills({ all: { drills, keyFingerprint } }: { readonly all: Drills }) {
  const styles = useStyles();
  const say = useWords();
  if (drills.length === 0) {
    return (
      <EmptyState
        icon={<ClipboardTaskRegular />}
        heading={say('emergencySetUp.noDrills')}
        mend={say('emergencySetUp.noDrillsMend')}
      />
    );
  }
  return (
    <>
      <DrillsTable drills={drills} />
      <Text size={200} className={styles.hint}>
        {say('emergencySetUp.keyFingerprint', { fingerprint: keyFingerprint })}
      </Text>
    </>
  );
}

function DrillsTable({ drills }: Pick<Drills, 'drills'>) {
  const say = useWords();
  const { dayAndTime } = useFormats();
  const result = useResultWords();
  return (
    <FactTable<DrillShown>
      label={say('emergencySetUp.drillsHeading')}
      rows={drills}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'agent',
          heading: say('emergencySetUp.drillAgent'),
          isRowHeading: true,
          render: ({ agent }) => agent.name || say('page.unknownPerson'),
        },
        {
          key: 'started',
          heading: say('emergencySetUp.drillStarted'),
          render: ({ startedAt }) => dayAndTime(Date.parse(startedAt)),
        },
        {
          key: 'finished',
          heading: say('emergencySetUp.drillFinished'),
          render: ({ finishedAt }) =>
            finishedAt === null
              ? say('emergencySetUp.drillRuns')
              : dayAndTime(Date.parse(finishedAt)),
        },
        { key: 'result', heading: say('emergencySetUp.drillResult'), render: result },
        {
          key: 'steps',
          heading: say('emergencySetUp.steps'),
          render: (drill) => <DrillSteps drill={drill} />,
        },
        {
          key: 'report',
          heading: say('emergencySetUp.report'),
          render: (drill) => <DrillReport drill={drill} />,
        },
      ]}
    />
  );
}

/** Whether help would have reached the agent again, as far as Rufwerk sees it. */
function useResultWords(): (drill: DrillShown) => string {
  const say = useWords();
  return ({ isOvertaken, path, callbackReachedAgent, finishedAt }) => {
    if (isOvertaken) return say('emergencySetUp.result.overtaken');
    if (path === 'own-number') return say('emergencySetUp.result.own');
    if (callbackReachedAgent === true) return say('emergencySetUp.result.reached');
    return say(`emergencySetUp.result.${finishedAt === null ? 'open' : 'notReached'}`);
  };
}
