import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Decision } from '@rufwerk/engine/api';
import { changeText, orderName, orderSentence, valueUnit } from '@rufwerk/engine/core';
import { Panel } from '../../appearance/Panel.tsx';
import { durationWords } from '../../clock/duration.ts';
import { type Say, useLanguage, useWords } from '../../language/language.ts';
import { aheadBy } from './ahead.ts';

const useStyles = makeStyles({
  words: { maxWidth: '75ch' },
  order: { maxWidth: '75ch', color: tokens.colorNeutralForeground2 },
});

/** Why the winner won, in one sentence, and the order by which that was decided. */
export function WhyPanel({ decision }: { readonly decision: Decision }) {
  const styles = useStyles();
  const say = useWords();
  const language = useLanguage();
  const { winner } = decision;
  const name = winner?.name || say('page.unknownPerson');
  return (
    <Panel
      heading={
        winner === null ? say('decision.whyNobodyHeading') : say('decision.whyHeading', { name })
      }
    >
      <Text size={400} className={styles.words}>
        {whySentence(decision, say)}
      </Text>
      {winner !== null && (
        <Text className={styles.order}>
          {say('decision.order')} ({orderName(decision.order, language)}):{' '}
          {orderSentence(decision.order, language)}
        </Text>
      )}
      {decision.change !== null && (
        <Text className={styles.order}>
          {decision.change.agent.name || say('page.unknownPerson')}{' '}
          {changeText(decision.change.change, decision.order, language)}.
        </Text>
      )}
    </Panel>
  );
}

function whySentence(decision: Decision, say: Say): string {
  const [winner, next] = decision.candidates;
  if (winner === undefined) return say('decision.nobodyText');
  const name = winner.agent.name || say('page.unknownPerson');
  if (next === undefined) return say('decision.onlyOne', { name });
  const other = next.agent.name || say('page.unknownPerson');
  const freeFor = (idleSince: string): string =>
    durationWords(Date.parse(decision.at) - Date.parse(idleSince));
  switch (aheadBy(winner, next)) {
    case 'value':
      if (valueUnit(decision.order) !== 'instant') {
        return say('decision.ahead.value', { name, other });
      }
      return say('decision.ahead.idle', {
        name,
        other,
        time: freeFor(winner.idleSince),
        otherTime: freeFor(next.idleSince),
      });
    case 'offers':
      return say('decision.ahead.offers', { name, other, count: winner.offersOfThisTask });
    case 'idle':
      return say('decision.ahead.idle', {
        name,
        other,
        time: freeFor(winner.idleSince),
        otherTime: freeFor(next.idleSince),
      });
    case 'presence':
      return say('decision.ahead.presence', { name, other });
    case 'lot':
      return say('decision.ahead.lot', { name, other });
  }
}
