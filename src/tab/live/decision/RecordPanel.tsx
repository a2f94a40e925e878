import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Decision } from '@rufwerk/engine/api';
import { FactList } from '../../appearance/FactList.tsx';
import { Panel } from '../../appearance/Panel.tsx';
import { useWords } from '../../language/language.ts';

const useStyles = makeStyles({
  meaning: { color: tokens.colorNeutralForeground2 },
});

/** By what the decision can be found and proven again. */
export function RecordPanel({ decision }: { readonly decision: Decision }) {
  const styles = useStyles();
  const say = useWords();
  const facts = [
    { term: say('decision.id'), value: <Text font="monospace">{decision.id}</Text> },
    { term: say('decision.ruleVersion'), value: decision.ruleVersion },
    { term: say('decision.digest'), value: <Text font="monospace">{decision.digest}</Text> },
  ];
  return (
    <Panel heading={say('decision.recordHeading')}>
      <FactList facts={facts} />
      <Text className={styles.meaning}>{say('decision.digestMeaning')}</Text>
    </Panel>
  );
}
