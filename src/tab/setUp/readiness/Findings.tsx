import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { CheckState, ReadinessView } from '@rufwerk/engine/api';
import { EmptyState } from '../../appearance/EmptyState.tsx';
import { Folded } from '../../appearance/Folded.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { Finding } from './Finding.tsx';

type Check = ReadinessView['checks'][number];

/** What somebody has to look at, the worst first. */
const TO_MEND = ['fault', 'warning', 'advice'] as const satisfies readonly CheckState[];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  good: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** What was found, by how bad it is; what is right is folded away. */
export function Findings({ found: { checkedAt, checks } }: { readonly found: ReadinessView }) {
  const say = useWords();
  const { exactTime } = useFormats();
  const faults = countOf(checks, 'fault');
  const good = checks.filter(({ state }) => state === 'good');
  return (
    <>
      <Text role="status">
        {say('readiness.checkedAt', {
          time: exactTime(Date.parse(checkedAt)),
          faults: say('readiness.faults', { count: faults }),
          warnings: say('readiness.warnings', { count: countOf(checks, 'warning') }),
        })}
      </Text>
      {faults === 0 && (
        <EmptyState
          icon={<CheckmarkCircleRegular />}
          heading={say('readiness.noFault')}
          mend={say('readiness.noFaultMend')}
        />
      )}
      {TO_MEND.map((state) => (
        <Group key={state} state={state} checks={checks.filter((each) => each.state === state)} />
      ))}
      {good.length > 0 && <Good checks={good} />}
    </>
  );
}

type GroupProps = {
  readonly state: (typeof TO_MEND)[number];
  readonly checks: readonly Check[];
};

function Group({ state, checks }: GroupProps) {
  const styles = useStyles();
  const say = useWords();
  if (checks.length === 0) return null;
  return (
    <Panel heading={say(`readiness.group.${state}`)} remark={say(`readiness.meaning.${state}`)}>
      <ul className={styles.list}>
        {checks.map((check) => (
          <Finding key={check.id} check={check} />
        ))}
      </ul>
    </Panel>
  );
}

function Good({ checks }: { readonly checks: readonly Check[] }) {
  const styles = useStyles();
  const say = useWords();
  return (
    <Folded as="h2" heading={say('readiness.good', { count: checks.length })}>
      <ul className={styles.good}>
        {checks.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </Folded>
  );
}

function countOf(checks: readonly Check[], state: CheckState): number {
  return checks.filter((check) => check.state === state).length;
}
