import { Text } from '@fluentui/react-components';
import type { Decision } from '@rufwerk/engine/api';
import { Panel } from '../../appearance/Panel.tsx';
import { endReasonWords, outcomeWords } from '../../language/engineWords.ts';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.ts';

/** What became of the offer and of the call, and how surely that is known. */
export function OutcomePanel({ decision }: { readonly decision: Decision }) {
  const say = useWords();
  const { confirmedInMs } = decision;
  return (
    <Panel heading={say('decision.outcomeHeading')}>
      {confirmedInMs !== null && <Text>{say('decision.askedAgain', { ms: confirmedInMs })}</Text>}
      <Text>{useOffer(decision)}</Text>
      <Text>{useCallEnd(decision)}</Text>
    </Panel>
  );
}

function useOffer({ winner, outcome }: Decision): string {
  const say = useWords();
  const language = useLanguage();
  if (winner === null) return say('decision.outcomeNobody');
  return outcome === null
    ? say('decision.outcomeOpen')
    : say('decision.outcome', { outcome: outcomeWords(outcome, language) });
}

function useCallEnd({ callEnd }: Decision): string {
  const say = useWords();
  const language = useLanguage();
  const { exactTime } = useFormats();
  if (callEnd === null) return say('decision.callGoesOn');
  return say(`decision.callEnd.${callEnd.seen}`, {
    time: exactTime(Date.parse(callEnd.at)),
    reason: endReasonWords(callEnd.reason, language),
  });
}
