/** Sentences about a decision that several cards share. */
import { reasonCountText } from '@rufwerk/engine/core';
import type { Language, Reason } from '@rufwerk/engine/core';
import type { DecisionRow } from '@rufwerk/engine/ports';
import { instant } from '../instants.ts';
import type { Telling } from '../telling.ts';

/** Who won and what decided it, against the one who came next. */
export function chosenSentence(decision: DecisionRow, telling: Telling): string {
  const { words, nameOf } = telling;
  const { candidates, at } = decision;
  const [winner, second] = candidates;
  if (winner === undefined) return words.nobody;
  const idleSince = instant(winner.idleSinceAt, at);
  const because =
    second === undefined
      ? words.onlyOne(idleSince)
      : winner.offersOfThisTask !== second.offersOfThisTask
        ? words.fewestOffers(idleSince, candidates.length)
        : winner.idleSinceAt !== second.idleSinceAt
          ? words.longestIdle(idleSince, candidates.length)
          : words.byLot(idleSince, candidates.length);
  return `${words.chosen(nameOf(winner.agentId))}: ${because}`;
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
