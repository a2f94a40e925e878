/** Sentences about a decision that several cards share. */
import { decidedBy, reasonCountText, valueUnit } from '@rufwerk/engine/core';
import type {
  Candidate,
  Category,
  DecisionRecord,
  Language,
  Reason,
  ReasonCode,
} from '@rufwerk/engine/core';
import type { DecisionRow } from '@rufwerk/engine/ports';
import { instant } from '../instants.ts';
import type { Telling } from '../telling.ts';

/**
 * Who won, from what the fact keeps of the decision: that is not enough to say what decided between
 * the winner and the next (`becauseSentence`).
 */
export function chosenSentence(decision: DecisionRow, telling: Telling): string {
  const { words, nameOf } = telling;
  const { winnerId, winnerValue, candidates, offered, order, at } = decision;
  if (winnerId === null) return words.nobody;
  return `${words.chosen(nameOf(winnerId))}: ${because()}`;

  function because(): string {
    if (offered > 1) return words.ringsSeveral(offered);
    if (valueUnit(order) !== 'instant') return words.byOrder(candidates);
    const idleSince = instant(winnerValue ?? at, at);
    return candidates === 1 ? words.onlyOne(idleSince) : words.firstOf(idleSince, candidates);
  }
}

/** Who won and what decided it, against the one who came next. */
export function becauseSentence(record: DecisionRecord, telling: Telling): string {
  const { words, nameOf } = telling;
  const [winner, second] = record.candidates;
  if (winner === undefined) return words.nobody;
  return `${words.chosen(nameOf(winner.agentId))}: ${because(record, winner, second, telling)}`;
}

function because(
  { candidates, offered, order, at }: DecisionRecord,
  winner: Candidate,
  second: Candidate | undefined,
  { words }: Telling,
): string {
  const idleSince = instant(winner.idleSinceAt, at);
  if (offered > 1) return words.ringsSeveral(offered);
  if (second === undefined) return words.onlyOne(idleSince);
  switch (decidedBy(winner, second)) {
    case 'offers':
      return words.fewestOffers(idleSince, candidates.length);
    case 'presence':
      return words.newerPresence(idleSince, candidates.length);
    case 'value':
      return valueUnit(order) === 'instant'
        ? words.longestIdle(idleSince, candidates.length)
        : words.byOrder(candidates.length);
    case 'idle':
      return words.tieByIdle(idleSince, candidates.length);
    case 'lot':
      return words.byLot(idleSince, candidates.length);
  }
}

/** "4 busy, 1 in a call, 1 off duty", from the counts of a decision. */
export function countedReasons(decision: DecisionRow, language: Language): string {
  const counts = Object.entries(decision.notChosen) as [ReasonCode, number][];
  const categories = Object.entries(decision.notDistributed) as [Category, number][];
  return [
    ...counts.flatMap(([code, count]) =>
      code === 'not-distributed' && categories.length > 0
        ? []
        : [{ count, word: reasonCountText(code, null, language) }],
    ),
    ...categories.map(([category, count]) => ({
      count,
      word: reasonCountText('not-distributed', category, language),
    })),
  ]
    .sort((left, right) => right.count - left.count)
    .map(({ count, word }) => `${count} ${word}`)
    .join(', ');
}

/** "4 Busy, 1 in a call, 1 off duty": first reasons, the most frequent first. */
export function reasonCounts(reasons: readonly Reason[], language: Language): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) {
    const word = countWord(reason, language);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
}

/** A presence that the service does not ring is counted by what Teams shows. */
function countWord(reason: Reason, language: Language): string {
  const category = reason.code === 'not-distributed' ? reason.category : null;
  return reasonCountText(reason.code, category, language);
}
