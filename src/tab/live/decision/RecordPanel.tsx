import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Decision } from '@rufwerk/engine/api';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  meaning: { color: tokens.colorNeutralForeground2 },
});

/** By what the decision can be found and proven again. */
export function RecordPanel({ decision }: { readonly decision: Decision }) {
  const styles = useStyles();
  const say = useWords();
  const facts = [
    [say('decision.id'), decision.id],
    [say('decision.ruleVersion'), String(decision.ruleVersion)],
    [say('decision.digest'), decision.digest],
  ] as const;
  return (
    <Panel heading={say('decision.recordHeading')}>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>
              <Text font="monospace">{value}</Text>
            </dd>
          </div>
        ))}
      </dl>
      <Text className={styles.meaning}>{say('decision.digestMeaning')}</Text>
    </Panel>
  );
}
